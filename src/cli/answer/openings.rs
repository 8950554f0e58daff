//! Which endpoints each scope opens.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, Method};

/// The endpoints of every scope.
pub(in crate::cli) struct Openings(BTreeMap<&'static str, Opened>);

/// The endpoints that one scope opens, each counted once, whatever objects it is for.
#[derive(Default)]
pub(in crate::cli) struct Opened(BTreeMap<(&'static str, Method), Opens>);

struct Opens {
    api: &'static str,
    /// How near the API is to the scope: about the object that the scope names, about another one, about all.
    near: u8,
    alone: bool,
}

impl Openings {
    /// Asks every operation what it needs.
    pub(in crate::cli) fn of(catalog: &Catalog) -> Self {
        let endpoints = catalog.endpoints();
        let mut by_scope: BTreeMap<&'static str, Opened> = BTreeMap::new();
        for operation in endpoints.operations() {
            let found = endpoints.needs(operation);
            for way in found.ways().chain(&found.user_level) {
                for name in &way.all_of {
                    let opened = by_scope.entry(name).or_default();
                    let near =
                        operation.object.map_or(0, |object| 1 + u8::from(name.split('.').any(|part| part == object)));
                    let first = Opens { api: operation.api, near, alone: false };
                    let opens = opened.0.entry((operation.path, operation.method)).or_insert(first);
                    opens.alone |= way.all_of.len() == 1;
                    if near > opens.near {
                        (opens.api, opens.near) = (operation.api, near);
                    }
                }
            }
        }
        Self(by_scope)
    }

    /// Those of the scope `name`.
    pub(in crate::cli) fn opened(&self, name: &str) -> Option<&Opened> {
        self.0.get(name)
    }

    /// How many endpoints the scope `name` opens, alone or together with others.
    pub(in crate::cli) fn count(&self, name: &str) -> usize {
        self.opened(name).map_or(0, |opened| opened.0.len())
    }
}

impl Opened {
    /// How many it opens.
    pub(in crate::cli) fn count(&self) -> usize {
        self.0.len()
    }

    /// How many of them it opens without another scope.
    pub(in crate::cli) fn alone(&self) -> usize {
        self.0.values().filter(|opens| opens.alone).count()
    }

    /// How many there are of each API, the most first.
    pub(in crate::cli) fn by_api(&self) -> Vec<(&'static str, usize)> {
        let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
        for opens in self.0.values() {
            *counts.entry(opens.api).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(api, count)| (std::cmp::Reverse(*count), *api));
        counts
    }
}
