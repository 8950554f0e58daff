//! What a project needs beside its calls.

/// A need of the project's own features: what asks, and one of these, each whole.
#[derive(Debug, Clone)]
pub struct FeatureNeed {
    /// What asks.
    pub of: String,
    /// One of these, each whole.
    pub ways: Vec<Vec<&'static str>>,
}
