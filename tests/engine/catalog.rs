//! The embedded facts are whole: every name used exists, every date parses, every row has its source.
//!
//! Facts are data, and data is tested like code. What a fact means is tested where the rules are.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the data has nothing to say")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::path::Path;

use hubscope::catalog::{Catalog, Date, DatedRequirement, Feature, Hub, Period, Scope, Selectable, Status, eras};
use hubscope::plan::{Plan, Selection, resolve};
use serde_json::Value;

const SCOPES: &str = include_str!("../../assets/catalog/scopes.json");
const FEATURES: &str = include_str!("../../assets/catalog/features.json");
const OBJECTS: &str = include_str!("../../assets/catalog/objects.json");
const SDK: &str = include_str!("../../assets/catalog/sdk.json");
const MESSAGES: &str = include_str!("../../assets/catalog/messages.json");

const ANNOUNCED: Date = Date::constant(2019, 12, 1);

fn catalog() -> &'static Catalog {
    Catalog::embedded()
}

fn rows(text: &str, list: &str) -> Vec<Value> {
    let document: Value = serde_json::from_str(text).unwrap();
    document[list].as_array().unwrap().clone()
}

/// Everything that has requirements, as the command line writes it.
fn choices() -> impl Iterator<Item = (Selection, &'static Feature, &'static [DatedRequirement])> {
    catalog().features().iter().flat_map(|feature| {
        let own = (!feature.requirements().is_empty())
            .then(|| (Selection::new(feature.id, None), feature, feature.requirements()));
        let options = feature
            .options
            .iter()
            .map(move |option| (Selection::new(feature.id, Some(option.id)), feature, option.requirements()));
        own.into_iter().chain(options)
    })
}

fn names_of(rule: &DatedRequirement) -> impl Iterator<Item = &'static str> {
    rule.any_of.iter().flat_map(|way| way.all_of.iter().copied())
}

fn is_pattern(name: &str) -> bool {
    catalog().scope_named(name).is_some_and(|scope| scope.pattern)
}

#[track_caller]
fn assert_unique<T: Ord + Debug>(what: &str, names: impl Iterator<Item = T>) {
    let mut seen = BTreeSet::new();
    for name in names {
        let shown = format!("{name:?}");
        assert!(seen.insert(name), "{what} {shown} stands twice");
    }
}

#[test]
fn the_facts_are_all_there() {
    let options: usize = catalog().features().iter().map(|feature| feature.options.len()).sum();
    assert_eq!((catalog().scopes().len(), catalog().features().len(), options), (325, 84, 307));
    assert_eq!(catalog().objects().all().len(), rows(OBJECTS, "objects").len());
    assert_eq!(catalog().messages().all().len(), rows(MESSAGES, "messages").len());
}

#[test]
fn every_file_is_of_the_same_day() {
    for text in [SCOPES, FEATURES, OBJECTS, MESSAGES] {
        let document: Value = serde_json::from_str(text).unwrap();
        assert_eq!(document["as_of"], catalog().as_of().to_string());
    }
}

#[test]
fn no_name_stands_twice() {
    assert_unique("the scope", catalog().scopes().iter().map(|scope| scope.name));
    assert_unique("the feature", catalog().features().iter().map(|feature| feature.id));
    assert_unique("the message", catalog().messages().all().iter().map(|message| message.id));
    assert_unique("the group", catalog().groups().iter().map(|group| group.id));
    for feature in catalog().features() {
        let spellings = feature
            .options
            .iter()
            .flat_map(|option| std::iter::once(option.id).chain(option.aliases.iter().copied()).map(str::to_lowercase));
        assert_unique(&format!("the option of {}", feature.id), spellings);
    }
}

#[test]
fn scopes_stand_in_the_order_of_their_names_and_oauth_is_first() {
    let names: Vec<&str> = catalog().scopes().iter().map(|scope| scope.name).collect();
    assert_eq!(names[0], Scope::OAUTH);
    assert!(names[1..].is_sorted(), "the solver takes the order of rows for the order of names");
}

#[test]
fn every_scope_that_is_named_exists() {
    let exists = |name: &str, by: &str| assert!(catalog().scope_named(name).is_some(), "{by} names {name}");
    for scope in catalog().scopes() {
        for name in scope.replaced_by.iter().chain(scope.implies) {
            exists(name, scope.name);
        }
    }
    for (selection, _, rules) in choices() {
        for name in rules.iter().flat_map(names_of) {
            exists(name, &selection.spec());
        }
    }
}

