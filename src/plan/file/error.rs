//! Why a plan file could not be read.

/// Why a plan file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum PlanFileError {
    /// Not JSON.
    #[error("it is not JSON, at line {line}, column {column}: {what}")]
    Syntax {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What the parser said.
        what: String,
    },
    /// JSON, but not a plan.
    #[error("{path} {what}")]
    Shape {
        /// Where in the document, such as `features[2].when`.
        path: String,
        /// What is wrong there.
        what: String,
    },
}

/// JSON, but `path` of it is not what a plan has there.
pub(super) fn shape(path: impl Into<String>, what: impl Into<String>) -> PlanFileError {
    PlanFileError::Shape { path: path.into(), what: what.into() }
}
