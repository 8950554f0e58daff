//! Answers to questions that are about no single scope, call or feature.

use serde::Deserialize;

use super::Confidence;

/// A topic, told in a few sentences.
#[derive(Debug, Clone, Deserialize)]
pub struct Topic {
    /// Key, such as `login`.
    #[serde(borrow)]
    pub id: &'static str,
    /// The answer in one line.
    pub title: &'static str,
    /// Its paragraphs.
    pub says: Vec<&'static str>,
    /// Commands that tell more.
    pub see: Vec<&'static str>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Vec<&'static str>,
}
