//! What an app can do, in HubSpot's own words, and which scopes each thing needs at which time.

use super::Date;
use super::rows::{DatedRequirement, Feature, FeatureOption};

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

impl DatedRequirement {
    /// The time in which it holds.
    pub fn period(&self) -> Period {
        Period { from: self.from, until: self.until }
    }
}

impl Feature {
    /// The option that goes by `id` or by one of its other spellings, letter case aside.
    pub fn option(&self, id: &str) -> Option<&'static FeatureOption> {
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
    pub fn requires_on(&self, day: Date) -> Option<&'static DatedRequirement> {
        on(self.requires, day)
    }

    /// Every requirement of the feature itself, latest first.
    pub fn requirements(&self) -> &'static [DatedRequirement] {
        self.requires
    }
}

impl FeatureOption {
    fn goes_by(&self, id: &str) -> bool {
        self.id.eq_ignore_ascii_case(id) || self.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(id))
    }

    /// What it needs on `day`; `None` = not known for this date.
    pub fn requires_on(&self, day: Date) -> Option<&'static DatedRequirement> {
        on(self.requires, day)
    }

    /// Every requirement, latest first.
    pub fn requirements(&self) -> &'static [DatedRequirement] {
        self.requires
    }
}

fn on(requires: &'static [DatedRequirement], day: Date) -> Option<&'static DatedRequirement> {
    requires.iter().find(|rule| rule.period().holds_on(day))
}
