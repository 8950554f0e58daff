//! The proof that nothing is cheaper, by another method than the solver's: each scope is in or out.
//!
//! The solver branches on requirements and takes one of their ways. Here the branches are scopes: taken or given up, with
//! what follows from that. Both must come to the same end, and they share no code but the reduction of what is plain.

use crate::catalog::{Catalog, ScopeId, ScopeSet};

use super::cost::Prices;
use super::reduce::{Reduced, reduce};
use super::{Cost, Requirement};

/// How many ways are looked at in all before the proof is given up.
const MOST_WORK: usize = 4_000_000;

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
    let mut work = 0;
    for part in parts {
        let scopes = part.iter().fold(ScopeSet::EMPTY, |all, requirement| all.union(&requirement.scopes()));
        let prices = Prices::of(catalog, &scopes.difference(&held));
        let mut search = Search { prices, best: None, equal: 0, work, cut_short: false };
        search.decide(held, ScopeSet::EMPTY, Cost::default(), &part);
        work = search.work;
        whole.complete &= !search.cut_short;
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

/// What a place in the search leads to.
enum Outlook {
    /// Some requirement has no way left.
    Dead,
    /// Some requirement has one way left, which lacks these.
    Forced(ScopeSet),
    /// Take the next scope or give it up; what is open costs at least so much more.
    Open { next: ScopeId, at_least: Cost },
}

struct Search {
    prices: Prices,
    best: Option<(Cost, ScopeSet)>,
    equal: u64,
    work: usize,
    cut_short: bool,
}

impl Search {
    fn decide(&mut self, taken: ScopeSet, given_up: ScopeSet, cost: Cost, open: &[&Requirement]) {
        if self.best.is_some_and(|(best, _)| cost > best) {
            return;
        }
        if self.work >= MOST_WORK {
            self.cut_short = true;
            return;
        }
        let rest: Vec<&Requirement> = open.iter().copied().filter(|r| !r.is_satisfied_by(&taken)).collect();
        if rest.is_empty() {
            self.note(cost, taken);
            return;
        }
        match self.outlook(&taken, &given_up, &rest) {
            Outlook::Dead => {}
            Outlook::Forced(more) => {
                let cost = cost.plus(self.prices.of_set(&more));
                self.decide(taken.union(&more), given_up, cost, &rest);
            }
            Outlook::Open { next, at_least } => {
                if self.best.is_some_and(|(best, _)| cost.plus(at_least) > best) {
                    return;
                }
                let one: ScopeSet = [next].into_iter().collect();
                let with = cost.plus(self.prices.of_set(&one));
                self.decide(taken.union(&one), given_up, with, &rest);
                self.decide(taken, given_up.union(&one), cost, &rest);
            }
        }
    }

    /// What follows from what is taken and given up, for the requirements that are not satisfied yet.
    fn outlook(&mut self, taken: &ScopeSet, given_up: &ScopeSet, rest: &[&Requirement]) -> Outlook {
        let mut uses = [0u16; ScopeSet::CAPACITY];
        let mut asked_for = ScopeSet::EMPTY;
        // Requirements that share no scope are paid for one by one.
        let mut paid_for = ScopeSet::EMPTY;
        let mut at_least = Cost::default();
        for requirement in rest {
            self.work += requirement.alternatives().len();
            let possible = requirement.alternatives().iter().filter(|way| way.intersection(given_up).is_empty());
            let lacking: Vec<ScopeSet> = possible.map(|way| way.difference(taken)).collect();
            match lacking[..] {
                [] => return Outlook::Dead,
                [only] => return Outlook::Forced(only),
                _ => {}
            }
            for id in lacking.iter().flat_map(ScopeSet::iter) {
                uses[id.index()] += 1;
            }
            let touched = lacking.iter().fold(ScopeSet::EMPTY, |all, way| all.union(way));
            if touched.intersection(&paid_for).is_empty() {
                paid_for = paid_for.union(&touched);
                let least = lacking.iter().map(|way| self.prices.of_set(way)).min();
                at_least = at_least.plus(least.unwrap_or_default());
            }
            asked_for = asked_for.union(&touched);
        }
        let most_used = asked_for.iter().max_by_key(|id| (uses[id.index()], std::cmp::Reverse(*id)));
        most_used.map_or(Outlook::Dead, |next| Outlook::Open { next, at_least })
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
