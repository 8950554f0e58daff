//! `permissions.json`: the permissions of users, and which of them a scope asks of the person who installs.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, as_day, day, pairs};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct PermissionsFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    /// Sources by key.
    #[serde(deserialize_with = "pairs")]
    pub(crate) sources: &'static [(&'static str, &'static str)],
    /// Area by area.
    pub(crate) permissions: Vec<Permission>,
    /// `oauth`, then by name.
    pub(crate) scopes: Vec<Grant>,
    pub(crate) rules: Vec<InstallerRule>,
    /// Scopes that apps can ask for and of whose permissions nothing was found, sorted.
    pub(crate) not_known: Vec<&'static str>,
}

/// A permission that an account gives to a user, or the role of a Super Admin.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// Key, such as `workflows_edit`.
    pub id: &'static str,
    /// HubSpot's name for it.
    pub name: &'static str,
    /// Where it is found in a user's settings.
    pub area: &'static str,
    /// What the install page calls it, where that differs.
    pub install_page_name: Option<&'static str>,
    /// Names that it had or has elsewhere.
    #[serde(default)]
    pub aliases: Vec<&'static str>,
    /// What else is worth knowing.
    pub note: Option<&'static str>,
    /// How well it is known that there is such a permission.
    pub confidence: Confidence,
    pub(crate) source: &'static str,
}

/// What a scope asks of the installer, beside the right to install at all.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The scope.
    pub scope: &'static str,
    /// Ids of permissions, all needed.
    pub needs: Vec<&'static str>,
    /// Only a Super Admin is known to be able to grant it.
    #[serde(default)]
    pub super_admin: bool,
    /// What else is worth knowing.
    pub note: Option<&'static str>,
    /// How well it is known.
    pub confidence: Confidence,
    pub(crate) source: &'static str,
}

/// A rule about installers, in a sentence.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct InstallerRule {
    /// Key, such as `base`.
    pub id: &'static str,
    /// The sentence.
    pub text: &'static str,
    /// How well it is known.
    pub confidence: Confidence,
    pub(crate) source: &'static str,
}
