//! All tiers and all installers at once: what comes of the same link at each place.

use serde::Serialize;

use super::{Ask, Install, Outcome, Role, simulate};
use crate::catalog::{Catalog, Hub, Level, Verdict};

/// One place of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// The tier, in every hub.
    pub level: Level,
    /// Who installs.
    pub role: Role,
}

/// What comes of the link at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The place.
    pub place: Place,
    /// The outcome.
    pub outcome: Outcome,
}

/// All places, from the least tier and the most able installer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// Twelve of them.
    pub cells: Vec<Cell>,
}

/// The outcome of `ask` on every tier and for every installer; all else is as `base` says. Whether a private app's account
/// is on its allow list is no matter of tiers and installers: it is taken to be, unless `base` says that it is not.
pub fn matrix(catalog: &Catalog, base: &Install, ask: &Ask) -> Matrix {
    let mut base = base.clone();
    base.app.allow_listed = base.app.allow_listed.or(Some(true));
    let mut cells = Vec::with_capacity(Level::ALL.len() * Role::ALL.len());
    for level in Level::ALL {
        base.customer.tiers = base.customer.tiers.with(Hub::Any, level);
        for role in Role::ALL {
            base.installer.role = role;
            cells.push(Cell { place: Place { level, role }, outcome: simulate(catalog, &base, ask) });
        }
    }
    Matrix { cells }
}

impl Matrix {
    /// The outcome at a place.
    pub fn at(&self, level: Level, role: Role) -> Option<&Outcome> {
        self.cells.iter().find(|cell| cell.place == Place { level, role }).map(|cell| &cell.outcome)
    }

    /// The places that refuse in `before` and no longer do here.
    pub fn won_since(&self, before: &Self) -> Vec<Place> {
        let refused = |outcome: &Outcome| outcome.installs == Verdict::No;
        let won =
            |cell: &&Cell| !refused(&cell.outcome) && before.at(cell.place.level, cell.place.role).is_some_and(refused);
        self.cells.iter().filter(won).map(|cell| cell.place).collect()
    }
}

/// Places in words: `Free and Starter`, `every installer without Super Admin`, `Pro for a Super Admin`.
pub fn describe(places: &[Place]) -> String {
    let of = |role: Role| -> Vec<Level> {
        places.iter().filter(|place| place.role == role).map(|place| place.level).collect()
    };
    let (admins, users) = (of(Role::SuperAdmin), of(Role::MarketplaceAccess));
    let names = |levels: &[Level]| levels.iter().map(|level| level.as_str()).collect::<Vec<_>>().join(", ");
    let whole = |levels: &[Level]| levels.len() == Level::ALL.len();
    if admins == users {
        return if whole(&admins) { "every tier".to_owned() } else { names(&admins) };
    }
    let mut parts = Vec::new();
    if !admins.is_empty() {
        parts.push(format!(
            "{} for a Super Admin",
            if whole(&admins) { "every tier".to_owned() } else { names(&admins) }
        ));
    }
    if whole(&users) {
        parts.push("every installer without Super Admin".to_owned());
    } else if !users.is_empty() {
        parts.push(format!("{} for installers without Super Admin", names(&users)));
    }
    parts.join(", ")
}
