//! What the requirement of an operation is read from, and what is found on the way.

use std::collections::BTreeSet;

use crate::catalog::operation::Index;
use crate::catalog::{Catalog, Confidence};

/// One of these suffices, each whole.
pub(super) type Ways = BTreeSet<Vec<&'static str>>;

/// The facts at hand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) index: &'a Index,
}

/// Ways, and how they were found.
pub(super) struct Found {
    pub(super) ways: Ways,
    pub(super) confidence: Confidence,
    pub(super) object_unknown: bool,
}

impl Found {
    pub(super) fn documented(ways: Ways) -> Self {
        Self { ways, confidence: Confidence::Documented, object_unknown: false }
    }
}
