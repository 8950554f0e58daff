//! The step Scopes: types are moved, scopes are pinned, suggestions are taken.

use super::announce::{announce, told};
use super::ask::ask;
use crate::catalog::Scope;
use crate::plan::{Pin, PinOrigin, Plan, ScopeType};
use crate::tui::action::Command;
use crate::tui::model::{Message, Model, Purpose};

/// Why a static-auth app has no scope of another type.
pub(super) const REQUIRED_ONLY: &str =
    "a static-auth app has required scopes only, for no link of it says which others are wanted.";

/// Runs a command of this step.
pub(super) fn run(model: &mut Model, command: Command) {
    match command {
        Command::MakeRequired => make(model, ScopeType::Required),
        Command::MakeConditional => make(model, ScopeType::ConditionallyRequired),
        Command::MakeOptional => make(model, ScopeType::Optional),
        Command::Pin => ask(model, Purpose::PinName(None)),
        Command::Unpin => unpin(model),
        Command::Suggestion => take_one(model),
        _ => take_all(model),
    }
}

fn make(model: &mut Model, kind: ScopeType) {
    let Some(scope) = model.current_scope().cloned() else { return };
    if let Some(why) = scope.locked() {
        model.complain(format!("{} stays required: {why}.", scope.name));
        return;
    }
    if !model.has_type(kind) {
        model.complain(format!("{} stays required: {REQUIRED_ONLY}", scope.name));
        return;
    }
    if scope.kind == kind {
        model.complain(format!("{} is {} already.", scope.name, kind.name()));
        return;
    }
    let before = model.answer.clone();
    model.change(|plan| set_type(plan, &scope.name, kind, "type set by hand"));
    let links = links_note(scope.kind, kind);
    model.message = Some(Message { note: Some(links), ..told(model, &before).with_end(links) });
    model.reveal_scope(&scope.name);
}

/// What a move does to links that are in circulation.
fn links_note(from: ScopeType, to: ScopeType) -> &'static str {
    match (from, to) {
        (ScopeType::Required, ScopeType::Optional) => "Old links that demand it are refused.",
        (ScopeType::Required, ScopeType::ConditionallyRequired) => "Old links still install.",
        (_, ScopeType::Required) => "Old links without it in scope are refused.",
        (ScopeType::ConditionallyRequired, ScopeType::Optional) => "Old links with it in scope are refused.",
        (ScopeType::Optional, ScopeType::ConditionallyRequired) => "Old links with it in optional_scope are refused.",
        _ => "Links stay as they are.",
    }
}

/// Makes `kind` the type of `scope`: by changing its entry, or by a new one.
fn set_type(plan: &mut Plan, scope: &str, kind: ScopeType, reason: &str) {
    let by_hand = |pin: &&mut Pin| pin.scope == scope && pin.origin == PinOrigin::Chosen;
    match plan.pins.iter_mut().find(by_hand) {
        Some(pin) => pin.kind = kind,
        None => plan.pin(Pin::new(scope, kind, Some(reason))),
    }
}

fn unpin(model: &mut Model) {
    let Some(name) = model.current_scope().map(|scope| scope.name.clone()) else { return };
    if name == Scope::OAUTH {
        model.complain("HubSpot adds oauth to every OAuth app, and it cannot be removed.");
        return;
    }
    let before = model.answer.clone();
    if model.change(|plan| {
        plan.unpin(&name);
    }) {
        announce(model, &before);
    } else {
        model.complain(format!("{name} is not entered by name: give up what needs it instead."));
    }
}

fn take_one(model: &mut Model) {
    let Some(name) = model.current_scope().map(|scope| scope.name.clone()) else { return };
    if let Some(better) = model.better_name() {
        rename(model, &name, better);
        return;
    }
    let Some(suggestion) = model.answer.suggestion_for(&name).cloned() else {
        model.complain(format!("There is no suggestion for {name}."));
        return;
    };
    let before = model.answer.clone();
    model.change(|plan| set_type(plan, &suggestion.scope, suggestion.kind, &suggestion.reason()));
    announce(model, &before);
    model.reveal_scope(&name);
}

/// Enters `better` in the place of `name`, of the same type and for the same reason.
fn rename(model: &mut Model, name: &str, better: &str) {
    let before = model.answer.clone();
    model.change(|plan| {
        let is_there = plan.pins.iter().any(|pin| pin.scope == better);
        let old = plan.pins.iter().find(|pin| pin.scope == name).cloned();
        plan.unpin(name);
        if let Some(old) = old.filter(|_| !is_there) {
            plan.pin(Pin { scope: better.to_owned(), origin: PinOrigin::Chosen, ..old });
        }
        for item in plan.links.iter_mut().flat_map(|link| &mut link.with).filter(|item| *item == name) {
            better.clone_into(item);
        }
    });
    let lead = format!("{better} stands in the place of {name}; {} takes that back.", model.key(Command::Undo));
    model.message = Some(told(model, &before).after(lead));
    model.reveal_scope(better);
}

fn take_all(model: &mut Model) {
    let all = model.answer.suggestions.clone();
    if all.is_empty() {
        model.complain("There is no suggestion to take.");
        return;
    }
    let before = model.answer.clone();
    model.change(|plan| {
        for suggestion in &all {
            set_type(plan, &suggestion.scope, suggestion.kind, &suggestion.reason());
        }
    });
    announce(model, &before);
}
