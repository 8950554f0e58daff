//! Why a scope is in the answer.

use super::When;
use crate::catalog::Confidence;

/// What asks for a scope.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Cause {
    /// HubSpot adds it to every OAuth app.
    EveryApp,
    /// A feature, written as on the command line.
    Feature(String),
    /// An API call, method and path.
    Endpoint(String),
    /// It was entered by name, with this reason.
    Pinned(String),
    /// It stands in the app's settings.
    Declared,
}

/// One reason for a scope.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reason {
    /// What asks for it.
    pub cause: Cause,
    /// When that is needed.
    pub when: When,
    /// Set when the type cannot be weaker, and why.
    pub locked: Option<&'static str>,
    /// How well the need is known.
    pub confidence: Confidence,
    /// The project file that the feature was read from.
    pub file: Option<String>,
}

/// Why the scopes of webhooks and cards are always required.
pub(super) const LOCKED_BY_SETUP: &str = "HubSpot checks it when the feature is set up, so it must be required";

/// Why `oauth` is always required.
pub(super) const LOCKED_BASE: &str = "HubSpot adds oauth to every OAuth app, and it cannot be removed";

impl Cause {
    /// In words, for a list of reasons.
    pub fn describe(&self) -> &str {
        match self {
            Self::EveryApp => "every OAuth app",
            Self::Feature(text) | Self::Endpoint(text) | Self::Pinned(text) => text,
            Self::Declared => "the app's settings",
        }
    }
}

impl Reason {
    /// In words, for a list of reasons.
    pub fn describe(&self) -> String {
        self.cause.describe().to_owned()
    }
}
