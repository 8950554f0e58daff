//! The files of the endpoint facts: what HubSpot's specifications list, and what is known to differ.
//!
//! Owns the form of `endpoints.json` and `overrides.json`, for reading and for writing. What the rows mean is decided
//! beside it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Way;
use super::call::Method;
use crate::catalog::Confidence;

/// The place of the version in a stored path.
pub(in crate::catalog) const VERSION: &str = "*";

/// An API's tier as its specifications state it: hub → level, where it is more than free.
pub type TierHint<'a> = BTreeMap<&'a str, &'a str>;

/// `endpoints.json`.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(in crate::catalog) struct Facts<'a> {
    /// The day of the source.
    pub(in crate::catalog) as_of: &'a str,
    /// Repository and commit.
    pub(in crate::catalog) source: &'a str,
    /// Tiers of the APIs that state more than free.
    #[serde(borrow)]
    pub(in crate::catalog) tiers: BTreeMap<&'a str, TierHint<'a>>,
    /// Lists of scopes, each once; operations refer to them by place.
    pub(in crate::catalog) requirements: Vec<Listed<'a>>,
    /// One line an operation.
    pub(in crate::catalog) operations: Vec<Row<'a>>,
}

/// What a specification lists for one operation in one version.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub(in crate::catalog) struct Listed<'a> {
    /// One of these, each whole. Empty and without a key: no scope.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::catalog) any_of: Vec<Vec<&'a str>>,
    /// A developer key is one way.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::catalog) key: bool,
    /// One list for every object type: it says nothing until the object is known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::catalog) generic: bool,
}

/// One operation and where it was seen.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub(in crate::catalog) struct Row<'a> {
    pub(in crate::catalog) method: Method,
    /// The path it is called by.
    #[serde(borrow)]
    pub(in crate::catalog) path: &'a str,
    /// The object type that fills `{objectType}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::catalog) object: Option<&'a str>,
    /// Area and API.
    pub(in crate::catalog) api: &'a str,
    /// Path with `*` for the version → version → places in the table.
    pub(in crate::catalog) seen: BTreeMap<&'a str, BTreeMap<&'a str, Vec<usize>>>,
}

/// `overrides.json`.
#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(in crate::catalog) struct OverridesFile {
    pub(in crate::catalog) overrides: Vec<Override>,
}

/// How an entry changes what the specifications list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// It stands in place of the list.
    Replace,
    /// It is one more way.
    Add,
    /// Every way needs these scopes as well.
    Also,
    /// Lists that hold the scope beside others mean either of them.
    Either,
    /// It stands for calls that no specification has.
    Legacy,
    /// The version that it names is out: what the specifications list for its beta holds for it.
    Released,
}

/// Which of the calls on a path an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Only {
    /// Those that read, by GET or by a POST that searches.
    Reads,
    /// Those that change something.
    Writes,
}

/// A difference between the specifications and what was observed, or a call that they do not have.
#[derive(Debug, Clone, Deserialize)]
pub struct Override {
    /// Methods that it is about.
    pub methods: Vec<Method>,
    /// Path without the version; `{…}` is any one segment, `**` at the end any number.
    #[serde(borrow)]
    pub path: &'static str,
    /// The object type that it is about; `None` = any.
    pub object: Option<&'static str>,
    /// Calls that only read, or only those that change something; `None` = both.
    #[serde(default)]
    pub only: Option<Only>,
    /// The object is named where no path shows it, as in the body: the ways are those of several objects.
    #[serde(default)]
    pub object_in_body: bool,
    /// What it does.
    pub effect: Effect,
    /// The version that was released.
    #[serde(default, borrow)]
    pub version: Option<&'static str>,
    /// The scopes; `{segment}` is the object's part of a scope name.
    pub any_of: Vec<Way>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Where it was said.
    pub source: &'static str,
    /// The day on which it was said, or the month.
    pub date: &'static str,
    /// What differs, and what is taken.
    pub note: &'static str,
}

impl Facts<'_> {
    /// The file's text: one line a requirement and an operation, so that it diffs well.
    pub(in crate::catalog) fn to_text(&self) -> serde_json::Result<String> {
        let lines = |rows: Vec<String>| rows.join(",\n");
        let tiers = self
            .tiers
            .iter()
            .map(|(api, tier)| Ok(format!("{}: {}", serde_json::to_string(api)?, serde_json::to_string(tier)?)));
        let tiers: Vec<String> = tiers.collect::<serde_json::Result<_>>()?;
        let requirements: Vec<String> =
            self.requirements.iter().map(serde_json::to_string).collect::<serde_json::Result<_>>()?;
        let operations: Vec<String> =
            self.operations.iter().map(serde_json::to_string).collect::<serde_json::Result<_>>()?;
        Ok(format!(
            "{{\"as_of\": {}, \"source\": {},\n\"tiers\": {{\n{}\n}},\n\"requirements\": [\n{}\n],\n\"operations\": [\n{}\n]}}\n",
            serde_json::to_string(self.as_of)?,
            serde_json::to_string(self.source)?,
            lines(tiers),
            lines(requirements),
            lines(operations)
        ))
    }
}
