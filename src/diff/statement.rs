//! A sentence with how well it is known, and where it comes from.

use crate::catalog::Confidence;

/// Something that is said of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// One or two sentences.
    pub text: String,
    /// How well the fact behind it is known.
    pub confidence: Confidence,
    /// Where the fact comes from.
    pub source: &'static str,
}

/// The rules of the three scope types in a link.
pub(super) const RULES: &str =
    "HubSpot docs: scopes; knowledge base: resolve a request for integration permissions error";
/// What becomes of grants when settings change.
pub(super) const GRANTS: &str =
    "HubSpot changelog: public app re-authorization and advanced scope settings, 2024-08-26";
/// What a refresh gives.
pub(super) const REFRESH: &str = "HubSpot docs: managing OAuth tokens; developers report the same";
/// The split of the coarse scopes.
pub(super) const SPLIT: &str = "HubSpot docs: update your app to granular scopes";
/// What of an app stays as it was made.
pub(super) const KINDS: &str =
    "HubSpot docs: app configuration, user-level apps; migration playbooks say otherwise in part";
/// What an installer must hold.
pub(super) const PERMISSIONS: &str = "HubSpot docs: working with OAuth; install pages that list missing permissions";
/// What follows from documented rules, and nobody says.
pub(super) const REASONED: &str = "reasoned from HubSpot's rules for links";

impl Statement {
    /// What HubSpot says itself.
    pub fn documented(text: impl Into<String>, source: &'static str) -> Self {
        Self { text: text.into(), confidence: Confidence::Documented, source }
    }

    /// What developers report.
    pub fn reported(text: impl Into<String>, source: &'static str) -> Self {
        Self { text: text.into(), confidence: Confidence::Reported, source }
    }

    /// What follows from other facts.
    pub fn inferred(text: impl Into<String>, source: &'static str) -> Self {
        Self { text: text.into(), confidence: Confidence::Inferred, source }
    }

    /// The text, and how well it is known where HubSpot does not say it itself.
    pub fn told(&self) -> String {
        match self.confidence {
            Confidence::Documented => self.text.clone(),
            weaker => format!("{} ({})", self.text, weaker.as_str()),
        }
    }
}
