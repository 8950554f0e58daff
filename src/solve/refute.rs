//! The proof that nothing is cheaper, by another method than the solver's: each scope is in or out.
//!
//! The solver branches on requirements and takes one of their ways. Here the branches are scopes: taken or given up, with
//! what follows from that. Both must come to the same end, and they share no code but the reduction of what is plain.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, ScopeId, ScopeSet};

use super::reduce::{Reduced, reduce};
use super::{Cost, Requirement};

/// How many branches are looked into before the proof is given up.
const MOST_BRANCHES: u32 = 400_000;

/// How many equal sets are counted before the count says "at least".
const MOST_EQUAL: u64 = 10_000;

/// What the search over scopes found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refutation {
    /// The least cost of a set that satisfies everything.
    pub least: Cost,
    /// The set of that cost whose sorted names come first.
    pub first: ScopeSet,
    /// How many sets have that cost.
    pub equal: u64,
    /// Whether `equal` is exact; otherwise there are at least so many.
    pub equal_is_exact: bool,
    /// Whether the search came to its end; otherwise nothing is proved.
    pub complete: bool,
}

/// Looks at every set, implicitly, that includes `held` and satisfies `requirements`.
pub fn refute(catalog: &Catalog, requirements: &[Requirement], held: ScopeSet) -> Refutation {
    let Reduced { held, parts } = reduce(catalog, requirements, held);
    let mut whole =
        Refutation { least: Cost::of_set(catalog, &held), first: held, equal: 1, equal_is_exact: true, complete: true };
    for part in parts {
        let mut search = Search { catalog, best: None, equal: 0, branches: 0 };
        search.decide(held, ScopeSet::EMPTY, Cost::default(), &part);
        whole.complete &= search.branches < MOST_BRANCHES;
        if let Some((cost, set)) = search.best {
            whole.least = whole.least.plus(cost);
            whole.first = whole.first.union(&set);
        }
        whole.equal = whole.equal.saturating_mul(search.equal.max(1));
        whole.equal_is_exact &= search.equal < MOST_EQUAL;
    }
    if whole.equal > MOST_EQUAL {
        whole.equal = MOST_EQUAL;
        whole.equal_is_exact = false;
    }
    whole
}

struct Search<'a> {
    catalog: &'a Catalog,
    best: Option<(Cost, ScopeSet)>,
    equal: u64,
    branches: u32,
}

impl Search<'_> {
    fn decide(&mut self, taken: ScopeSet, given_up: ScopeSet, cost: Cost, open: &[&Requirement]) {
        self.branches += 1;
        if self.branches >= MOST_BRANCHES || self.best.is_some_and(|(best, _)| cost > best) {
            return;
        }
        let rest: Vec<&Requirement> = open.iter().copied().filter(|r| !r.is_satisfied_by(&taken)).collect();
        if rest.is_empty() {
            self.note(cost, taken);
            return;
        }
        let possible = |way: &&ScopeSet| way.intersection(&given_up).is_empty();
        let mut uses: BTreeMap<ScopeId, usize> = BTreeMap::new();
        let mut forced: Option<ScopeSet> = None;
        for requirement in &rest {
            let ways: Vec<&ScopeSet> = requirement.alternatives().iter().filter(possible).collect();
            match ways[..] {
                [] => return,
                [only] => forced = Some(only.difference(&taken)),
                _ => {}
            }
            for id in ways.iter().flat_map(|way| way.difference(&taken).iter().collect::<Vec<_>>()) {
                *uses.entry(id).or_default() += 1;
            }
        }
        if let Some(more) = forced {
            let cost = cost.plus(Cost::of_set(self.catalog, &more));
            self.decide(taken.union(&more), given_up, cost, &rest);
            return;
        }
        let Some((id, _)) = uses.into_iter().max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id))) else { return };
        let one: ScopeSet = [id].into_iter().collect();
        let with = cost.plus(Cost::of_set(self.catalog, &one));
        self.decide(taken.union(&one), given_up, with, &rest);
        self.decide(taken, given_up.union(&one), cost, &rest);
    }

    fn note(&mut self, cost: Cost, set: ScopeSet) {
        match self.best {
            Some((best, _)) if cost > best => {}
            Some((best, first)) if cost == best => {
                self.equal = (self.equal + 1).min(MOST_EQUAL);
                if set.iter().lt(first.iter()) {
                    self.best = Some((cost, set));
                }
            }
            _ => {
                self.best = Some((cost, set));
                self.equal = 1;
            }
        }
    }
}
