//! `features.json`: what an app can do, what each thing needs at which time, and the headings.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, as_day, as_maybe_day, day, list, maybe_day, yes};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct FeaturesFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    /// In the order they are shown.
    #[serde(deserialize_with = "list")]
    pub(crate) groups: &'static [Group],
    /// Types of components that HubSpot knows and that stand for no feature, sorted.
    #[serde(deserialize_with = "list")]
    pub(crate) components_without_feature: &'static [&'static str],
    /// In the order they are shown.
    #[serde(deserialize_with = "list")]
    pub(crate) features: &'static [Feature],
}

/// A heading under which features are shown.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Key.
    pub id: &'static str,
    /// Heading.
    pub name: &'static str,
    /// A few words beside the heading.
    pub hint: Option<&'static str>,
    /// The feature whose options stand right under the heading.
    pub leads: Option<&'static str>,
}

/// One way to satisfy a requirement: all of these scopes together.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Alternative {
    /// Names, all needed; empty = nothing is needed.
    #[serde(deserialize_with = "list")]
    pub all_of: &'static [&'static str],
    /// How well this way is known, where it differs from its requirement.
    pub confidence: Option<Confidence>,
    /// It is told beside the others and counts where an app has it, and is never chosen.
    #[serde(default)]
    pub candidate: bool,
}

/// What was needed from one day to another.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct DatedRequirement {
    /// First day.
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub from: Date,
    /// First day on which it no longer holds.
    #[serde(default, deserialize_with = "maybe_day", serialize_with = "as_maybe_day")]
    pub until: Option<Date>,
    /// One of these suffices.
    #[serde(deserialize_with = "list")]
    pub any_of: &'static [Alternative],
    /// How well the requirement is known.
    pub confidence: Confidence,
}

/// One choice within a feature, such as a webhook event or a record type.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FeatureOption {
    /// The id that HubSpot uses, where it has one.
    pub id: &'static str,
    /// What the user reads.
    pub label: &'static str,
    /// Other spellings of the id that the command line takes.
    #[serde(default, deserialize_with = "list")]
    pub aliases: &'static [&'static str],
    /// How well it is known.
    pub confidence: Confidence,
    /// Parameters to fill in (`propertyName`, `fqn`).
    #[serde(default, deserialize_with = "list")]
    pub needs: &'static [&'static str],
    /// The list of a webhooks component in which a subscription like this stands.
    pub platform_key: Option<&'static str>,
    /// Type id of the object it is about.
    pub object_type_id: Option<&'static str>,
    /// Sensitive properties can be subscribed to, too.
    #[serde(default)]
    pub sensitive_ok: bool,
    /// A credential other than scopes that it takes.
    pub auth: Option<&'static str>,
    /// Requirements by time, latest first.
    #[serde(default, deserialize_with = "list")]
    pub(crate) requires: &'static [DatedRequirement],
}

/// Something an app can do.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Feature {
    /// Types of components in a project whose presence alone is the feature.
    #[serde(default, deserialize_with = "list")]
    pub components: &'static [&'static str],
    /// Key, as on the command line.
    pub id: &'static str,
    /// What the user reads.
    pub name: &'static str,
    /// Kind, as HubSpot's documentation sorts it.
    pub category: &'static str,
    /// Key of the heading.
    pub group: &'static str,
    /// How well it is known.
    pub confidence: Confidence,
    /// Set when HubSpot is withdrawing it.
    pub status: Option<&'static str>,
    /// False: its scopes belong in a client-credentials token request, never in a link.
    #[serde(default = "yes")]
    pub in_link: bool,
    /// HubSpot checks its scopes when it is set up, so they must be required.
    #[serde(default)]
    pub checked_at_setup: bool,
    /// The sentence of HubSpot's that is shown where its scope lacks, as a key of the messages; `None` = none is known.
    pub setup_message: Option<&'static str>,
    /// What of HubSpot's own does without the scope that its page asks for: such a lack is warned of, no more.
    pub contested: Option<&'static str>,
    /// Event names, where options are objects.
    #[serde(default, deserialize_with = "list")]
    pub events: &'static [&'static str],
    /// What else is worth knowing.
    pub note: Option<&'static str>,
    /// Where the facts come from.
    #[serde(default, deserialize_with = "list")]
    pub sources: &'static [&'static str],
    /// What the feature itself needs when it is chosen without an option.
    #[serde(default, deserialize_with = "list")]
    pub(crate) requires: &'static [DatedRequirement],
    /// Its choices.
    #[serde(default, deserialize_with = "list")]
    pub options: &'static [FeatureOption],
}
