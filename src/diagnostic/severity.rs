//! The words for how bad a finding is.

use crate::catalog::Severity;

impl Severity {
    /// The word that the user reads.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
