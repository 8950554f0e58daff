//! What a plan needs: the scopes by type, each with every reason, and what is worth saying of them.
//!
//! Owns the shape of the answer; it is worked out in `resolve`.

use super::{Cause, Reason, ScopeType, When};
use crate::catalog::{Confidence, Date, Era, ScopeId};
use crate::diagnostic::Diagnostic;

/// A scope of the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolvedScope {
    /// The exact name.
    pub name: String,
    /// Its place in the catalog; `None` for a filled-in pattern or a name that no source has.
    pub id: Option<ScopeId>,
    /// Its type.
    pub kind: ScopeType,
    /// All that asks for it.
    pub reasons: Vec<Reason>,
}

impl ResolvedScope {
    /// Why its type cannot be weaker, where it cannot.
    pub fn locked(&self) -> Option<&'static str> {
        self.reasons.iter().find_map(|reason| reason.locked)
    }

    /// How well its need is known: as well as the best known of its reasons.
    pub fn confidence(&self) -> Confidence {
        self.reasons.iter().map(|reason| reason.confidence).max().unwrap_or(Confidence::Inferred)
    }
}

/// A need, and the way in which the answer serves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServedNeed {
    /// What asks.
    pub cause: Cause,
    /// When it is needed.
    pub when: When,
    /// One of these suffices, each whole.
    pub ways: Vec<Vec<&'static str>>,
    /// The place of the way that the answer holds; `None` = nothing can satisfy the need.
    pub by: Option<usize>,
}

/// What became of a scope from one answer to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScopeChange<'a> {
    /// It was not there.
    New(&'a ResolvedScope),
    /// It had another type.
    Moved(&'a ResolvedScope),
    /// It is there no more.
    Gone(&'a ResolvedScope),
}

/// What a plan needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The day whose rules were applied.
    pub as_of: Date,
    /// What holds on that day.
    pub era: Era,
    /// Whether scopes have three types on that day; before, every selected scope is required.
    pub typed: bool,
    /// The scopes, `oauth` first, then by name.
    pub scopes: Vec<ResolvedScope>,
    /// Scopes of a client-credentials token request, never of a link.
    pub token_request: Vec<String>,
    /// Every need with the way that serves it.
    pub needs: Vec<ServedNeed>,
    /// What is worth saying, worst first.
    pub diagnostics: Vec<Diagnostic>,
    /// False when the search for the least privilege was cut short.
    pub proved: bool,
    /// A link is held to the app's settings as they stand, not to what they are to be.
    pub by_settings: bool,
}

impl Resolved {
    /// What became of the scopes since `old`: those that are there in their order, then those that are gone.
    pub fn changes_since<'a>(&'a self, old: &'a Self) -> Vec<ScopeChange<'a>> {
        let here = self.scopes.iter().filter_map(|scope| match old.scope(&scope.name) {
            None => Some(ScopeChange::New(scope)),
            Some(before) if before.kind != scope.kind => Some(ScopeChange::Moved(scope)),
            Some(_) => None,
        });
        let gone = old.scopes.iter().filter(|scope| self.scope(&scope.name).is_none());
        here.chain(gone.map(ScopeChange::Gone)).collect()
    }

    /// The scopes of one type.
    pub fn of_type(&self, kind: ScopeType) -> impl Iterator<Item = &ResolvedScope> {
        of_type(&self.scopes, kind)
    }

    /// The scope with this name.
    pub fn scope(&self, name: &str) -> Option<&ResolvedScope> {
        scope_named(&self.scopes, name)
    }
}

/// The scopes of one type.
pub(super) fn of_type(scopes: &[ResolvedScope], kind: ScopeType) -> impl Iterator<Item = &ResolvedScope> {
    scopes.iter().filter(move |scope| scope.kind == kind)
}

/// The scope with this name.
pub(super) fn scope_named<'a>(scopes: &'a [ResolvedScope], name: &str) -> Option<&'a ResolvedScope> {
    scopes.iter().find(|scope| scope.name == name)
}
