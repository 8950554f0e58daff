//! What an app can do, in HubSpot's own words, and which scopes each thing needs at which time.

use super::{Confidence, Date};

/// A heading under which features are shown.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone)]
pub struct Alternative {
    /// Names, all needed; empty = nothing is needed.
    pub all_of: &'static [&'static str],
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
#[derive(Debug, Clone)]
pub struct DatedRequirement {
    /// The time in which it holds.
    pub period: Period,
    /// One of these suffices.
    pub any_of: &'static [Alternative],
    /// How well the requirement is known.
    pub confidence: Confidence,
}

/// One choice within a feature, such as a webhook event or a record type.
#[derive(Debug, Clone)]
pub struct FeatureOption {
    /// The id that HubSpot uses, where it has one.
    pub id: &'static str,
    /// What the user reads.
    pub label: &'static str,
    /// Other spellings of the id that the command line takes.
    pub aliases: &'static [&'static str],
    /// How well it is known.
    pub confidence: Confidence,
    /// Parameters to fill in (`propertyName`, `fqn`).
    pub needs: &'static [&'static str],
    /// The list of a webhooks component in which a subscription like this stands.
    pub platform_key: Option<&'static str>,
    /// Type id of the object it is about.
    pub object_type_id: Option<&'static str>,
    /// A credential other than scopes that it takes.
    pub auth: Option<&'static str>,
    /// Requirements by time, latest first.
    pub(super) requires: &'static [DatedRequirement],
}

/// Something an app can do.
#[derive(Debug, Clone)]
pub struct Feature {
    /// Types of components in a project whose presence alone is the feature.
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
    pub in_link: bool,
    /// HubSpot checks its scopes when it is set up, so they must be required.
    pub checked_at_setup: bool,
    /// The sentence of HubSpot's that is shown where its scope lacks, as a key of the messages; `None` = none is known.
    pub setup_message: Option<&'static str>,
    /// What of HubSpot's own does without the scope that its page asks for: such a lack is warned of, no more.
    pub contested: Option<&'static str>,
    /// Event names, where options are objects.
    pub events: &'static [&'static str],
    /// What else is worth knowing.
    pub note: Option<&'static str>,
    /// Where the facts come from.
    pub sources: &'static [&'static str],
    /// What the feature itself needs when it is chosen without an option.
    pub(super) requires: &'static [DatedRequirement],
    /// Its choices.
    pub options: &'static [FeatureOption],
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
    requires.iter().find(|rule| rule.period.holds_on(day))
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
        assert!(ways("marketing_email", "manage").iter().all(|(way, _)| !way.ends_with(".read")));
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