#[test]
fn what_replaces_a_scope_is_not_itself_gone() {
    for scope in catalog().scopes() {
        for name in scope.replaced_by {
            let status = catalog().scope_named(name).unwrap().status;
            assert!(
                matches!(status, Status::Current | Status::Legacy),
                "{} became {name}, which is {status:?}",
                scope.name
            );
        }
    }
}

#[test]
fn a_retired_scope_or_an_old_spelling_says_what_to_use() {
    let gone = |scope: &&Scope| matches!(scope.status, Status::Retired | Status::Deprecated);
    for scope in catalog().scopes().iter().filter(gone) {
        assert!(!scope.replaced_by.is_empty(), "{} is gone without a successor", scope.name);
    }
}

#[test]
fn patterns_are_exactly_the_names_with_a_hole() {
    for scope in catalog().scopes() {
        assert_eq!(scope.pattern, scope.name.contains("{fqn}"), "{}", scope.name);
        assert_eq!(scope.pattern, scope.selectable == Selectable::AppObjectsOnly, "{}", scope.name);
    }
}

#[test]
fn an_option_whose_scope_has_a_hole_asks_for_the_name() {
    for feature in catalog().features() {
        for option in feature.options {
            let open = option.requirements().iter().flat_map(names_of).any(is_pattern);
            assert_eq!(open, option.needs.contains(&"fqn"), "{}:{}", feature.id, option.id);
        }
    }
}

/// Of today's ways, one is made of scopes that an ordinary app can select. Where no source says whether a scope can be
/// selected, it counts: the rules do not refuse it.
#[test]
fn every_requirement_of_today_can_be_met_by_an_account_level_app() {
    for (selection, feature, rules) in choices() {
        let today = rules.iter().find(|rule| rule.period().holds_on(catalog().as_of()));
        let rule = today.unwrap_or_else(|| panic!("{} has no requirement today", selection.spec()));
        let can = |name: &&str| {
            let scope = catalog().scope_named(name).unwrap();
            let fits = match scope.selectable {
                Selectable::AccountLevel | Selectable::Unknown => true,
                Selectable::ClientCredentialsOnly => !feature.in_link,
                Selectable::AppObjectsOnly => scope.pattern,
                Selectable::UserLevelOnly | Selectable::No => false,
            };
            fits && matches!(scope.status, Status::Current | Status::Legacy)
        };
        assert!(rule.any_of.iter().any(|way| way.all_of.iter().all(can)), "{}", selection.spec());
    }
}

#[test]
fn every_choice_alone_gives_a_plan_without_an_error() {
    for (mut selection, feature, rules) in choices() {
        let spec = selection.spec();
        if rules.iter().flat_map(names_of).any(is_pattern) {
            selection.parameters.insert("fqn".to_owned(), "a1_thing".to_owned());
        }
        let resolved = resolve(catalog(), &Plan { selections: vec![selection], ..Plan::default() });
        let errors: Vec<_> = resolved.diagnostics.iter().filter(|finding| finding.is_error()).collect();
        assert!(errors.is_empty(), "{spec}: {errors:?}");
        assert_eq!(resolved.token_request.is_empty(), feature.in_link, "{spec}");
    }
}

#[test]
fn scopes_of_client_credentials_are_never_in_a_link() {
    for (selection, feature, rules) in choices() {
        let credentials = |name: &str| {
            catalog().scope_named(name).is_some_and(|scope| scope.selectable == Selectable::ClientCredentialsOnly)
        };
        let asks = rules.iter().flat_map(names_of).any(credentials);
        assert_eq!(asks, !feature.in_link, "{}", selection.spec());
    }
}

#[test]
fn the_periods_of_a_requirement_follow_one_another_without_gap_or_overlap() {
    for (selection, _, rules) in choices() {
        let spec = selection.spec();
        assert!(!rules.is_empty(), "{spec} has no requirement, not even an empty one");
        let periods: Vec<Period> = rules.iter().map(DatedRequirement::period).collect();
        assert_eq!(periods[0].until, None, "{spec}: the first is the latest and holds on");
        for pair in periods.windows(2) {
            assert_eq!(pair[1].until, Some(pair[0].from), "{spec}: one begins where the other ends");
        }
        for period in &periods {
            assert!(period.until.is_none_or(|until| period.from < until), "{spec}: a period runs backwards");
        }
    }
}

