//! What stands in a project, with where it stands: what later checks name, and what an edit needs.
//!
//! Owns the shapes alone. A pointer is that of RFC 6901, into the file of the span.

use crate::diagnostic::Span;
use crate::plan::{ScopeType, Selection};

/// A scope in a list of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopePlace {
    /// The name, as written; with the chosen profile's variables filled in.
    pub name: String,
    /// The type that its list gives it.
    pub kind: ScopeType,
    /// Where it stands.
    pub span: Span,
    /// Such as `/config/auth/requiredScopes/2`.
    pub pointer: String,
}

impl ScopePlace {
    /// The file, relative to the project.
    pub fn file(&self) -> &str {
        &self.span.file
    }
}

/// A list of scopes that a file has, or could have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopeList {
    /// The type of the scopes in it.
    pub kind: ScopeType,
    /// Its key: `requiredScopes`; `scopes` in an app.json.
    pub key: &'static str,
    /// The file, relative to the project.
    pub file: String,
    /// Such as `/config/auth/requiredScopes`.
    pub pointer: String,
    /// Where it stands; `None` = the file has no such list yet.
    pub span: Option<Span>,
}

/// A string of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPlace {
    /// As written; with the chosen profile's variables filled in.
    pub value: String,
    /// Where it stands.
    pub span: Span,
    /// Such as `/config/distribution`.
    pub pointer: String,
}

/// A feature that something in a project stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectFeature {
    /// The choice; its `active` is false where the project switches it off.
    pub selection: Selection,
    /// What stands for it: a subscription, an entry of `objectTypes`, the `type` of a component.
    pub span: Span,
    /// The same, such as `/config/subscriptions/crmObjects/0`.
    pub pointer: String,
}

impl ProjectFeature {
    /// The file, relative to the project.
    pub fn file(&self) -> &str {
        &self.span.file
    }

    /// False: switched off in the project (`"active": false`).
    pub fn is_active(&self) -> bool {
        self.selection.active
    }
}
