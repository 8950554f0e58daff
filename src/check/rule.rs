//! What a rule is.
//!
//! Owns what is the same for every finding of a rule; each family keeps its own rules beside its checks.

use crate::diagnostic::Severity;

/// What an id stands for. An id never changes its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Such as `scope/unknown`.
    pub id: &'static str,
    /// The worst severity that its findings have.
    pub severity: Severity,
    /// When it fires, in one sentence.
    pub summary: &'static str,
    /// Where the fact comes from.
    pub source: &'static str,
}
