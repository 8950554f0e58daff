//! All tiers and all installers at once: what comes of the same link at each place.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Ask, Install, Outcome, Role, simulate};
use crate::catalog::{Catalog, Hub, Level, Permissions, Verdict};

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
    /// How many permissions of their own an installer without Super Admin must hold, beside the right to install.
    pub permissions: usize,
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
    Matrix { cells, permissions: permissions(catalog, ask) }
}

/// The permissions that the demanded scopes ask for, each counted once. They refuse nobody here, since nobody's are known.
fn permissions(catalog: &Catalog, ask: &Ask) -> usize {
    let facts = catalog.permissions();
    let needs = ask.scope.iter().filter_map(|name| facts.of_scope(name)).flat_map(|grant| &grant.needs);
    needs.filter(|id| **id != Permissions::MARKETPLACE_ACCESS).collect::<BTreeSet<_>>().len()
}

impl Matrix {
    /// How many permissions come with a yes at a place: none for a Super Admin, who holds them all.
    pub fn permissions_at(&self, level: Level, role: Role) -> usize {
        let installs = self.at(level, role).is_some_and(|outcome| outcome.installs == Verdict::Yes);
        if role == Role::MarketplaceAccess && installs { self.permissions } else { 0 }
    }

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
