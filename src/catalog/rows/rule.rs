//! `rules.json`: what the id of a rule stands for. Rules themselves are code, so that no facts file brings others.

use serde::{Deserialize, Serialize};

use super::{WhoFixes, maybe_text, text};

/// What tells the findings of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Teller {
    /// `hubscope check`, which can leave it out.
    #[default]
    Check,
    /// Whatever reads a plan: the configurator, `url`, `simulate` and others.
    Plan,
}

/// What an id stands for. An id never changes its meaning.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Such as `scope/unknown`.
    pub id: &'static str,
    /// What tells its findings.
    #[serde(default)]
    pub told_by: Teller,
    /// The worst severity that its findings have, but for those that refuse a link.
    pub severity: Severity,
    /// Who can fix what it finds.
    #[serde(default)]
    pub who_fixes: WhoFixes,
    /// When it fires, in one sentence.
    #[serde(deserialize_with = "text")]
    pub summary: &'static str,
    /// Where the fact comes from.
    pub source: &'static str,
    /// What to do about it, in general: a finding names the very scope or field.
    #[serde(deserialize_with = "text")]
    pub fix: &'static str,
    /// How that looks, or looks wrong; none where the fix says it all.
    #[serde(default, deserialize_with = "maybe_text")]
    pub example: Option<&'static str>,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Works today, breaks for some accounts or later.
    Warning,
    /// The installer or the upload is refused.
    Error,
}
