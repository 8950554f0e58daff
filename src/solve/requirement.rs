//! What one feature or call asks for: one of several sets, each to be held whole.

use crate::catalog::ScopeSet;

/// Any-of of all-of. Without an alternative it can never be satisfied; an empty alternative asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Requirement {
    any_of: Vec<ScopeSet>,
}

impl Requirement {
    /// One of `any_of`; alternatives that include another one are dropped, for they never cost less.
    pub fn any_of(alternatives: impl IntoIterator<Item = ScopeSet>) -> Self {
        let mut any_of: Vec<ScopeSet> = Vec::new();
        for set in alternatives {
            if any_of.iter().any(|kept| kept.is_subset(&set)) {
                continue;
            }
            any_of.retain(|kept| !set.is_subset(kept));
            any_of.push(set);
        }
        Self { any_of }
    }

    /// The alternatives, in the order they were given.
    pub fn alternatives(&self) -> &[ScopeSet] {
        &self.any_of
    }

    /// Every scope that occurs in an alternative.
    pub fn scopes(&self) -> ScopeSet {
        self.any_of.iter().fold(ScopeSet::EMPTY, |all, way| all.union(way))
    }

    /// Whether holding `set` is enough.
    pub fn is_satisfied_by(&self, set: &ScopeSet) -> bool {
        self.any_of.iter().any(|alternative| alternative.is_subset(set))
    }

    /// Whether satisfying it always satisfies `other`.
    pub fn implies(&self, other: &Self) -> bool {
        self.any_of.iter().all(|mine| other.any_of.iter().any(|theirs| theirs.is_subset(mine)))
    }
}
