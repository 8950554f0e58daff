//! The cheapest set that satisfies every requirement: exact, by branch and bound.
//!
//! ```text
//!  requirements ─▶ drop satisfied ─▶ take what has one way only ─▶ drop implied ─▶ split into parts that share no scope
//!                        ▲                     │                                             │ each part:
//!                        └─────────────────────┘ until nothing changes                       ▼
//!                                                       branch on the narrowest requirement, cheapest way first,
//!                                                       cut what cannot win any more
//! ```

use crate::catalog::{Catalog, ScopeId, ScopeSet};

use super::cost::Prices;
use super::reduce::{Reduced, reduce};
use super::{Cost, Requirement};

/// How many ways are weighed in all before the search says that it has not proved its answer: some tenths of a second.
/// A count and no clock, so that the answer is the same on every machine.
const MOST_WORK: usize = 8_000_000;

/// The answer of the search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minimum {
    /// The set, with all that was held from the start.
    pub set: ScopeSet,
    /// Whether no cheaper set exists; false when the search was cut short.
    pub proved: bool,
    /// Places of requirements that nothing can satisfy; the others are solved.
    pub unsatisfiable: Vec<usize>,
}

/// The cheapest set that includes `held` and satisfies every one of `requirements`, the same for the same input: among
/// sets of equal [`Cost`] the one whose sorted names come first.
pub fn minimum(catalog: &Catalog, requirements: &[Requirement], held: ScopeSet) -> Minimum {
    let unsatisfiable = (0..requirements.len()).filter(|i| requirements[*i].alternatives().is_empty()).collect();
    let Reduced { held, parts } = reduce(catalog, requirements, held);
    let mut answer = Minimum { set: held, proved: true, unsatisfiable };
    let mut work = 0;
    for part in parts {
        let scopes = part.iter().fold(ScopeSet::EMPTY, |all, requirement| all.union(&requirement.scopes()));
        let prices = Prices::of(catalog, &scopes.difference(&held));
        let mut search = Search { prices, best: None, work, cut_short: false };
        search.branch(held, Cost::default(), &part);
        work = search.work;
        let Some((_, mut set)) = search.best else { continue };
        if search.cut_short {
            answer.proved = false;
            set = without_idle(catalog, &part, set, &held);
        }
        answer.set = answer.set.union(&set);
    }
    answer
}

/// `set` without scopes that nothing falls without, the dearest first: a search that was cut short may have left some.
fn without_idle(catalog: &Catalog, part: &[&Requirement], mut set: ScopeSet, held: &ScopeSet) -> ScopeSet {
    let mut own: Vec<ScopeId> = set.difference(held).iter().collect();
    own.sort_by_key(|id| std::cmp::Reverse((Cost::of_scope(catalog.scope(*id)), *id)));
    for id in own {
        let mut without = set;
        without.remove(id);
        if part.iter().all(|requirement| requirement.is_satisfied_by(&without)) {
            set = without;
        }
    }
    set
}

struct Search {
    prices: Prices,
    /// Cost beyond what was held from the start, and the set.
    best: Option<(Cost, ScopeSet)>,
    /// Ways weighed so far, in this part and in those before.
    work: usize,
    /// Whether something was left out for want of work to spend.
    cut_short: bool,
}

impl Search {
    fn branch(&mut self, held: ScopeSet, cost: Cost, open: &[&Requirement]) {
        let rest: Vec<&Requirement> = open.iter().copied().filter(|r| !r.is_satisfied_by(&held)).collect();
        let Some(narrowest) = rest.iter().min_by_key(|requirement| requirement.alternatives().len()) else {
            self.offer(cost, held);
            return;
        };
        let least = cost.plus(self.still_to_pay(&held, &rest));
        if self.is_hopeless(least) {
            return;
        }
        let mut ways: Vec<(Cost, ScopeSet)> = narrowest
            .alternatives()
            .iter()
            .map(|way| (cost.plus(self.prices.of_set(&way.difference(&held))), held.union(way)))
            .collect();
        ways.sort_by(better);
        for (cost, held) in ways {
            if self.is_hopeless(cost) {
                continue;
            }
            if self.work >= MOST_WORK && self.best.is_some() {
                self.cut_short = true;
                return;
            }
            self.branch(held, cost, &rest);
        }
    }