#[test]
fn every_way_of_a_requirement_is_written_once() {
    for (selection, _, rules) in choices() {
        for rule in rules {
            let spec = selection.spec();
            assert!(!rule.any_of.is_empty(), "{spec} can never be met");
            assert_unique(&spec, rule.any_of.iter().map(|way| way.all_of));
            for way in rule.any_of {
                assert_unique(&spec, way.all_of.iter());
            }
        }
    }
}

#[test]
fn every_row_has_its_sources() {
    let files = [(SCOPES, "scopes"), (FEATURES, "features"), (OBJECTS, "objects"), (MESSAGES, "messages")];
    for (text, list) in files {
        for row in rows(text, list) {
            let sources = row["sources"].as_array().unwrap();
            let said = |source: &Value| source.as_str().is_some_and(|text| !text.trim().is_empty());
            assert!(!sources.is_empty() && sources.iter().all(said), "{row}");
        }
    }
}

#[test]
fn a_source_given_by_its_key_has_a_text() {
    let used: BTreeSet<&str> = catalog().scopes().iter().flat_map(|scope| scope.sources.iter().copied()).collect();
    for key in used {
        let is_key = key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        assert!(!is_key || catalog().source(key) != key, "the source {key} is not in the table");
    }
}

#[test]
fn every_tier_says_something() {
    for scope in catalog().scopes() {
        if let Some(tier) = &scope.tier {
            let said = tier.describe();
            assert!(!said.is_empty(), "{} has an empty tier", scope.name);
            assert!(!said.contains(Hub::Any.as_str()), "{said}");
        }
    }
}

#[test]
fn add_ons_are_those_that_hubspot_sells() {
    const KNOWN: [&str; 3] = ["brands", "transactional_email", "website"];
    for row in rows(SCOPES, "scopes") {
        let tier = &row["tier"];
        let parts = tier["any_of"].as_array().into_iter().flatten().map(|part| &part["addon"]);
        for addon in parts.chain([&tier["addon"], &tier["addon_alternative"]]).filter_map(Value::as_str) {
            assert!(KNOWN.contains(&addon), "{}: {addon}", row["name"]);
        }
    }
}

/// Every string of the source that is a message's key, and the hole that is filled in it.
fn messages_in_the_source() -> Vec<(String, Option<String>)> {
    fn collect(folder: &Path, texts: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, texts);
            } else {
                texts.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut texts = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts);
    let is_key = |text: &str| {
        let family = ["install.", "upload.", "feature.", "api."].iter().find_map(|family| text.strip_prefix(family));
        family.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
    };
    let mut found = Vec::new();
    for text in &texts {
        let strings: Vec<&str> = text.split('"').collect();
        for (place, string) in strings.iter().enumerate().filter(|(_, string)| is_key(string)) {
            let filled = strings[place - 1].ends_with("says(").then(|| strings[place + 2].to_owned());
            found.push(((*string).to_owned(), filled));
        }
    }
    found
}

#[test]
fn the_sentences_that_the_rules_quote_exist_with_the_holes_that_they_fill() {
    let used = messages_in_the_source();
    assert!(used.len() >= 8, "{used:?}");
    for (id, hole) in used {
        let message = catalog().messages().get(&id).unwrap_or_else(|| panic!("there is no message {id}"));
        if let Some(hole) = hole {
            assert!(message.says.contains(&format!("{{{hole}}}")), "{id} has no {{{hole}}}");
        }
    }
}

#[test]
fn an_object_is_found_by_each_of_its_spellings() {
    let objects = catalog().objects();
    let mut owners: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let spellings = |object: &hubscope::catalog::Object| {
        let own = [Some(object.plural), Some(object.singular), Some(object.upper), object.id];
        own.into_iter().flatten().chain(object.aliases.iter().copied()).map(str::to_owned).collect::<Vec<_>>()
    };
    for object in objects.all() {
        for spelling in spellings(object) {
            owners.entry(spelling.to_lowercase()).or_default().insert(object.plural);
        }
    }
    for object in objects.all() {
        for spelling in spellings(object).iter().filter(|spelling| owners[&spelling.to_lowercase()].len() == 1) {
            let found = objects.resolve(spelling).map(|found| found.plural);
            assert_eq!(found, Some(object.plural), "{spelling}");
        }
    }
}

