//! `internal_names.json`: HubSpot's internal names of permissions, and the scopes that apps ask for in their place.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, as_day, day};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct InternalNamesFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    /// By name.
    pub(crate) internal_names: Vec<InternalName>,
}

/// An internal name and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct InternalName {
    /// As specifications and answers write it, such as `automation-access`.
    pub name: &'static str,
    /// The scopes that apps ask for; of several, a call that reads takes those for reading, any other the rest.
    pub scopes: Vec<&'static str>,
    /// Where both names stand, or what kind of source says it.
    pub source: &'static str,
    /// The day on which it was said, or the month.
    pub date: &'static str,
    /// How well it is known.
    pub confidence: Confidence,
}
