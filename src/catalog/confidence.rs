//! How well a fact is known.

use serde::{Deserialize, Serialize};

/// How well a fact is known; what is not [`Confidence::Documented`] is never an error to the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Reasoned from other facts.
    Inferred,
    /// Said by third parties.
    Reported,
    /// Said by HubSpot: a page, the changelog, a repository or a specification.
    Documented,
}

impl Confidence {
    /// The word that the user reads.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Inferred => "inferred",
            Self::Reported => "reported",
            Self::Documented => "documented",
        }
    }
}
