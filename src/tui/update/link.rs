//! The step Link: links are chosen and filled, the link leaves the program.

use crate::diagnostic::Diagnostic;
use crate::link::snippet;
use crate::plan::LinkChoice;
use crate::tui::action::Command;
use crate::tui::effect::{Effect, Outcome};
use crate::tui::model::{LinkRow, Message, Model, Pane};

/// Does with the link what `command` says, or says why there is none that HubSpot would accept.
pub(super) fn with_link(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(url) = model.answer.built.url.clone() else {
        let why = model.answer.worst().map_or_else(String::new, |finding| {
            let fix = finding.fix_text().map_or_else(String::new, |fix| format!(" {fix}"));
            format!("{}{fix}", finding.message)
        });
        model.complain(format!("No link yet. {why}"));
        return Vec::new();
    };
    match command {
        Command::CopyLink => vec![Effect::Copy { text: url, what: "the link".to_owned() }],
        Command::OpenLink => vec![Effect::Open(url)],
        _ => vec![Effect::Quit(Outcome::Accepted { url, unsaved: model.is_dirty() })],
    }
}

/// Enter on a row: the finding is mended where it belongs, anything else leaves with the link.
pub(super) fn accept(model: &mut Model) -> Vec<Effect> {
    let finding = if model.asking_to_quit { None } else { model.current_finding().cloned() };
    let Some(finding) = finding else { return with_link(model, Command::AcceptLink) };
    if !mend(model, &finding) {
        model.focus(Pane::Details);
    }
    Vec::new()
}

/// Goes to what the finding is about and says what it says; false where there is no such row.
pub(super) fn mend(model: &mut Model, finding: &Diagnostic) -> bool {
    let Some(mend) = model.mend_of(finding) else { return false };
    model.go_to_mend(&mend);
    let fix = finding.fix_text().map_or_else(String::new, |fix| format!(" {fix}"));
    let text = format!("{}{fix}", finding.message);
    model.message = Some(if finding.is_error() { Message::fault(text) } else { Message::plain(text) });
    true
}

/// Space on a row: makes a link the current one, puts a scope in or out, copies a snippet.
pub(super) fn choose(model: &mut Model) -> Vec<Effect> {
    match model.current_link_row() {
        Some(LinkRow::Link(name)) => {
            model.make_current(name.map_or(LinkChoice::Base, LinkChoice::Named));
            let name = model.link_name().to_owned();
            model.say(format!("The link is {name} now."));
        }
        Some(LinkRow::Conditional(scope)) => put_in_or_out(model, &scope),
        Some(LinkRow::Snippet(kind)) => match &model.answer.built.url {
            Some(url) => {
                let text = snippet(kind, url);
                return vec![Effect::Copy { text, what: format!("the {} snippet", kind.as_str()) }];
            }
            None => return with_link(model, Command::CopyLink),
        },
        Some(LinkRow::Account) => model.simulated.step_level(),
        Some(LinkRow::Installer) => model.simulated.step_role(),
        Some(LinkRow::SensitiveData) => model.simulated.sensitive_data = !model.simulated.sensitive_data,
        _ => {
            let key = model.key(Command::Choose);
            model.complain(format!("{key} chooses links, conditional scopes, who is simulated, and snippets."));
        }
    }
    Vec::new()
}

fn put_in_or_out(model: &mut Model, scope: &str) {
    let LinkChoice::Named(name) = model.choice.clone() else {
        let key = model.key(Command::NewLink);
        model.complain(format!("The base link has no conditional scopes: {key} makes a link that can have them."));
        return;
    };
    let in_link = model.answer.built.scopes.conditional.iter().any(|other| other == scope);
    model.change(|plan| {
        for link in plan.links.iter_mut().filter(|link| link.name == name) {
            link.put(scope, !in_link);
        }
    });
    let still = model.answer.built.scopes.conditional.iter().any(|other| other == scope);
    if in_link && still {
        model.complain(format!("{scope} is in {name} through a feature of it."));
    } else {
        model.say(format!("{scope} is {} of {name}.", if still { "part" } else { "no part" }));
    }
}

/// Removes the named link under the cursor; the base link stays.
pub(super) fn remove(model: &mut Model) {
    let Some(LinkRow::Link(Some(name))) = model.current_link_row() else {
        model.complain("Only named links can be removed: put the cursor on one.");
        return;
    };
    model.change(|plan| plan.links.retain(|link| link.name != name));
    let key = model.key(Command::Undo);
    model.say(format!("Link {name} is removed; {key} brings it back."));
}
