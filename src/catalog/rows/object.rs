//! `objects.json`: the types of records, and the many ways their names are written.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, as_day, day};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct ObjectsFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    /// CRM types first.
    pub(crate) objects: Vec<Object>,
}

/// Scopes of other names that open an object type.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct UsesScopes {
    /// What a user-level app needs to read its records.
    #[serde(default)]
    pub user_level_read: Vec<&'static str>,
    /// To read its records, all needed.
    #[serde(default)]
    pub read: Vec<&'static str>,
    /// To change them, all needed.
    #[serde(default)]
    pub write: Vec<&'static str>,
    /// Coarse scopes that open it as well.
    #[serde(default)]
    pub or: Vec<&'static str>,
}

/// One object type: its id, its spellings and its part in scope names.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Object {
    /// Type id such as `0-1`; `None` where no source has it.
    pub id: Option<&'static str>,
    /// `contacts`.
    pub plural: &'static str,
    /// `contact`.
    pub singular: &'static str,
    /// `CONTACT`, as workflow actions and app events write it.
    pub upper: &'static str,
    /// The X of `crm.objects.X.read`; `None` where it has no scope of its own.
    pub scope_segment: Option<&'static str>,
    /// Scopes that open it under another name.
    pub uses_scopes: Option<UsesScopes>,
    /// The verbs of `crm.objects.X.…` that exist.
    #[serde(default, rename = "object_scopes")]
    pub record_scopes: Vec<&'static str>,
    /// The verbs of `crm.schemas.X.…` that exist.
    #[serde(default)]
    pub schema_scopes: Vec<&'static str>,
    /// Its scopes are for user-level apps only.
    #[serde(default)]
    pub user_level_only: bool,
    /// The part that names it in paths of the API.
    pub api_path: Option<&'static str>,
    /// Whether generic webhooks tell of it.
    #[serde(default)]
    pub webhook_generic: bool,
    /// Further spellings.
    #[serde(default)]
    pub aliases: Vec<&'static str>,
    /// crm, custom, resource or other.
    pub kind: &'static str,
    /// What else is worth knowing.
    pub note: Option<&'static str>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Where it is said.
    pub sources: Vec<&'static str>,
}
