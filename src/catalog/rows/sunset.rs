//! `sunsets.json`: what HubSpot ends, and when.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, as_day, day};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct SunsetsFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    /// By id.
    pub(crate) sunsets: Vec<Sunset>,
}

/// How something ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// It stops working.
    Gone,
    /// It is no longer supported: it may go on for a while, and nobody mends it.
    Unsupported,
    /// Other names take its place.
    Split,
}

/// How well the day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the day.
    Day,
    /// HubSpot names the month; the date is its first day.
    Month,
    /// Worked out from HubSpot's calendar.
    About,
    /// HubSpot sets and shows it for each app.
    PerApp,
}

/// Something that ends.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sunset {
    /// Key, such as `api.v4`.
    pub id: &'static str,
    /// What ends.
    pub what: &'static str,
    /// How.
    pub end: End,
    /// The first day on which it has ended, as written; `None` = each app has its own.
    pub(crate) date: Option<&'static str>,
    /// How well that day is known.
    pub precision: Precision,
    /// Beginnings of the paths that end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paths: Vec<&'static str>,
    /// Paths below one of these beginnings that go on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<&'static str>,
    /// Versions in a path that end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<&'static str>,
    /// Versions of the developer platform that end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub platforms: Vec<&'static str>,
    /// It is about the scopes that the catalog calls legacy.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub legacy_scopes: bool,
    /// What to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<&'static str>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Where it is said.
    pub source: &'static str,
}
