//! One way to be allowed a call.

use serde::Deserialize;

use crate::catalog::Confidence;

/// Scopes that suffice for a call, all of them together; none = no scope is needed.
#[derive(Debug, Clone, Deserialize)]
pub struct Way {
    /// The names.
    #[serde(borrow)]
    pub all_of: Vec<&'static str>,
    /// How well this way is known, where that differs from its requirement.
    pub confidence: Option<Confidence>,
}