    /// Whether a set of this cost cannot be better than the best. An equal cost still can: its names may come first.
    fn is_hopeless(&self, cost: Cost) -> bool {
        self.best.is_some_and(|(best, _)| cost > best)
    }

    /// What is to be paid at least for the open requirements: those that share no scope are paid for one by one.
    fn still_to_pay(&mut self, held: &ScopeSet, open: &[&Requirement]) -> Cost {
        let mut counted = ScopeSet::EMPTY;
        let mut sum = Cost::default();
        for requirement in open {
            self.work += requirement.alternatives().len();
            let touched = requirement.scopes().difference(held);
            if touched.intersection(&counted).is_empty() {
                counted = counted.union(&touched);
                let lacking = requirement.alternatives().iter().map(|way| way.difference(held));
                sum = sum.plus(lacking.map(|way| self.prices.of_set(&way)).min().unwrap_or_default());
            }
        }
        sum
    }

    fn offer(&mut self, cost: Cost, set: ScopeSet) {
        let wins = self.best.is_none_or(|best| better(&(cost, set), &best).is_lt());
        if wins {
            self.best = Some((cost, set));
        }
    }
}

/// Cheaper first; among equals the one whose names come first (catalog order is the order of names).
fn better(a: &(Cost, ScopeSet), b: &(Cost, ScopeSet)) -> std::cmp::Ordering {
    a.0.cmp(&b.0).then_with(|| a.1.iter().cmp(b.1.iter()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::solve::test_support::{names, needs, random_problem};

    #[test]
    fn a_schema_scope_is_preferred_to_records_until_records_are_needed_anyway() {
        let properties = needs(&[&["crm.objects.deals.read"], &["crm.schemas.deals.read"]]);
        let records = needs(&[&["crm.objects.deals.read"]]);
        let alone = minimum(Catalog::embedded(), std::slice::from_ref(&properties), ScopeSet::EMPTY);
        assert_eq!(names(alone.set), ["oauth", "crm.schemas.deals.read"]);
        let both = minimum(Catalog::embedded(), &[properties, records], ScopeSet::EMPTY);
        assert_eq!(names(both.set), ["oauth", "crm.objects.deals.read"]);
    }

    #[test]
    fn a_coarse_scope_that_is_held_is_kept() {
        let ticket = needs(&[&["crm.objects.tickets.read"], &["tickets"]]);
        let fresh = minimum(Catalog::embedded(), std::slice::from_ref(&ticket), ScopeSet::EMPTY);
        assert_eq!(names(fresh.set), ["oauth", "crm.objects.tickets.read"]);
        let held = Catalog::embedded().set_of(["tickets"]);
        let kept = minimum(Catalog::embedded(), &[ticket], held);
        assert_eq!(names(kept.set), ["oauth", "tickets"]);
    }

    #[test]
    fn a_requirement_without_a_way_is_named_and_the_rest_is_solved() {
        let answer = minimum(Catalog::embedded(), &[needs(&[]), needs(&[&["crm.lists.read"]])], ScopeSet::EMPTY);
        assert_eq!(answer.unsatisfiable, [0]);
        assert_eq!(names(answer.set), ["oauth", "crm.lists.read"]);
    }

    fn brute_force(requirements: &[Requirement], pool: ScopeSet) -> ScopeSet {
        let catalog = Catalog::embedded();
        let ids: Vec<_> = pool.iter().collect();
        let oauth: ScopeSet = [catalog.oauth()].into_iter().collect();
        (0u32..1 << ids.len())
            .map(|bits| {
                let picked = (0..ids.len()).filter(|i| bits & (1 << i) != 0).map(|i| ids[i]).collect::<ScopeSet>();
                picked.union(&oauth)
            })
            .filter(|set| requirements.iter().all(|requirement| requirement.is_satisfied_by(set)))
            .map(|set| (Cost::of_set(catalog, &set), set))
            .min_by(better)
            .map(|(_, set)| set)
            .unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100))]
        #[test]
        fn the_answer_is_the_cheapest_of_all_sets((requirements, pool) in random_problem(10, 14)) {
            let found = minimum(Catalog::embedded(), &requirements, ScopeSet::EMPTY);
            prop_assert!(found.proved);
            prop_assert_eq!(names(found.set), names(brute_force(&requirements, pool)));
        }
    }
}
