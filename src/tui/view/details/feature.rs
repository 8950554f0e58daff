//! Details of a feature or one of its options.

use super::{call, found, install};
use crate::catalog::{DatedRequirement, Feature, FeatureOption, eras};
use crate::plan::Selection;
use crate::prose::together;
use crate::tui::action::Command;
use crate::tui::model::{Item, Model, Node, call_of};
use crate::tui::view::prose::Text;

pub(super) fn describe(model: &Model, text: &mut Text) -> String {
    let Some(node) = model.tree.current() else { return String::new() };
    let (feature, option) = match node.item {
        Item::Feature(feature) => (feature, None),
        Item::Option(feature, option) => (feature, Some(option)),
        Item::Call(place) => {
            let call = model.chosen_call(place).map(|chosen| chosen.call.clone()).unwrap_or_default();
            return call::describe(model, &call, text);
        }
        Item::Operation(operation) => return call::describe(model, &call_of(operation), text),
        Item::Api(api) => {
            text.say("The calls of this API; versions of one call are one row.");
            return api.to_owned();
        }
        Item::Found(place) => return found::describe(model, place, text),
        Item::Rest => return found::describe_rest(model, text),
        Item::Group => return describe_group(model, node, text),
    };
    let title = describe_choice(model, feature, option, text);
    for finding in model.findings_of_feature(node) {
        text.finding(finding);
    }
    notes(model, feature, option, text);
    title
}

/// What was and will be needed on other days, notes, and sources. A note of a whole feature is said at its heading; of an
/// option only what names it.
pub(super) fn notes(model: &Model, feature: &Feature, option: Option<&FeatureOption>, text: &mut Text) {
    other_days(model, option.map_or(feature.requirements(), |option| option.requirements()), text);
    let note = feature.note.map(|note| match option {
        Some(option) => sentences(note).filter(|one| one.contains(option.id)).collect::<Vec<_>>().join(" "),
        None => note.to_owned(),
    });
    if let Some(note) = note.filter(|note| !note.is_empty()) {
        text.heading("Notes");
        text.say(note);
    }
    text.sources(model.catalog, feature.sources);
}

/// The sentences of a note.
fn sentences(note: &str) -> impl Iterator<Item = &str> {
    note.split_inclusive(". ").map(str::trim_end)
}

/// What a feature or one of its options is, whether it is chosen, and what it needs.
pub(super) fn describe_choice(
    model: &Model,
    feature: &Feature,
    option: Option<&FeatureOption>,
    text: &mut Text,
) -> String {
    text.say(option.map_or(feature.name, |option| option.label));
    if option.is_some() {
        text.dim(feature.name);
    }
    needs(model, option.map_or(feature.requirements(), |option| option.requirements()), text);
    for selection in model.plan().selected(feature.id, option.map(|option| option.id)) {
        install::cost(model, &selection.spec(), true, text);
        chosen(model, feature, selection, text);
    }
    if feature.checked_at_setup {
        text.heading("Always required");
        text.say("HubSpot checks its scopes when it is set up, so they must be required.");
    }
    opens_nothing(model, option.map_or(feature.requirements(), |option| option.requirements()), text);
    if !feature.in_link {
        text.heading("Not in a link");
        text.say("Its scopes are asked for in a client-credentials token request.");
    }
    if let Some(auth) = option.and_then(|option| option.auth) {
        text.heading("Credential");
        text.say(format!("It takes {auth}, no scope."));
    }
    option.map_or(feature.id, |option| option.id).to_owned()
}

fn describe_group(model: &Model, node: &Node, text: &mut Text) -> String {
    if node.key.group == model.catalog.groups().len() {
        let find = model.key(Command::Find);
        text.say(format!("Every call of HubSpot's API. Find one with {find} by a part of its path, its method or its API, such as: owners get."));
        text.say("A chosen call counts like a feature: the least scopes for all of them together are computed.");
    } else {
        text.say("In it:");
        for feature in model.catalog.features().iter().filter(|feature| feature.group == node.group.id) {
            text.item(feature.name);
        }
        // Details of their options leave these notes to this place.
        for feature in model.catalog.features().iter().filter(|feature| feature.group == node.group.id) {
            if let Some(note) = feature.note {
                text.heading(feature.name);
                text.say(note);
            }
        }
    }
    node.group.name.to_owned()
}

/// The scopes that no known call takes.
fn opens_nothing(model: &Model, rules: &[DatedRequirement], text: &mut Text) {
    let now = rules.iter().filter(|rule| rule.period().holds_on(model.answer.resolved.as_of));
    let names = now.flat_map(|rule| rule.any_of).flat_map(|way| way.all_of);
    let scopes = names.filter_map(|name| model.catalog.scope_named(name));
    for (scope, how) in scopes.filter_map(|scope| Some((scope, scope.opens_nothing?))) {
        text.heading("Opens nothing");
        text.say(format!("No API is known that takes {}: {how}.", scope.name));
    }
}

fn chosen(model: &Model, feature: &Feature, selection: &Selection, text: &mut Text) {
    text.heading("Chosen");
    if feature.checked_at_setup {
        text.item(format!("always: HubSpot checks it at setup, so {} cannot change it", model.key(Command::When)));
    } else if feature.in_link {
        text.item(format!("{}: {}", selection.when.as_str(), selection.when.summary()));
    }
    if let Some(file) = &selection.file {
        text.item(format!("from {file}"));
    }
    if !selection.active {
        text.item("switched off in the project (active: false)");
    }
    for (name, value) in &selection.parameters {
        text.item(format!("{name}: {value}"));
    }
}

/// What it needs on the plan's day.
fn needs(model: &Model, rules: &[DatedRequirement], text: &mut Text) {
    let today = model.answer.resolved.as_of;
    let holds = |rule: &&DatedRequirement| rule.period().holds_on(today);
    text.heading("Needs");
    match rules.iter().find(holds) {
        Some(rule) => ways(rule, text),
        None if rules.is_empty() => text.item("no scope of its own"),
        None => text.item(format!("not known for {today}")),
    }
}

/// What it needed or will need on other days.
fn other_days(model: &Model, rules: &[DatedRequirement], text: &mut Text) {
    let today = model.answer.resolved.as_of;
    for rule in rules.iter().filter(|rule| !rule.period().holds_on(today)) {
        let period = rule.period();
        let until = period.until.map_or_else(String::new, |day| format!(" until {day}"));
        // The first day of granular scopes is where dated facts begin for most features.
        if period.from > eras::GRANULAR || period.until.is_some() {
            text.heading(&format!("From {}{until}", period.from));
            ways(rule, text);
        }
    }
}

fn ways(rule: &DatedRequirement, text: &mut Text) {
    for (place, way) in rule.any_of.iter().enumerate() {
        let names = together(way.all_of, " and ");
        let or = if place > 0 { "or " } else { "" };
        let confidence = way.confidence.unwrap_or(rule.confidence);
        text.item(format!("{or}{names} ({})", confidence.as_str()));
    }
}
