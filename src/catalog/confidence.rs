//! How well a fact is known.

use super::rows::Confidence;

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
