//! Where specifications have an operation, while they are imported.

use super::security::OwnedListed;
use crate::catalog::rows::Method;

/// What makes versions one operation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) shape: Vec<String>,
    pub(super) method: Method,
}

/// Where an operation was seen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sighting {
    pub(super) template: String,
    pub(super) version: String,
    pub(super) api: String,
    pub(super) listed: OwnedListed,
}
