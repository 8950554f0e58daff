//! The permission bill: what an installer who is no Super Admin must hold for some scopes.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, Confidence, Permission, Permissions, Scope};

/// A permission with the scopes that ask for it.
#[derive(Debug, Clone)]
pub struct BillRow {
    /// The permission.
    pub permission: &'static Permission,
    /// The scopes.
    pub scopes: Vec<String>,
    /// How well it is known that one of them asks for it.
    pub confidence: Confidence,
}

impl BillRow {
    /// Whether it is the role that holds all the others.
    pub fn is_super_admin(&self) -> bool {
        self.permission.id == Permissions::SUPER_ADMIN
    }
}

/// What must be held for `scopes`: the right to install first, then area by area.
pub fn bill<S: AsRef<str>>(catalog: &'static Catalog, scopes: &[S]) -> Vec<BillRow> {
    let permissions = catalog.permissions();
    let mut rows: BTreeMap<usize, (Vec<String>, Confidence)> = BTreeMap::new();
    let mut add = |id: &str, scope: &str, confidence: Confidence| {
        let Some(place) = permissions.place(id) else { return };
        let (names, best) = rows.entry(place).or_insert((Vec::new(), confidence));
        *best = confidence.max(*best);
        if names.last().is_none_or(|last| last != scope) {
            names.push(scope.to_owned());
        }
    };
    for name in scopes.iter().map(AsRef::as_ref) {
        if name == Scope::OAUTH {
            add(Permissions::MARKETPLACE_ACCESS, name, Confidence::Documented);
        }
        let Some(grant) = permissions.of_scope(name) else { continue };
        if grant.super_admin {
            add(Permissions::SUPER_ADMIN, name, grant.confidence);
        }
        grant.needs.iter().for_each(|id| add(id, name, grant.confidence));
    }
    // Whatever is asked for, the right to install comes first.
    if let Some(place) = permissions.place(Permissions::MARKETPLACE_ACCESS).filter(|_| !scopes.is_empty()) {
        rows.entry(place).or_insert((Vec::new(), Confidence::Documented));
    }
    let row = |(place, (scopes, confidence)): (usize, (Vec<String>, Confidence))| {
        permissions.all().get(place).map(|permission| BillRow { permission, scopes, confidence })
    };
    rows.into_iter().filter_map(row).collect()
}

/// Those of `scopes` of which no source says what they ask of an installer.
pub fn unbilled<'a, S: AsRef<str>>(catalog: &Catalog, scopes: &'a [S]) -> Vec<&'a str> {
    scopes.iter().map(AsRef::as_ref).filter(|name| catalog.permissions().of_scope(name).is_none()).collect()
}
