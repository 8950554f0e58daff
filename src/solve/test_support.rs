//! Problems for the tests of the solver and of its certificates.

use proptest::prelude::*;

use super::Requirement;
use crate::catalog::{Catalog, ScopeSet};

/// A requirement from names of the catalog.
pub(super) fn needs(ways: &[&[&str]]) -> Requirement {
    let catalog = Catalog::embedded();
    Requirement::any_of(ways.iter().map(|names| catalog.set_of(names.iter().copied())))
}

/// The names of a set.
pub(super) fn names(set: ScopeSet) -> Vec<&'static str> {
    set.iter().map(|id| Catalog::embedded().scope(id).name).collect()
}

/// Up to `most` requirements over a pool of `pool` scopes from anywhere in the catalog.
pub(super) fn random_problem(pool: usize, most: usize) -> impl Strategy<Value = (Vec<Requirement>, ScopeSet)> {
    let way = prop::collection::vec(0..pool, 1..3);
    let requirement = prop::collection::vec(way, 1..4);
    (prop::collection::vec(requirement, 0..=most), 0usize..400).prop_map(move |(ways, start)| {
        let catalog = Catalog::embedded();
        let scopes = catalog.scopes();
        let pick = |i: usize| scopes[1 + (start + i * 7) % (scopes.len() - 1)].name;
        let requirements = ways
            .iter()
            .map(|any| Requirement::any_of(any.iter().map(|all| catalog.set_of(all.iter().map(|i| pick(*i))))))
            .collect();
        (requirements, catalog.set_of((0..pool).map(pick)))
    })
}
