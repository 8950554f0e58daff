//! Details of a row of the step Link.

use super::install;
use crate::diagnostic::Diagnostic;
use crate::link::{LinkKind, snippet};
use crate::tui::action::Command;
use crate::tui::model::{LinkRow, Model};
use crate::tui::view::prose::Text;

pub(super) fn describe(model: &Model, text: &mut Text) -> String {
    match model.current_link_row() {
        Some(LinkRow::Link(_)) => {
            of_link(model, text);
            format!("link {}", model.link_name())
        }
        Some(LinkRow::Conditional(scope)) => {
            text.say(
                "A conditionally required scope: a link that has it demands it, a link without it does not ask for it.",
            );
            let (new, put) = (model.key(Command::NewLink), model.key(Command::Choose));
            text.say(format!("The base link has none; {new} makes a named link, {put} puts the scope in or out."));
            scope
        }
        Some(LinkRow::Accepted) => {
            text.say(format!("By the rules that are known, HubSpot lets this link through{}.", once_set_up(model)));
            text.say("Whether an account or an installer can grant its scopes stands under Who can install.");
            "accepted".to_owned()
        }
        Some(LinkRow::Finding(place)) => of_finding(model.answer.built.diagnostics.get(place), text),
        Some(LinkRow::Note(place)) => of_finding(model.notes().get(place), text),
        Some(LinkRow::ProjectFinding(place)) => of_finding(model.project_findings.get(place), text),
        Some(LinkRow::Tier(level)) => {
            install::of_tier(model, level, text);
            level.as_str().to_owned()
        }
        Some(LinkRow::Account | LinkRow::Installer | LinkRow::SensitiveData | LinkRow::Outcome) => {
            install::of_simulated(model, text);
            "simulated account".to_owned()
        }
        Some(LinkRow::Snippet(kind)) => {
            match &model.answer.built.url {
                Some(url) => {
                    text.say(format!("{} copies it.", model.key(Command::Choose)));
                    text.gap();
                    for line in snippet(kind, url).lines() {
                        text.say(line);
                    }
                }
                None => text.say("There is no link yet that HubSpot would accept."),
            }
            format!("{} snippet", kind.as_str())
        }
        Some(LinkRow::Heading(_) | LinkRow::Installers) | None => String::new(),
    }
}

/// The condition on which HubSpot accepts the link, where the app's settings are not known.
fn once_set_up(model: &Model) -> &'static str {
    if model.plan().app.declared.is_some() {
        return "";
    }
    " as soon as the app's settings have these scopes and this redirect URL"
}

fn of_finding(finding: Option<&Diagnostic>, text: &mut Text) -> String {
    let Some(finding) = finding else { return String::new() };
    text.finding(finding);
    finding.subject.clone()
}

fn of_link(model: &Model, text: &mut Text) {
    let built = &model.answer.built;
    match (built.kind, &built.url) {
        (LinkKind::Oauth, Some(_)) => {
            let [leave, copy, open] =
                [Command::AcceptLink, Command::CopyLink, Command::OpenLink].map(|command| model.key(command));
            text.say(format!(
                "By the rules that are known, HubSpot accepts this link{}. {leave} leaves with it on standard output, {copy} copies it, {open} opens it.",
                once_set_up(model)
            ));
        }
        (LinkKind::Static, Some(_)) => text.say(
            "This link installs a static-auth app. No scopes stand in it: the app's required scopes are asked for.",
        ),
        (_, _) => {
            let refused =
                if built.draft.is_empty() { "There is no link yet:" } else { "HubSpot would refuse this link:" };
            text.say(refused);
            for finding in built.diagnostics.iter().filter(|finding| finding.is_error()) {
                text.finding(finding);
            }
        }
    }
    if built.kind != LinkKind::Oauth {
        return;
    }
    text.heading("scope");
    for name in &built.scopes.scope {
        text.item(name.clone());
    }
    if !built.scopes.optional.is_empty() {
        text.heading("optional_scope");
        for name in &built.scopes.optional {
            text.item(name.clone());
        }
    }
}
