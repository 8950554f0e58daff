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

#[cfg(test)]
mod tests {
    use crate::catalog::{Catalog, Confidence, Date};

    fn ways(feature: &str, option: &str) -> Vec<(String, Option<Confidence>)> {
        let catalog = Catalog::embedded();
        let option = catalog.feature(feature).and_then(|feature| feature.option(option)).unwrap();
        let rule = option.requires_on(catalog.as_of()).unwrap();
        rule.any_of.iter().map(|way| (way.all_of.join(" "), way.confidence)).collect()
    }

    #[test]
    fn app_events_ask_for_what_their_page_names_and_for_no_record() {
        for option in ["CONTACT", "COMPANY", "DEAL", "TICKET"] {
            let reported = Some(Confidence::Reported);
            let expected = [("timeline".to_owned(), None), ("timeline.write".to_owned(), reported)];
            assert_eq!(ways("app_events", option), expected, "{option}");
        }
        let events = Catalog::embedded().feature("app_events").unwrap();
        assert!(events.contested.is_some() && events.setup_message.is_none());
    }

    #[test]
    fn marketing_emails_are_read_changed_and_published_with_scopes_of_their_own() {
        assert_eq!(ways("marketing_email", "read")[0].0, "content");
        assert_eq!(ways("marketing_email", "publish")[0].0, "marketing-email");
        // The option of plans that were saved before; a reading scope is none of its ways.
        assert_eq!(ways("marketing_email", "manage"), ways("marketing_email", "create"));
        assert!(ways("marketing_email", "manage").iter().all(|(way, _)| way.rsplit('.').next() != Some("read")));
    }

    #[test]
    fn only_features_whose_page_has_it_show_the_sentence_of_their_set_up() {
        let catalog = Catalog::embedded();
        let shown = catalog.features().iter().filter_map(|feature| Some((feature.id, feature.setup_message?)));
        assert_eq!(
            shown.collect::<Vec<_>>(),
            [
                ("webhooks.classic", "feature.add-scope-first"),
                ("cards.app", "upload.card-scopes"),
                ("cards.legacy", "feature.add-scope-first"),
            ]
        );
        for feature in catalog.features() {
            let known = feature.setup_message.is_none_or(|id| catalog.messages().get(id).is_some());
            assert!(known && (feature.setup_message.is_none() || feature.checked_at_setup), "{}", feature.id);
        }
    }

    #[test]
    fn site_pages_take_the_granular_scope_for_language_variants_alone() {
        let feature = Catalog::embedded().feature("cms_content").unwrap();
        let label = |id: &str| feature.option(id).unwrap().label;
        assert!(label("site_pages.write").contains("language") && !label("site_pages.write").contains("create/delete"));
        assert!(label("site_pages.update").contains("create") && label("site_pages.update").contains("delete"));
        assert_eq!(ways("cms_content", "site_pages.update"), [("content".to_owned(), None)]);
        assert!(feature.option("site_pages.write").unwrap().requires_on(Date::constant(2019, 1, 1)).is_none());
    }
}
