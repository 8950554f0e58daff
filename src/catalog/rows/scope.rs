//! `scopes.json`: one row a scope, and the sources that rows of several files name by a key.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, as_day, day, list, pairs};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct ScopesFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    /// Sources by key.
    #[serde(deserialize_with = "pairs")]
    pub(crate) sources: &'static [(&'static str, &'static str)],
    /// `oauth`, then by name.
    #[serde(deserialize_with = "list")]
    pub(crate) scopes: &'static [Scope],
}

/// Where a scope stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In use.
    Current,
    /// Works, but HubSpot is replacing it.
    Legacy,
    /// A spelling that another name has taken over.
    Deprecated,
    /// Gone: a link that carries it is refused.
    Retired,
    /// A name inside HubSpot, never offered to apps.
    Internal,
}

/// Who may ask for a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Selectable {
    /// Any app.
    AccountLevel,
    /// User-level apps only.
    UserLevelOnly,
    /// Apps with app objects; the name is a pattern to fill in.
    AppObjectsOnly,
    /// Only a client-credentials token request, never a link.
    ClientCredentialsOnly,
    /// No source says.
    Unknown,
    /// No app.
    No,
}

/// How sensitive the data behind a scope is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sensitivity {
    /// Ordinary data.
    #[default]
    Normal,
    /// Properties marked sensitive.
    Sensitive,
    /// Properties marked highly sensitive.
    HighlySensitive,
}

/// Whether a user-level app may declare the scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UserLevel {
    /// HubSpot accepts it.
    Accepted,
    /// HubSpot rejects it at deploy.
    Rejected,
}

/// One scope and all that is known of it.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Scope {
    /// The exact name, as it stands in a link.
    pub name: &'static str,
    /// What it opens, in one line.
    pub summary: &'static str,
    /// The family it is listed under.
    pub group: &'static str,
    /// Where it stands in its life.
    pub status: Status,
    /// How well it is known that it is legacy and what takes its place, where that is known less well than the row.
    pub(crate) legacy_confidence: Option<Confidence>,
    /// What sources differ in about its being legacy.
    pub legacy_hint: Option<&'static str>,
    /// Who may ask for it.
    pub selectable: Selectable,
    /// How well this row is known.
    pub confidence: Confidence,
    /// The subscription it needs; `None` = not known.
    pub tier: Option<Tier>,
    /// How well the tier is known, where that differs from the row.
    pub(crate) tier_confidence: Option<Confidence>,
    /// The names that replace it.
    #[serde(default, deserialize_with = "list")]
    pub replaced_by: &'static [&'static str],
    /// They do not take over all of it: some calls still take this name alone.
    #[serde(default)]
    pub partly_replaced: bool,
    /// It is met in code and stands in no source of HubSpot's.
    #[serde(default)]
    pub in_no_source: bool,
    /// How sensitive its data is.
    #[serde(default)]
    pub sensitivity: Sensitivity,
    /// Scopes that its documented wording includes.
    #[serde(default, deserialize_with = "list")]
    pub implies: &'static [&'static str],
    /// Whether user-level apps may have it; `None` = not known.
    pub user_level: Option<UserLevel>,
    /// Set where only a Super Admin is known to grant it, with how well that is known.
    pub super_admin: Option<Confidence>,
    /// The name holds `{fqn}` to fill in.
    #[serde(default)]
    pub pattern: bool,
    /// What another source says of the tier, where it differs: the API specification, an article.
    pub tier_hint: Option<&'static str>,
    /// That no call is known to take it, and how that is known: it can be granted, and opens nothing.
    pub opens_nothing: Option<&'static str>,
    /// What else is worth knowing.
    pub note: Option<&'static str>,
    /// The name occurs in HubSpot's API specifications.
    #[serde(default)]
    pub in_specs: bool,
    /// Sources, as keys of the catalog's source table or as text.
    #[serde(default, deserialize_with = "list")]
    pub sources: &'static [&'static str],
}

/// A level of a hub; a higher one has all of the lower ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// No paid subscription.
    Free,
    /// Starter.
    Starter,
    /// Professional.
    Professional,
    /// Enterprise.
    Enterprise,
}

/// A product line of HubSpot, each with a level of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hub {
    /// Whichever hub has the level.
    Any,
    /// Marketing Hub.
    Marketing,
    /// Sales Hub.
    Sales,
    /// Service Hub.
    Service,
    /// Content Hub, once CMS Hub.
    Content,
    /// Data Hub, once Operations Hub.
    Data,
    /// Commerce Hub.
    Commerce,
}

/// One way to have the tier: a hub at a level or above, and perhaps an add-on beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TierPart {
    /// The hub.
    pub hub: Hub,
    /// That level or a higher one.
    pub level: Level,
    /// An add-on that is needed as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addon: Option<&'static str>,
}

/// What a scope asks of an account's subscription.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Every account has it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) any: bool,
    /// One of these suffices.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "<[TierPart]>::is_empty")]
    pub(crate) any_of: &'static [TierPart],
    /// The add-on alone suffices.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) addon: Option<&'static str>,
    /// The add-on in place of the tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) addon_alternative: Option<&'static str>,
}
