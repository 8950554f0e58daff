//! Sets of scopes as bitsets: set algebra is one instruction a word.

use super::ScopeId;
use super::rows::MOST_SCOPES;

const WORDS: usize = MOST_SCOPES / 64;

/// A set of catalog scopes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScopeSet([u64; WORDS]);

impl ScopeSet {
    /// The most scopes that a catalog may have.
    pub const CAPACITY: usize = WORDS * 64;

    /// The empty set.
    pub const EMPTY: Self = Self([0; WORDS]);

    /// Adds `id`; says whether it was new.
    pub fn insert(&mut self, id: ScopeId) -> bool {
        let new = !self.contains(id);
        self.0[id.index() / 64] |= 1 << (id.index() % 64);
        new
    }

    /// Takes `id` out.
    pub fn remove(&mut self, id: ScopeId) {
        self.0[id.index() / 64] &= !(1 << (id.index() % 64));
    }

    /// Whether `id` is in the set.
    pub fn contains(&self, id: ScopeId) -> bool {
        self.0[id.index() / 64] & (1 << (id.index() % 64)) != 0
    }

    /// Whether nothing is in the set.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// How many scopes are in the set.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether every member is a member of `other`.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a & !b == 0)
    }

    /// The members of either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a | b)
    }

    /// The members of both.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a & b)
    }

    /// The members that `other` lacks.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a & !b)
    }

    /// The members in catalog order.
    pub fn iter(&self) -> impl Iterator<Item = ScopeId> + '_ {
        self.0.iter().enumerate().flat_map(|(place, word)| Bits { word: *word, base: place * 64 })
    }

    fn zip(&self, other: &Self, f: impl Fn(u64, u64) -> u64) -> Self {
        Self(std::array::from_fn(|i| f(self.0[i], other.0[i])))
    }
}

impl FromIterator<ScopeId> for ScopeSet {
    fn from_iter<I: IntoIterator<Item = ScopeId>>(ids: I) -> Self {
        let mut set = Self::EMPTY;
        for id in ids {
            set.insert(id);
        }
        set
    }
}

struct Bits {
    word: u64,
    base: usize,
}

impl Iterator for Bits {
    type Item = ScopeId;

    fn next(&mut self) -> Option<ScopeId> {
        if self.word == 0 {
            return None;
        }
        let bit = self.word.trailing_zeros() as usize;
        self.word &= self.word - 1;
        u16::try_from(self.base + bit).ok().map(ScopeId)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn algebra_agrees_with_plain_sets() {
        let low: ScopeSet = [1, 63, 64, 300].into_iter().map(ScopeId).collect();
        let high: ScopeSet = [63, 300, 511].into_iter().map(ScopeId).collect();
        let ids = |set: ScopeSet| set.iter().map(ScopeId::index).collect::<Vec<_>>();
        assert_eq!(ids(low.union(&high)), [1, 63, 64, 300, 511]);
        assert_eq!(ids(low.intersection(&high)), [63, 300]);
        assert_eq!(ids(low.difference(&high)), [1, 64]);
        assert!(low.intersection(&high).is_subset(&low));
        assert_eq!(low.len(), 4);
    }
}
