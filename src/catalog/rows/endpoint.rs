//! `endpoints.json`: what HubSpot's specifications list for each operation. `hubscope catalog import` writes it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The methods that HubSpot's API has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Read.
    Get,
    /// Create, or a read with a body.
    Post,
    /// Replace.
    Put,
    /// Change.
    Patch,
    /// Remove.
    Delete,
}

impl Method {
    /// The word, upper case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// An API's tier as its specifications state it: hub → level, where it is more than free.
pub type TierHint<'a> = BTreeMap<&'a str, &'a str>;

/// The file.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EndpointsFile<'a> {
    /// The day of the source.
    pub(crate) as_of: &'a str,
    /// Repository and commit.
    pub(crate) source: &'a str,
    /// Tiers of the APIs that state more than free.
    #[serde(borrow)]
    pub(crate) tiers: BTreeMap<&'a str, TierHint<'a>>,
    /// Lists of scopes, each once; operations refer to them by place.
    pub(crate) requirements: Vec<Listed<'a>>,
    /// One line an operation.
    pub(crate) operations: Vec<OperationRow<'a>>,
}

/// What a specification lists for one operation in one version.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Listed<'a> {
    /// One of these, each whole. Empty and without a key: no scope.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) any_of: Vec<Vec<&'a str>>,
    /// A developer key is one way.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) key: bool,
    /// One list for every object type: it says nothing until the object is known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) generic: bool,
}

/// One operation and where it was seen.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OperationRow<'a> {
    pub(crate) method: Method,
    /// The path it is called by.
    #[serde(borrow)]
    pub(crate) path: &'a str,
    /// The object type that fills `{objectType}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) object: Option<&'a str>,
    /// Area and API.
    pub(crate) api: &'a str,
    /// Path with `*` for the version → version → places in the table.
    pub(crate) seen: BTreeMap<&'a str, BTreeMap<&'a str, Vec<usize>>>,
}
