//! `platforms.json`: the versions of the developer platform.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, as_day, day, list};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct PlatformsFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    /// Oldest first.
    #[serde(deserialize_with = "list")]
    pub(crate) platforms: &'static [Platform],
}

/// How the files of a project are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PlatformFormat {
    /// `*-hsmeta.json`.
    Components,
    /// `app.json` or `public-app.json` and the files that they name.
    Older,
}

/// One version.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Platform {
    /// As `platformVersion` of hsproject.json says it.
    pub version: &'static str,
    /// How the files of its projects are laid out.
    pub format: PlatformFormat,
    /// Whether a component may ask for scopes itself.
    #[serde(default)]
    pub permissions: bool,
    /// Whether HubSpot calls it the current one.
    #[serde(default)]
    pub is_current: bool,
    /// The [`super::Sunset`] that has come, or whose day HubSpot names.
    pub sunset: Option<&'static str>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Where it is said.
    pub source: &'static str,
}
