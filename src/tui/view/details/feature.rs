//! Details of a feature or one of its options.

use super::text::Text;
use crate::catalog::{DatedRequirement, Feature, eras};
use crate::plan::Selection;
use crate::tui::model::Model;

pub(super) fn describe(model: &Model, text: &mut Text) -> String {
    let Some(node) = model.tree.current() else { return String::new() };
    let Some(feature) = node.feature else {
        let inside = model.catalog.features().iter().filter(|feature| feature.group == node.group.id);
        text.say("In it:");
        for feature in inside {
            text.item(feature.name);
        }
        return node.group.name.to_owned();
    };
    let title = node.option.map_or_else(|| feature.id.to_owned(), |option| option.id.to_owned());
    text.say(node.option.map_or(feature.name, |option| option.label));
    if node.option.is_some() {
        text.0.push((crate::tui::theme::Tone::Dim, 0, feature.name.to_owned()));
    }
    if let Some((id, option)) = node.choice() {
        for selection in model.plan().selected(id, option) {
            chosen(feature, selection, text);
        }
    }
    let rules = node.option.map_or(feature.requirements(), |option| option.requirements());
    needs(model, rules, text);
    if feature.checked_at_setup {
        text.heading("Always required");
        text.say("HubSpot checks its scopes when it is set up, so they must be required.");
    }
    if !feature.in_link {
        text.heading("Not in a link");
        text.say("Its scopes are asked for in a client-credentials token request.");
    }
    if let Some(auth) = node.option.and_then(|option| option.auth) {
        text.heading("Credential");
        text.say(format!("It takes {auth}, no scope."));
    }
    let spec = node.choice().map(|(id, option)| Selection::new(id, option).spec());
    if let Some(spec) = spec {
        for finding in model.answer.findings_about(&spec) {
            text.finding(finding);
        }
    }
    if let Some(note) = feature.note {
        text.heading("Notes");
        text.say(note);
    }
    text.sources(model.catalog, feature.sources);
    title
}

fn chosen(feature: &Feature, selection: &Selection, text: &mut Text) {
    text.heading("Chosen");
    if feature.checked_at_setup {
        text.item("always, and w does not change it");
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

/// What it needs on the plan's day, and what it needed or will need otherwise.
fn needs(model: &Model, rules: &[DatedRequirement], text: &mut Text) {
    let today = model.answer.resolved.as_of;
    let holds = |rule: &&DatedRequirement| rule.period.holds_on(today);
    text.heading("Needs");
    match rules.iter().find(holds) {
        Some(rule) => ways(rule, text),
        None if rules.is_empty() => text.item("no scope of its own"),
        None => text.item(format!("not known for {today}")),
    }
    for rule in rules.iter().filter(|rule| !holds(rule)) {
        let period = rule.period;
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
        let names = if way.all_of.is_empty() { "no scope".to_owned() } else { way.all_of.join(" and ") };
        let or = if place > 0 { "or " } else { "" };
        let confidence = way.confidence.unwrap_or(rule.confidence);
        text.item(format!("{or}{names} ({})", confidence.as_str()));
    }
}