#[test]
fn an_object_with_a_scope_of_its_own_names_one_that_exists() {
    for object in catalog().objects().all() {
        if let Some(segment) = object.scope_segment {
            let start = format!("crm.objects.{segment}.");
            let other = format!("crm.schemas.{segment}.");
            let is_its = |scope: &Scope| scope.name.starts_with(&start) || scope.name.starts_with(&other);
            assert!(catalog().scopes().iter().any(is_its), "{}: {segment}", object.plural);
        }
    }
}

#[test]
fn every_group_has_features_and_every_feature_a_group() {
    for group in catalog().groups() {
        assert!(catalog().features().iter().any(|feature| feature.group == group.id), "{} is empty", group.id);
        let leads = group.leads.map(|id| catalog().feature(id).map(|feature| feature.group));
        assert!(leads.is_none_or(|found| found == Some(group.id)), "{} is led by another's feature", group.id);
    }
    for feature in catalog().features() {
        assert!(catalog().groups().iter().any(|group| group.id == feature.group), "{}", feature.id);
    }
}

#[test]
fn a_feature_without_options_stands_alone() {
    for feature in catalog().features().iter().filter(|feature| feature.options.is_empty()) {
        assert!(feature.stands_alone(), "{} cannot be chosen", feature.id);
    }
}

#[track_caller]
fn assert_needed_in_2019(feature: &str, option: &str, scopes: &[&str]) {
    let rule = catalog().feature(feature).unwrap().option(option).unwrap().requires_on(ANNOUNCED).unwrap();
    let ways: Vec<&[&str]> = rule.any_of.iter().map(|way| way.all_of).collect();
    assert_eq!(ways, [scopes], "{feature}:{option}");
}

#[test]
fn in_2019_every_classic_webhook_needs_contacts() {
    let webhooks = catalog().feature("webhooks.classic").unwrap();
    assert!(webhooks.options.iter().any(|option| option.id == "deal.propertyChange"));
    for option in webhooks.options {
        assert_needed_in_2019("webhooks.classic", option.id, &["contacts"]);
    }
}

#[test]
fn in_2019_a_card_needs_contacts_and_on_tickets_it_needs_tickets() {
    for object in ["contacts", "companies", "deals"] {
        assert_needed_in_2019("cards.legacy", object, &["contacts"]);
    }
    assert_needed_in_2019("cards.legacy", "tickets", &["tickets"]);
}

#[test]
fn contacts_is_asked_for_until_it_was_retired_and_never_after() {
    for (selection, _, rules) in choices() {
        for rule in rules.iter().filter(|rule| names_of(rule).any(|name| name == "contacts")) {
            assert_eq!(rule.period().until, Some(eras::GRANULAR), "{}", selection.spec());
        }
    }
}

#[test]
fn every_row_of_an_unofficial_library_has_its_source() {
    let groups = rows(SDK, "unofficial");
    let mut names = Vec::new();
    for group in &groups {
        let text = |key: &str| group[key].as_str().unwrap_or_default();
        assert!(!text("package").is_empty() && !text("source").is_empty(), "{}", text("package"));
        assert!(["documented", "reported", "inferred"].contains(&text("confidence")), "{}", text("package"));
        assert!(text("as_of").parse::<Date>().is_ok(), "{}", text("as_of"));
        names.extend(group["rows"].as_array().unwrap().iter().map(|row| row[0].as_str().unwrap().to_owned()));
    }
    assert!(names.len() > 150);
    assert_unique("the call", names.into_iter());
}

#[test]
fn no_note_names_a_file_of_the_catalog() {
    fn texts<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
        match value {
            Value::String(text) => found.push(text),
            Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
            Value::Object(fields) => fields.values().for_each(|item| texts(item, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/catalog");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let names: Vec<String> =
        files.iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect();
    for file in &files {
        let document: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let mut found = Vec::new();
        texts(&document, &mut found);
        for text in found {
            let words: Vec<&str> = text.split(|c: char| !(c.is_alphanumeric() || "._-".contains(c))).collect();
            assert!(!names.iter().any(|name| words.contains(&name.as_str())), "{}: {text}", file.display());
        }
    }
}
