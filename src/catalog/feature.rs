//! What an app can do, in HubSpot's own words, and which scopes each thing needs at which time.

use serde::Deserialize;

use super::{Confidence, Date};

/// A heading under which features are shown.
#[derive(Debug, Clone, Deserialize)]
pub struct Group {
    /// Key.
    #[serde(borrow)]
    pub id: &'static str,
    /// Heading.
    pub name: &'static str,
    /// A few words beside the heading.
    pub hint: Option<&'static str>,
    /// The feature whose options stand right under the heading.
    pub leads: Option<&'static str>,
}

/// One way to satisfy a requirement: all of these scopes together.
#[derive(Debug, Clone, Deserialize)]
pub struct Alternative {
    /// Names, all needed; empty = nothing is needed.
    #[serde(borrow)]
    pub all_of: Vec<&'static str>,
    /// How well this way is known, where it differs from its requirement.
    pub confidence: Option<Confidence>,
}

/// The time in which a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// First day on which it no longer holds.
    pub until: Option<Date>,
}

impl Period {
    /// Whether `day` lies in it.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// What was needed from one day to another.
#[derive(Debug, Clone, Deserialize)]
pub struct DatedRequirement {
    #[serde(borrow)]
    from: &'static str,
    until: Option<&'static str>,
    /// One of these suffices.
    pub any_of: Vec<Alternative>,
    /// How well the requirement is known.
    pub confidence: Confidence,
}

impl DatedRequirement {
    /// The time in which it holds; `None` if the data has no valid date (a test of the data forbids it).
    pub fn period(&self) -> Option<Period> {
        let until = self.until.map(str::parse).transpose().ok()?;
        Some(Period { from: self.from.parse().ok()?, until })
    }
}

/// One choice within a feature, such as a webhook event or a record type.
#[derive(Debug, Clone, Deserialize)]
pub struct FeatureOption {
    /// The id that HubSpot uses, where it has one.
    #[serde(borrow)]
    pub id: &'static str,
    /// What the user reads.
    pub label: &'static str,
    /// Other spellings of the id that the command line takes.
    #[serde(default, borrow)]
    pub aliases: Vec<&'static str>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Parameters to fill in (`propertyName`, `fqn`).
    #[serde(default, borrow)]
    pub needs: Vec<&'static str>,
    /// The list of a webhooks component in which a subscription like this stands.
    pub platform_key: Option<&'static str>,
    /// Type id of the object it is about.
    pub object_type_id: Option<&'static str>,
    /// A credential other than scopes that it takes.
    pub auth: Option<&'static str>,
    /// Requirements by time, latest first.
    requires: Vec<DatedRequirement>,
}

/// Something an app can do.
#[derive(Debug, Clone, Deserialize)]
pub struct Feature {
    /// Key, as on the command line.
    #[serde(borrow)]
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
    /// Event names, where options are objects.
    #[serde(default, borrow)]
    pub events: Vec<&'static str>,
    /// What else is worth knowing.
    pub note: Option<&'static str>,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'static str>,
    /// What the feature itself needs when it is chosen without an option.
    #[serde(default)]
    requires: Vec<DatedRequirement>,
    /// Its choices.
    #[serde(default)]
    pub options: Vec<FeatureOption>,
}

fn yes() -> bool {
    true
}

impl Feature {
    /// The option that goes by `id` or by one of its other spellings, letter case aside.
    pub fn option(&self, id: &str) -> Option<&FeatureOption> {
        self.options
            .iter()
            .find(|option| option.id == id)
            .or_else(|| self.options.iter().find(|option| option.goes_by(id)))
    }

    /// Whether it can be chosen without an option.
    pub fn stands_alone(&self) -> bool {
        !self.requires.is_empty()
    }

    /// What it needs on `day` when chosen without an option; `None` = not known for this date.
    pub fn requires_on(&self, day: Date) -> Option<&DatedRequirement> {
        on(&self.requires, day)
    }

    /// Every requirement of the feature itself, latest first.
    pub fn requirements(&self) -> &[DatedRequirement] {
        &self.requires
    }
}

impl FeatureOption {
    fn goes_by(&self, id: &str) -> bool {
        self.id.eq_ignore_ascii_case(id) || self.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(id))
    }

    /// What it needs on `day`; `None` = not known for this date.
    pub fn requires_on(&self, day: Date) -> Option<&DatedRequirement> {
        on(&self.requires, day)
    }

    /// Every requirement, latest first.
    pub fn requirements(&self) -> &[DatedRequirement] {
        &self.requires
    }
}

fn on(requires: &[DatedRequirement], day: Date) -> Option<&DatedRequirement> {
    requires.iter().find(|rule| rule.period().is_some_and(|period| period.holds_on(day)))
}
