//! What the requirement of an operation is read from, and what is found on the way.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::operation::Index;
use crate::catalog::{Catalog, Confidence};

/// One of these suffices, each whole; with how well that is known.
pub(super) type Ways = BTreeMap<Vec<&'static str>, Confidence>;

/// Ways that some versions list and others do not, with those that do.
pub(super) type Apart = BTreeMap<Vec<&'static str>, BTreeSet<&'static str>>;

/// Version → the ways that it lists.
pub(super) type Lists = BTreeMap<&'static str, Ways>;

/// The facts at hand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) index: &'a Index,
}

/// Ways, and how they were found.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) ways: Ways,
    pub(super) apart: Apart,
    pub(super) object_unknown: bool,
}

impl Found {
    pub(super) fn of(ways: Ways) -> Self {
        Self { ways, ..Self::default() }
    }

    /// The same, known no better than `most`.
    pub(super) fn at_most(mut self, most: Confidence) -> Self {
        self.ways.values_mut().for_each(|confidence| *confidence = most.min(*confidence));
        self
    }
}
