//! What is settled without a search, and the parts of the rest that have nothing to do with each other.

use crate::catalog::{Catalog, ScopeSet};

use super::Requirement;

/// A problem after all that is plain.
pub(super) struct Reduced<'a> {
    /// What is held, with `oauth` and all that has one way only.
    pub(super) held: ScopeSet,
    /// The open requirements, in parts that share no scope.
    pub(super) parts: Vec<Vec<&'a Requirement>>,
}

/// Settles what is plain. Requirements without a way are left out: the caller names them.
pub(super) fn reduce<'a>(catalog: &Catalog, requirements: &'a [Requirement], held: ScopeSet) -> Reduced<'a> {
    let mut held = held;
    held.insert(catalog.oauth());
    let mut open: Vec<&Requirement> = requirements.iter().filter(|r| !r.alternatives().is_empty()).collect();
    loop {
        open.retain(|requirement| !requirement.is_satisfied_by(&held));
        let before = held;
        for requirement in &open {
            if let [only] = requirement.alternatives() {
                held = held.union(only);
            }
        }
        if held == before {
            break;
        }
    }
    Reduced { held, parts: parts(&held, without_implied(open)) }
}

/// Without requirements that another one implies.
fn without_implied(open: Vec<&Requirement>) -> Vec<&Requirement> {
    let mut kept: Vec<&Requirement> = Vec::new();
    for requirement in open {
        if kept.iter().any(|other| other.implies(requirement)) {
            continue;
        }
        kept.retain(|other| !requirement.implies(other));
        kept.push(requirement);
    }
    kept
}

/// Groups requirements that share a scope beyond what is held, directly or through others.
fn parts<'a>(held: &ScopeSet, open: Vec<&'a Requirement>) -> Vec<Vec<&'a Requirement>> {
    let mut parts: Vec<(ScopeSet, Vec<&Requirement>)> = Vec::new();
    for requirement in open {
        let mut touched = requirement.scopes().difference(held);
        let mut members = vec![requirement];
        parts.retain_mut(|(scopes, others)| {
            let apart = scopes.intersection(&touched).is_empty();
            if !apart {
                touched = touched.union(scopes);
                members.append(others);
            }
            apart
        });
        parts.push((touched, members));
    }
    parts.into_iter().map(|(_, members)| members).collect()
}
