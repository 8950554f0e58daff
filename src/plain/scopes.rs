//! Step 3: the computed scopes; types are moved, suggestions taken, scopes entered by name.

use super::changes::finding_line;
use super::sheet::{Row, Sheet};
use super::talk::{Question, Talk};
use crate::catalog::{Confidence, Tier};
use crate::plan::{Pin, ScopeType};
use crate::tui::action::Command;
use crate::tui::model::{Model, Purpose};

/// The scopes by type.
pub(super) fn sheet(model: &Model) -> Sheet {
    let answer = &model.answer;
    let rows = answer.resolved.scopes.iter().map(|scope| {
        let mut state = scope.kind.name().to_owned();
        if scope.locked().is_some() {
            state.push_str(", locked");
        }
        if let Some(suggestion) = answer.suggestion_for(&scope.name) {
            state = format!("{state}; suggestion: {}, {}", suggestion.kind.name(), suggestion.reason());
        }
        Row::with(&scope.name, state)
    });
    let all = if answer.suggestions.is_empty() { "" } else { "suggested takes every suggestion, " };
    Sheet {
        question: format!("Step 3 of 4, Scopes: {} computed. Which one do you change?", answer.resolved.scopes.len()),
        rows: rows.collect(),
        prompt: format!("A number changes a scope, pin enters one by name, {all}? and a number explains, Enter goes on"),
        help: vec![
            "Required scopes stand in every link, conditionally required ones in links that ask for them, optional ones are left out where an account lacks them.".to_owned(),
            "Locked ones must be required: HubSpot checks them when the feature is set up.".to_owned(),
        ],
    }
}

/// Opens the scope in this row.
pub(super) fn open(talk: &mut Talk, place: usize) {
    let Some(scope) = talk.model.answer.resolved.scopes.get(place).cloned() else { return };
    match scope.locked() {
        Some(why) => talk.say(format!("{} stays required: {why}.", scope.name)),
        None => talk.ask(Question::Scope(scope.name)),
    }
}

/// What can be done with a scope.
pub(super) fn scope_sheet(model: &Model, name: &str) -> Sheet {
    let kind = model.answer.resolved.scope(name).map(|scope| scope.kind);
    let mut rows: Vec<Row> =
        ScopeType::ALL.map(|other| Row::with(other.name(), if Some(other) == kind { "as it is" } else { "" })).to_vec();
    if let Some(suggestion) = model.answer.suggestion_for(name) {
        rows[place_of(suggestion.kind)].state = format!("suggested: {}", suggestion.reason());
    }
    if is_pinned(model, name) {
        rows.push(Row::new("take it out: it was entered by name"));
    }
    Sheet {
        question: format!("{name}: which type?"),
        rows,
        prompt: "A number, or Enter to leave it".to_owned(),
        help: explain(model, name),
    }
}

fn place_of(kind: ScopeType) -> usize {
    ScopeType::ALL.iter().position(|other| *other == kind).unwrap_or(0)
}

fn is_pinned(model: &Model, name: &str) -> bool {
    model.plan().pins.iter().any(|pin: &Pin| pin.scope == name)
}

/// Does what this row of a scope says.
pub(super) fn take(talk: &mut Talk, name: &str, place: usize) {
    talk.model.reveal_scope(name);
    let command = match place {
        0 => Command::MakeRequired,
        1 => Command::MakeConditional,
        2 => Command::MakeOptional,
        _ => Command::Unpin,
    };
    talk.run(command);
    talk.close();
}

/// Words of this step; false where it is none.
pub(super) fn word(talk: &mut Talk, word: &str) -> bool {
    match word {
        "pin" => talk.type_for(Purpose::PinName(None)),
        "suggested" => talk.run(Command::AllSuggestions),
        _ => return false,
    }
    true
}

/// What is known of a scope.
pub(super) fn explain(model: &Model, name: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let fact = model.catalog.scope_named(name);
    lines.push(fact.map_or_else(|| format!("{name}."), |fact| format!("{name}: {}.", fact.summary)));
    if let Some(scope) = model.answer.resolved.scope(name) {
        for reason in &scope.reasons {
            lines.push(format!("Needed by {} ({}).", reason.describe(), reason.confidence.as_str()));
        }
        if let Some(why) = scope.locked() {
            lines.push(format!("Locked: {why}."));
        }
    }
    if let Some(fact) = fact {
        let tier =
            fact.tier.as_ref().map(|tier| format!("{} ({})", Tier::describe(tier), fact.tier_confidence().as_str()));
        lines.push(format!("Tier: {}.", tier.unwrap_or_else(|| "not known".to_owned())));
        if let Some(confidence) = fact.super_admin {
            let sure = if confidence == Confidence::Documented { "has" } else { "probably has" };
            lines.push(format!("A Super Admin {sure} to grant it ({}).", confidence.as_str()));
        }
        lines.extend(fact.note.map(str::to_owned));
    }
    lines.extend(model.findings_of_scope(name).map(finding_line));
    lines
}
