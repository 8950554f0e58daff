//! The least set by other means: trying every set.
//!
//! Shares nothing with the solver but the requirements. The criteria are written down here a second time, from the
//! catalog's fields.

use hubscope::catalog::{Catalog, Confidence, Scope, ScopeId, ScopeSet, Sensitivity, Status};
use hubscope::solve::Requirement;

/// The counts that are compared from left to right.
pub(crate) type Counts = [u16; 8];

pub(crate) const CRITERIA: [fn(&Scope) -> bool; 8] = [
    |scope| scope.sensitivity == Sensitivity::HighlySensitive,
    |scope| scope.sensitivity == Sensitivity::Sensitive,
    Scope::can_change,
    |scope| scope.status == Status::Legacy,
    |scope| scope.super_admin == Some(Confidence::Documented),
    Scope::is_tier_bound,
    |scope| scope.name.starts_with("crm.objects."),
    |_| true,
];

/// What a set costs; `oauth` is free.
pub(crate) fn counts(catalog: &Catalog, set: &ScopeSet) -> Counts {
    let scopes = || set.iter().map(|id| catalog.scope(id)).filter(|scope| scope.name != Scope::OAUTH);
    CRITERIA.map(|counts| u16::try_from(scopes().filter(|scope| counts(scope)).count()).unwrap())
}

/// The names without `oauth`, sorted.
pub(crate) fn names(catalog: &Catalog, set: &ScopeSet) -> Vec<&'static str> {
    let mut names: Vec<_> = set.iter().map(|id| catalog.scope(id).name).filter(|name| *name != Scope::OAUTH).collect();
    names.sort_unstable();
    names
}

/// The least set that includes `held` and satisfies `requirements`, by trying every set; only where few scopes are in question.
pub(crate) fn by_trying(catalog: &Catalog, requirements: &[Requirement], held: ScopeSet) -> (ScopeSet, u64) {
    let held = with_oauth(catalog, held);
    let ids: Vec<ScopeId> = in_question(requirements).difference(&held).iter().collect();
    let satisfied = |set: &ScopeSet| requirements.iter().all(|r| r.alternatives().is_empty() || r.is_satisfied_by(set));
    let each: Vec<Counts> = ids.iter().map(|id| counts(catalog, &ScopeSet::from_iter([*id]))).collect();
    let sets = (0u32..1 << ids.len()).map(|bits| {
        let picked = || (0..ids.len()).filter(|i| bits & (1 << i) != 0);
        let sum = picked().fold(Counts::default(), |sum, i| std::array::from_fn(|c| sum[c] + each[i][c]));
        (sum, picked().map(|i| ids[i]).collect::<ScopeSet>().union(&held))
    });
    let mut good: Vec<(Counts, ScopeSet)> = sets.filter(|(_, set)| satisfied(set)).collect();
    let least = good.iter().map(|(counts, _)| *counts).min().unwrap();
    good.retain(|(counts, _)| *counts == least);
    let first = good.iter().min_by_key(|(_, set)| names(catalog, set)).unwrap().1;
    (first, good.len() as u64)
}

/// Every scope that a requirement names.
pub(crate) fn in_question(requirements: &[Requirement]) -> ScopeSet {
    requirements.iter().fold(ScopeSet::EMPTY, |all, requirement| all.union(&requirement.scopes()))
}

pub(crate) fn with_oauth(catalog: &Catalog, mut held: ScopeSet) -> ScopeSet {
    held.insert(catalog.oauth());
    held
}
