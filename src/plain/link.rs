//! Step 4: which link, what HubSpot would say to it, who can install, and the way out.

use super::changes::finding_line;
use super::sheet::{Row, Sheet};
use super::talk::{Question, Talk};
use crate::plan::{LinkChoice, ScopeType};
use crate::tui::action::Command;
use crate::tui::model::{Model, Purpose};

/// A row of the step.
enum Answer {
    Leave,
    Save,
    New,
    Conditional,
    Remove(String),
    Current(LinkChoice),
}

fn answers(model: &Model) -> Vec<(Answer, Row)> {
    let mut rows = Vec::new();
    if model.answer.built.url.is_some() {
        rows.push((Answer::Leave, Row::new("leave with this link")));
    }
    if model.is_dirty() {
        rows.push((Answer::Save, Row::new("save the plan")));
    }
    let name = model.link_name();
    let others = std::iter::once(LinkChoice::Base)
        .chain(model.plan().links.iter().map(|link| LinkChoice::Named(link.name.clone())))
        .filter(|choice| *choice != model.choice);
    rows.extend(others.map(|choice| {
        let row = Row::new(match &choice {
            LinkChoice::Named(name) => format!("go to the link {name}"),
            LinkChoice::Base | LinkChoice::With(_) => "go to the base link".to_owned(),
        });
        (Answer::Current(choice), row)
    }));
    if let LinkChoice::Named(named) = &model.choice {
        rows.push((Answer::Conditional, Row::new(format!("choose the conditional scopes of {name}"))));
        rows.push((Answer::Remove(named.clone()), Row::new(format!("remove the link {name}"))));
    }
    rows.push((Answer::New, Row::new("make a new named link")));
    rows
}

/// The link, and what can be done.
pub(super) fn sheet(model: &Model) -> Sheet {
    let has_link = model.answer.built.url.is_some();
    let prompt = if has_link { "A number, or Enter to leave with the link" } else { "A number, or back" };
    Sheet {
        question: format!("Step 4 of 4, Link: {}. What next?", model.link_name()),
        rows: answers(model).into_iter().map(|(_, row)| row).collect(),
        prompt: prompt.to_owned(),
        help: vec![
            "The base link demands all required scopes; a named link demands conditional ones, too.".to_owned(),
            "Type link to hear the link again, save to write the plan.".to_owned(),
        ],
    }
}

/// The link with what HubSpot would say and who can install; said when the step is entered.
pub(super) fn tell(talk: &mut Talk) {
    let model = &talk.model;
    let built = &model.answer.built;
    let mut lines: Vec<String> = built.diagnostics.iter().chain(model.notes()).map(finding_line).collect();
    match &built.url {
        Some(url) => {
            lines.push("HubSpot would accept this link:".to_owned());
            lines.push(url.clone());
            if model.plan().app.declared.is_none() {
                lines.push("That holds as soon as the app's settings have its scopes and its redirect URL.".to_owned());
            }
        }
        None => lines.push("There is no link yet that HubSpot would accept. Once it is whole:".to_owned()),
    }
    for tier in &model.answer.lens.0 {
        let because =
            if tier.because.is_empty() { String::new() } else { format!(", because of {}", tier.because.join(", ")) };
        let verdict = match tier.verdict {
            crate::catalog::Verdict::Yes => "installs",
            crate::catalog::Verdict::No => "does not install",
            crate::catalog::Verdict::Unknown => "is not known to install",
        };
        lines.push(format!("On {} it {verdict}{because}.", tier.level.as_str()));
    }
    talk.turn.lines.extend(lines);
}

/// Does what this row says.
pub(super) fn take(talk: &mut Talk, place: usize) {
    let Some((answer, _)) = answers(&talk.model).into_iter().nth(place) else { return };
    match answer {
        Answer::Leave => talk.run(Command::AcceptLink),
        Answer::Save => talk.run(Command::Save),
        Answer::New => talk.type_for(Purpose::LinkName),
        Answer::Conditional => talk.ask(Question::Conditional),
        Answer::Remove(name) => {
            talk.change(|plan| plan.links.retain(|link| link.name != name));
            talk.say(format!("Link {name} is removed; undo brings it back."));
        }
        Answer::Current(choice) => {
            talk.model.choice = choice;
            talk.model.recompute();
            tell(talk);
            talk.told.clear();
        }
    }
}

/// The conditional scopes of the current link.
pub(super) fn conditional_sheet(model: &Model) -> Sheet {
    let inside = &model.answer.built.scopes.conditional;
    let rows: Vec<Row> = conditional(model)
        .into_iter()
        .map(|name| {
            let state = if inside.contains(&name) { "in" } else { "out" };
            Row::with(name, state)
        })
        .collect();
    let question = match rows.is_empty() {
        true => "No scope is conditionally required yet: step 3 can make one so.".to_owned(),
        false => format!("Which conditional scopes does the link {} demand?", model.link_name()),
    };
    let prompt = "A number puts a scope in or out, Enter goes back".to_owned();
    Sheet {
        question,
        rows,
        prompt,
        help: vec!["A link installs only where the account has every scope that it demands.".to_owned()],
    }
}

fn conditional(model: &Model) -> Vec<String> {
    model.answer.resolved.of_type(ScopeType::ConditionallyRequired).map(|scope| scope.name.clone()).collect()
}

/// Puts these scopes in or out.
pub(super) fn put(talk: &mut Talk, places: &[usize]) {
    let LinkChoice::Named(name) = talk.model.choice.clone() else { return };
    let all = conditional(&talk.model);
    let named: Vec<&String> = places.iter().filter_map(|place| all.get(*place)).collect();
    let inside = talk.model.answer.built.scopes.conditional.clone();
    talk.change(|plan| {
        for link in plan.links.iter_mut().filter(|link| link.name == name) {
            for scope in &named {
                link.put(scope, !inside.contains(scope));
            }
        }
    });
    for scope in named {
        let still = talk.model.answer.built.scopes.conditional.contains(scope);
        let through = if still && inside.contains(scope) { ", through a feature of it" } else { "" };
        talk.say(format!("{scope} is {} the link {name}{through}.", if still { "in" } else { "out of" }));
    }
}
