//! `overrides.json`: where the specifications were found to differ from what HubSpot does, and calls that they lack.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, Method, as_day, day};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct OverridesFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    pub(crate) overrides: Vec<Override>,
    /// Successors of coarse scopes that a source names for an object and a kind of action.
    pub(crate) successors: Vec<Successor>,
    /// Calls that read, though their method and path do not show it.
    pub(crate) reads: Vec<ReadingCall>,
}

/// The part of an object that a call is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Part {
    /// Its records.
    Records,
    /// Its properties, pipelines and other settings.
    Definition,
}

/// A granular scope that a source names in place of a coarse one, for an object and a kind of action.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Successor {
    pub(crate) coarse: &'static str,
    pub(crate) object: &'static str,
    pub(crate) part: Part,
    pub(crate) only: Only,
    pub(crate) scope: &'static str,
    pub(crate) confidence: Confidence,
    pub(crate) source: &'static str,
    pub(crate) date: &'static str,
}

/// A call that only reads.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReadingCall {
    pub(crate) method: Method,
    /// As an entry writes it.
    pub(crate) path: &'static str,
    pub(crate) source: &'static str,
    pub(crate) date: &'static str,
}

/// How an entry changes what the specifications list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Only {
    /// Those that read, by GET or by a POST that searches.
    Reads,
    /// Those that change something.
    Writes,
}

/// A difference between the specifications and what was observed, or a call that they do not have.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// Methods that it is about.
    pub methods: Vec<Method>,
    /// Path without the version; `{…}` is any one segment, `**` at the end any number.
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

/// Scopes that suffice for a call, all of them together; none = no scope is needed.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Way {
    /// The names.
    pub all_of: Vec<&'static str>,
    /// How well this way is known, where that differs from its requirement.
    pub confidence: Option<Confidence>,
}
