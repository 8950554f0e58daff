//! Details of a computed scope.

use super::install;
use crate::catalog::{Scope, Selectable, Sensitivity, Status};
use crate::plan::{Cause, Reason, ResolvedScope};
use crate::tui::action::Command;
use crate::tui::model::{Model, ScopeRow, counted};
use crate::tui::view::prose::Text;

pub(super) fn describe(model: &Model, row: usize, text: &mut Text) -> String {
    let rows = model.scope_rows();
    match rows.get(row) {
        Some(ScopeRow::Token(name)) => {
            text.say("Ask for it in a client-credentials token request with the app's id and secret. In a link it is refused.");
            name.clone()
        }
        Some(ScopeRow::Scope(place)) => {
            let scope = &model.answer.resolved.scopes[*place];
            of_scope(model, scope, text);
            scope.name.clone()
        }
        _ => String::new(),
    }
}

fn of_scope(model: &Model, scope: &ResolvedScope, text: &mut Text) {
    let fact = scope.id.map(|id| model.catalog.scope(id));
    if let Some(fact) = fact {
        text.say(format!("{}.", fact.summary));
    }
    text.heading(&format!("{} because of", scope.kind.name()));
    for reason in &scope.reasons {
        text.item(reason.describe());
        let mut about = vec![reason.when.as_str().to_owned()];
        if matches!(reason.cause, Cause::Feature(_) | Cause::Endpoint(_)) {
            about.push(reason.confidence.as_str().to_owned());
        }
        about.extend(reason.file.clone());
        if reason.cause != Cause::EveryApp {
            text.dim(format!("  {}", about.join(" · ")));
        }
        for other in other_ways(model, reason) {
            text.dim(format!("  another way: {other}"));
        }
    }
    if model.is_unused(scope) {
        unused(model, text);
    }
    if let Some(why) = scope.locked() {
        text.heading("Locked");
        text.say(format!("{why}."));
    }
    if let Some(suggestion) = model.answer.suggestion_for(&scope.name) {
        text.heading("Suggestion");
        text.say(format!("{}. Take it with {}.", suggestion.reason(), model.key(Command::Suggestion)));
    }
    if let Some(better) = model.better_name().filter(|_| model.current_scope() == Some(scope)) {
        text.heading("Suggestion");
        text.say(format!("{better} in its place. Take it with {}.", model.key(Command::Suggestion)));
    }
    install::cost(model, &scope.name, false, text);
    for finding in model.account_findings(&scope.name) {
        text.finding(finding);
    }
    for finding in model.findings_of_scope(&scope.name) {
        text.finding(finding);
    }
    if let Some(fact) = fact {
        facts(model, fact, text);
    }
}

/// Why nothing seems to need the scope, and how far that is known.
fn unused(model: &Model, text: &mut Text) {
    text.heading("Unused");
    text.say("No feature and no call that is chosen needs it, and no call that was found in the code.");
    let open = model.code.found.as_ref().map_or(0, |found| found.open.len());
    if open > 0 {
        text.item(format!("{} in the code not settled, and may need it", counted(open, "place")));
    }
    text.item("remove it, unless something outside of this code needs it");
}

/// The other ways in which what asks for the scope would be satisfied.
fn other_ways(model: &Model, reason: &Reason) -> Vec<String> {
    let Some(need) = model.answer.resolved.needs.iter().find(|need| need.cause == reason.cause) else {
        return Vec::new();
    };
    let others = need.ways.iter().enumerate().filter(|(place, _)| Some(*place) != need.by);
    others.map(|(_, way)| way.join(" and ")).collect()
}

pub(super) fn facts(model: &Model, fact: &Scope, text: &mut Text) {
    text.heading("Facts");
    let tier = fact.tier.as_ref().map_or_else(|| "not known".to_owned(), crate::catalog::Tier::describe);
    text.item(format!("Tier: {tier}"));
    if let Some(hint) = fact.tier_hint {
        text.dim(format!("the specification hints: {hint}"));
    }
    let installer = match fact.super_admin {
        Some(confidence) => format!("a Super Admin ({})", confidence.as_str()),
        None => "Super Admin, or Marketplace access and the permissions behind it".to_owned(),
    };
    text.item(format!("Installer: {installer}"));
    text.item(format!("Status: {}", status(fact)));
    if fact.sensitivity != Sensitivity::Normal {
        text.item("Sensitive data: Enterprise accounts with the setting turned on");
    }
    if fact.selectable == Selectable::Unknown {
        text.item("Whether the scope picker offers it is not known");
    }
    if !fact.replaced_by.is_empty() {
        text.heading("Became");
        for name in fact.replaced_by {
            text.item(*name);
        }
    }
    let split = fact.split_state();
    if !split.is_empty() {
        text.heading("The split");
        for sentence in split {
            text.item(sentence);
        }
    }
    if let Some(how) = fact.opens_nothing {
        text.heading("Opens nothing");
        text.say(format!("No API is known that takes it: {how}."));
    }
    if let Some(note) = fact.note {
        text.heading("Notes");
        text.say(note);
    }
    text.sources(model.catalog, fact.sources);
    text.dim(fact.confidence.as_str());
}

fn status(fact: &Scope) -> &'static str {
    match fact.status {
        Status::Current => "current",
        Status::Legacy => "legacy",
        Status::Deprecated => "another spelling is current",
        Status::Retired => "retired",
        Status::Internal => "internal",
    }
}
