//! What names mean, as `assets/catalog/near.json` has it: verbs, small words, and the things that scopes are about.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::catalog::Confidence;

/// All rows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::catalog) struct Rows {
    /// The day of the facts.
    #[expect(dead_code, reason = "for who reads the file, and its test")]
    as_of: &'static str,
    /// Words for reading and for changing.
    pub(super) verbs: Vec<VerbRow>,
    /// Words that say nothing of what a scope is about.
    #[serde(borrow)]
    pub(super) small: Vec<&'static str>,
    /// Words for a whole area, which may be left out where something else is named.
    #[serde(borrow)]
    pub(super) areas: Vec<&'static str>,
    /// Words that stand for another one of the scopes' names.
    pub(super) same: Vec<Same>,
    /// Things and APIs by the names that people know, with the scopes that open them.
    pub(super) subjects: Vec<SubjectRow>,
    /// Words that are a whole name, and no name of HubSpot's.
    pub(super) alone: Vec<AloneRow>,
    /// The words of a search.
    pub(super) search: SearchRows,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VerbRow {
    pub(super) verb: Verb,
    #[serde(borrow)]
    pub(super) words: Vec<&'static str>,
}

/// What a name asks to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Verb {
    Read,
    Write,
    Both,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Same {
    pub(super) word: &'static str,
    pub(super) means: &'static str,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SubjectRow {
    /// In the singular.
    #[serde(borrow)]
    pub(super) words: Vec<&'static str>,
    #[serde(borrow, default)]
    pub(super) read: Vec<&'static str>,
    #[serde(borrow, default)]
    pub(super) write: Vec<&'static str>,
    /// What is to be said beside the scopes, or in their place.
    #[serde(borrow)]
    pub(super) says: Option<&'static str>,
    pub(super) confidence: Confidence,
    pub(super) source: &'static str,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AloneRow {
    #[serde(borrow)]
    pub(super) words: Vec<&'static str>,
    pub(super) says: &'static str,
    pub(super) confidence: Confidence,
    pub(super) source: &'static str,
}

/// The words of a search.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SearchRows {
    /// Those that say nothing of what is looked for.
    #[serde(borrow)]
    pub(super) small: Vec<&'static str>,
    /// Those that HubSpot's names do not have, with those that they have.
    pub(super) also: Vec<Also>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Also {
    pub(super) word: &'static str,
    #[serde(borrow)]
    pub(super) also: Vec<&'static str>,
}

/// The rows, read when first asked for.
///
/// # Panics
/// Never in a binary whose tests passed.
#[expect(clippy::expect_used, reason = "the embedded data is part of the program and read by its tests")]
pub(in crate::catalog) fn rows() -> &'static Rows {
    static ROWS: OnceLock<Rows> = OnceLock::new();
    ROWS.get_or_init(|| {
        serde_json::from_str(include_str!("../../../assets/catalog/near.json")).expect("the embedded data is valid")
    })
}
