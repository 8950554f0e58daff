//! What a call turned out to be, and what it needs.

use crate::catalog::operation::Operation;
use crate::catalog::{Confidence, Object, Override, Way};

/// What a call is and needs.
#[derive(Debug, Clone)]
pub struct Match<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The object type that it is about, where known.
    pub object: Option<&'a Object>,
    /// The object type at the other end of an association, where known.
    pub other: Option<&'a Object>,
    /// One of these suffices, each whole; an empty one = no scope is needed. With [`Match::object_unknown`], one of these
    /// is needed, and only the object says which.
    pub requirement: Vec<Way>,
    /// Further ways that only user-level apps have.
    pub user_level: Vec<Way>,
    /// A call of the developer (a developer key, internal scopes), not of an installed app.
    pub not_for_apps: bool,
    /// The requirement hangs on an object type that the call does not name.
    pub object_unknown: bool,
    /// How well the requirement is known.
    pub confidence: Confidence,
    /// The entries that changed what the specifications list.
    pub overrides: Vec<&'a Override>,
}

impl Match<'_> {
    /// Whether no fact says what it needs, though it is a call of installed apps.
    pub fn is_unknown(&self) -> bool {
        self.requirement.is_empty() && self.user_level.is_empty() && !self.not_for_apps && !self.object_unknown
    }

    /// Why the requirement differs from the specifications, one sentence an entry.
    pub fn notes(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.overrides.iter().map(|entry| entry.note)
    }
}
