//! Features and calls as rows: of a group, found by words, chosen; what a row is called, and what it costs.

use super::sheet::Row;
use crate::catalog::{Operation, matches};
use crate::plan::When;
use crate::tui::model::{Choice, Model, call_of};

/// The rows of a group of features.
pub(super) fn of_group(model: &Model, group: &str) -> Vec<Choice> {
    let features = model.catalog.features().iter().filter(|feature| feature.group == group);
    features.flat_map(|feature| choices_of(feature.id, model)).collect()
}

fn choices_of(id: &str, model: &Model) -> Vec<Choice> {
    let Some(feature) = model.catalog.feature(id) else { return Vec::new() };
    let alone = feature.options.is_empty() || feature.stands_alone();
    let itself = alone.then_some(Choice::Feature(feature.id, None));
    let options = feature.options.iter().map(|option| Choice::Feature(feature.id, Some(option.id)));
    itself.into_iter().chain(options).collect()
}

/// What matches every word: options whose own id has them first, then features, then calls.
pub(super) fn found(model: &Model, words: &str) -> Vec<Choice> {
    let mut own = Vec::new();
    let mut other = Vec::new();
    for feature in model.catalog.features() {
        if choices_of(feature.id, model).iter().any(|choice| matches!(choice, Choice::Feature(_, None)))
            && matches(words, &[feature.id, feature.name])
        {
            own.push(Choice::Feature(feature.id, None));
        }
        for option in feature.options {
            let choice = Choice::Feature(feature.id, Some(option.id));
            let texts = [option.id, option.label, feature.id, feature.name];
            if matches(words, &[option.id]) {
                own.push(choice);
            } else if matches(words, &texts) || matches(words, option.aliases) {
                other.push(choice);
            }
        }
    }
    let is_match = |operation: &&'static Operation| {
        let texts = [operation.path, operation.api, operation.method.as_str()];
        let texts: Vec<&str> = texts.into_iter().chain(operation.object).collect();
        matches(words, &texts)
    };
    let calls = model.catalog.endpoints().operations().iter().filter(is_match).map(Choice::Operation);
    own.into_iter().chain(other).chain(calls).collect()
}

/// What is chosen and known.
pub(super) fn chosen(model: &Model) -> Vec<Choice> {
    let mut rows: Vec<Choice> = Vec::new();
    for feature in model.catalog.features() {
        let of_feature = std::iter::once(None).chain(feature.options.iter().map(|option| Some(option.id)));
        let chosen = of_feature.filter(|option| model.plan().selected(feature.id, *option).next().is_some());
        rows.extend(chosen.map(|option| Choice::Feature(feature.id, option)));
    }
    rows.extend((0..model.plan().calls.len()).map(Choice::Call));
    rows
}

/// The row of a choice: its name, and whether it is chosen.
pub(super) fn row(model: &Model, choice: Choice) -> Row {
    let state = when_of(model, choice).map(|when| match when {
        When::Always => "chosen".to_owned(),
        other => format!("chosen, {}", other.as_str()),
    });
    Row { text: name(model, choice), state: state.unwrap_or_default() }
}

/// What a choice is called.
pub(super) fn name(model: &Model, choice: Choice) -> String {
    match choice {
        Choice::Feature(id, option) => {
            let feature = model.catalog.feature(id);
            let label = match option {
                None => feature.map(|feature| feature.name),
                Some(option) => feature.and_then(|feature| feature.option(option)).map(|option| option.label),
            };
            let id = option.map_or_else(|| id.to_owned(), |option| format!("{id}:{option}"));
            label.map_or_else(|| id.clone(), |label| format!("{id}, {label}"))
        }
        Choice::Call(place) => model.chosen_call(place).map(|chosen| chosen.call.clone()).unwrap_or_default(),
        Choice::Operation(operation) => call_of(operation),
        Choice::Found(place) => model.found_call(place).map(|found| found.call.clone()).unwrap_or_default(),
    }
}

/// When a chosen row is needed; `None` where it is not chosen.
pub(super) fn when_of(model: &Model, choice: Choice) -> Option<When> {
    match choice {
        Choice::Feature(id, option) => model.plan().selected(id, option).next().map(|selection| selection.when),
        Choice::Call(_) | Choice::Operation(_) | Choice::Found(_) => {
            model.call_of_choice(choice).map(|chosen| chosen.when)
        }
    }
}

/// What is known of a choice, and what it would cost.
pub(super) fn explain(model: &Model, choice: Choice) -> Vec<String> {
    let mut lines = vec![format!("{}.", name(model, choice))];
    if let Choice::Feature(id, _) = choice
        && let Some(feature) = model.catalog.feature(id)
    {
        lines.push(format!("Feature: {} ({}).", feature.name, feature.confidence.as_str()));
        if feature.checked_at_setup {
            lines.push("HubSpot checks its scopes when it is set up, so they are always required.".to_owned());
        }
        if !feature.in_link {
            lines.push("Its scopes belong in a token request, never in a link.".to_owned());
        }
        lines.extend(feature.note.map(str::to_owned));
    }
    if let Choice::Operation(operation) = choice
        && model.needs_object(&call_of(operation))
    {
        lines.push("Choosing it asks which record type it is about.".to_owned());
        return lines;
    }
    let verb = if model.is_chosen(choice) { "Removing it" } else { "Choosing it" };
    lines.push(format!("{verb}: {}.", model.preview_choice(choice).sentence()));
    lines
}
