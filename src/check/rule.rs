//! What a rule is.
//!
//! Owns what is the same for every finding of a rule; a finding has words of its own.

use serde::Serialize;

use crate::diagnostic::Severity;

/// What tells the findings of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Teller {
    /// `hubscope check`, which can leave it out.
    Check,
    /// Whatever reads a plan: the configurator, `url`, `simulate` and others.
    Plan,
}

/// What an id stands for. An id never changes its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Such as `scope/unknown`.
    pub id: &'static str,
    /// What tells its findings.
    pub told_by: Teller,
    /// The worst severity that its findings have.
    pub severity: Severity,
    /// When it fires, in one sentence.
    pub summary: &'static str,
    /// Where the fact comes from.
    pub source: &'static str,
    /// What to do about it, in general: a finding names the very scope or field.
    pub fix: &'static str,
    /// How that looks, or looks wrong; none where the fix says it all.
    pub example: Option<&'static str>,
}
