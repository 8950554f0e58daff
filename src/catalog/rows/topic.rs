//! `topics.json`: answers to questions that are about no single scope, call or feature.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, as_day, day};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct TopicsFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    /// In the order they are listed.
    pub(crate) topics: Vec<Topic>,
}

/// A topic, told in a few sentences.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Key, such as `login`.
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
