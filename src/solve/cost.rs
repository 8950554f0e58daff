//! What a set of scopes costs: how much it lets an app do, most important first.

use serde::{Deserialize, Serialize};

use crate::catalog::{Catalog, Confidence, Scope, ScopeSet, Sensitivity, Status};

/// Counts, compared from left to right: highly sensitive, sensitive, can change something, legacy, documented to need a
/// Super Admin, tier-bound, records, all. `oauth` costs nothing, for every app has it.
///
/// Sixteen bits a count, the most important on top: comparing and adding are one instruction each, and no count of a set
/// outgrows its bits. Written as the list of the counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "[u16; 8]", into = "[u16; 8]")]
pub struct Cost(u128);

impl From<[u16; 8]> for Cost {
    fn from(counts: [u16; 8]) -> Self {
        Self(counts.into_iter().fold(0, |packed, count| packed << 16 | u128::from(count)))
    }
}

impl From<Cost> for [u16; 8] {
    fn from(cost: Cost) -> Self {
        let bytes = cost.0.to_be_bytes();
        std::array::from_fn(|i| u16::from_be_bytes([bytes[2 * i], bytes[2 * i + 1]]))
    }
}

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
        Self::from(
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
        Self(self.0 + other.0)
    }

    /// The first count by which this cost is less than `other`, in words; `None` where it is not less.
    pub fn is_less_by(self, other: Self) -> Option<&'static str> {
        let (mine, theirs) = (<[u16; 8]>::from(self), <[u16; 8]>::from(other));
        let first = (0..mine.len()).find(|place| mine[*place] != theirs[*place])?;
        (mine[first] < theirs[first]).then_some(COUNTS[first])
    }
}

/// What each scope costs, looked up by its place: a search asks for it many thousand times.
pub(super) struct Prices(Vec<Cost>);

impl Prices {
    /// The prices of `scopes`; of no other may be asked.
    pub(super) fn of(catalog: &Catalog, scopes: &ScopeSet) -> Self {
        let mut prices = vec![Cost::default(); catalog.scopes().len()];
        for id in scopes.iter() {
            prices[id.index()] = Cost::of_scope(catalog.scope(id));
        }
        Self(prices)
    }

    /// What `set` costs.
    pub(super) fn of_set(&self, set: &ScopeSet) -> Cost {
        set.iter().fold(Cost::default(), |sum, id| sum.plus(self.0[id.index()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_on_the_left_outweighs_all_to_its_right_and_sums_go_count_by_count() {
        let left = Cost::from([0, 1, 0, 0, 0, 0, 0, 0]);
        let right = Cost::from([0, 0, 300, 300, 300, 300, 300, 300]);
        assert!(left > right);
        assert_eq!(<[u16; 8]>::from(left.plus(right)), [0, 1, 300, 300, 300, 300, 300, 300]);
        assert_eq!(serde_json::to_string(&left).unwrap(), "[0,1,0,0,0,0,0,0]");
    }

    #[test]
    fn the_count_that_decides_is_named() {
        let of = |name: &str| Cost::of_scope(Catalog::embedded().scope_named(name).unwrap());
        let (records, schema) = (of("crm.objects.deals.read"), of("crm.schemas.deals.read"));
        assert_eq!(schema.is_less_by(records), Some("scopes that open records"));
        assert_eq!(records.is_less_by(schema), None);
        assert_eq!(schema.is_less_by(schema), None);
    }
}
