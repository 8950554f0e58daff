//! `near.json`: what names mean that are no scope: verbs, small words, and the things that scopes are about.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, as_day, day};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct NearFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    /// Words for reading and for changing.
    pub(crate) verbs: Vec<VerbRow>,
    /// Words that say nothing of what a scope is about.
    pub(crate) small: Vec<&'static str>,
    /// Words for a whole area, which may be left out where something else is named.
    pub(crate) areas: Vec<&'static str>,
    /// Words that stand for another one of the scopes' names.
    pub(crate) same: Vec<SameRow>,
    /// Things and APIs by the names that people know, with the scopes that open them.
    pub(crate) subjects: Vec<SubjectRow>,
    /// Words that are a whole name, and no name of HubSpot's.
    pub(crate) alone: Vec<AloneRow>,
    /// The words of a search.
    pub(crate) search: SearchRows,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct VerbRow {
    pub(crate) verb: Verb,
    pub(crate) words: Vec<&'static str>,
}

/// What a name asks to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Verb {
    Read,
    Write,
    Both,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SameRow {
    pub(crate) word: &'static str,
    pub(crate) means: &'static str,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SubjectRow {
    /// In the singular.
    pub(crate) words: Vec<&'static str>,
    #[serde(default)]
    pub(crate) read: Vec<&'static str>,
    #[serde(default)]
    pub(crate) write: Vec<&'static str>,
    /// What is to be said beside the scopes, or in their place.
    pub(crate) says: Option<&'static str>,
    pub(crate) confidence: Confidence,
    pub(crate) source: &'static str,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AloneRow {
    pub(crate) words: Vec<&'static str>,
    pub(crate) says: &'static str,
    pub(crate) confidence: Confidence,
    pub(crate) source: &'static str,
}

/// The words of a search.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct SearchRows {
    /// Those that say nothing of what is looked for.
    pub(crate) small: Vec<&'static str>,
    /// Those that HubSpot's names do not have, with those that they have.
    pub(crate) also: Vec<AlsoRow>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AlsoRow {
    pub(crate) word: &'static str,
    pub(crate) also: Vec<&'static str>,
}
