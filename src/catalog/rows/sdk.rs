//! `sdk.json`: what the calls of SDKs are. It belongs to the scanner, whose code knows the SDKs.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, Method, as_day, day};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct SdkFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    /// HubSpot's own, by name.
    pub(crate) official: Vec<SdkRow>,
    /// HubSpot's own that name a version by its date, by name.
    pub(crate) dated: Vec<SdkRow>,
    /// Of other people, package by package.
    pub(crate) unofficial: Vec<SdkPackage>,
}

/// Rows of one package, with one source.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SdkPackage {
    pub(crate) package: &'static str,
    pub(crate) source: &'static str,
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    pub(crate) confidence: Confidence,
    /// By name.
    pub(crate) rows: Vec<SdkRow>,
}

/// Names, method, path, and the parameters where their order is another one.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct SdkRow(
    pub(crate) &'static str,
    pub(crate) Method,
    pub(crate) &'static str,
    #[serde(default)] pub(crate) Vec<&'static str>,
);
