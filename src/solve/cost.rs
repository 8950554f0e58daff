//! What a set of scopes costs: how much it lets an app do, most important first.

use serde::{Deserialize, Serialize};

use crate::catalog::{Catalog, Confidence, Scope, ScopeSet, Sensitivity, Status};

/// Counts, compared from left to right: highly sensitive, sensitive, can change something, legacy, documented to need a
/// Super Admin, tier-bound, records, all. `oauth` costs nothing, for every app has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cost([u16; 8]);

/// What is counted, in words.
const COUNTS: [&str; 8] = [
    "highly sensitive scopes",
    "sensitive scopes",
    "scopes that can change something",
    "legacy scopes",
    "scopes that need a Super Admin",
    "scopes bound to a subscription",
    "scopes that open records",
    "scopes",
];

impl Cost {
    /// The order of the counts, as an answer explains it.
    pub fn order() -> String {
        COUNTS.join(", ")
    }

    /// The cost of one scope.
    pub fn of_scope(scope: &Scope) -> Self {
        if scope.name == Scope::OAUTH {
            return Self::default();
        }
        Self(
            [
                scope.sensitivity == Sensitivity::HighlySensitive,
                scope.sensitivity == Sensitivity::Sensitive,
                scope.can_change(),
                scope.status == Status::Legacy,
                scope.super_admin == Some(Confidence::Documented),
                scope.is_tier_bound(),
                scope.is_record_scope(),
                true,
            ]
            .map(u16::from),
        )
    }

    /// The cost of a set: the sum over its scopes.
    pub fn of_set(catalog: &Catalog, set: &ScopeSet) -> Self {
        set.iter().fold(Self::default(), |sum, id| sum.plus(Self::of_scope(catalog.scope(id))))
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(std::array::from_fn(|i| self.0[i] + other.0[i]))
    }

    /// The first count by which this cost is less than `other`, in words; `None` where it is not less.
    pub fn is_less_by(&self, other: &Self) -> Option<&'static str> {
        let first = (0..self.0.len()).find(|place| self.0[*place] != other.0[*place])?;
        (self.0[first] < other.0[first]).then_some(COUNTS[first])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_that_decides_is_named() {
        let of = |name: &str| Cost::of_scope(Catalog::embedded().scope_named(name).unwrap());
        let (records, schema) = (of("crm.objects.deals.read"), of("crm.schemas.deals.read"));
        assert_eq!(schema.is_less_by(&records), Some("scopes that open records"));
        assert_eq!(records.is_less_by(&schema), None);
        assert_eq!(schema.is_less_by(&schema), None);
    }
}
