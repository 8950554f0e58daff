//! The page of a pasted link: what is in it, what is wrong with it, what the repaired one is, how it differs from the plan.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::paper;
use super::prose::Text;
use crate::check::ParsedUrl;
use crate::tui::action::Command;
use crate::tui::model::Pasted;
use crate::tui::theme::Tone;

/// Draws the page.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, scroll: u16) {
    let Some(pasted) = &canvas.model.pasted else { return };
    let is_matched = canvas.model.plan().app.declared.is_some();
    let text = told(pasted, canvas.model.key(Command::TakeRepaired), is_matched);
    paper::draw(canvas, area, "A pasted link", &text.0, scroll);
}

fn told(pasted: &Pasted, key: &str, is_matched: bool) -> Text {
    let mut text = Text::default();
    let errors = pasted.diagnostics.iter().filter(|finding| finding.is_error()).count();
    text.0.push(match (errors, &pasted.repaired) {
        (0, None) => {
            let condition = if is_matched { "" } else { " as soon as the app's settings match it" };
            (Tone::Good, 0, format!("By the rules that are known, HubSpot accepts it{condition}."))
        }
        (0, Some(_)) => (Tone::Plain, 0, format!("HubSpot accepts it; {key} takes it with what is below put right.")),
        (_, None) => (Tone::Bad, 0, "HubSpot would refuse it, and no program can mend it alone.".to_owned()),
        (_, Some(_)) if pasted.left.is_empty() => {
            (Tone::Bad, 0, format!("HubSpot would refuse it; {key} takes it repaired."))
        }
        (_, Some(_)) => {
            let rest = "HubSpot would refuse it, and a part of that is left for you to mend.";
            (Tone::Bad, 0, format!("{rest} {key} takes it partly repaired."))
        }
    });
    repair(pasted, &mut text);
    differences(pasted, &mut text);
    for finding in &pasted.diagnostics {
        text.finding(finding);
    }
    parts(&pasted.parts, &mut text);
    text
}

/// The repaired link, what was guessed for it, and what is still wrong with it.
fn repair(pasted: &Pasted, text: &mut Text) {
    let Some(repaired) = &pasted.repaired else { return };
    match pasted.left.len() {
        0 => text.heading("Repaired"),
        1 => text.heading("Partly repaired: 1 error remains"),
        many => text.heading(&format!("Partly repaired: {many} errors remain")),
    }
    text.item(repaired.clone());
    for (name, guess) in &pasted.guesses {
        text.item(format!("a guess: {guess} for {name}"));
    }
    if !pasted.left.is_empty() {
        text.heading("What remains");
        for left in &pasted.left {
            text.item(match left.fix_text() {
                Some(fix) => format!("{} {fix}", left.message),
                None => left.message.clone(),
            });
        }
    }
}

/// How the link and the plan's own link differ.
fn differences(pasted: &Pasted, text: &mut Text) {
    for (title, names) in [
        ("In this link, not in the plan's", &pasted.only_here),
        ("In the plan's link, not in this one", &pasted.only_in_plan),
    ] {
        if !names.is_empty() {
            text.heading(title);
            for name in names {
                text.item(name.clone());
            }
        }
    }
}

fn parts(parts: &ParsedUrl, text: &mut Text) {
    text.heading("What is in it");
    let single = [
        ("host", &parts.host),
        ("account", &parts.account_id),
        ("client_id", &parts.client_id),
        ("redirect_uri", &parts.redirect_uri),
        ("state", &parts.state),
    ];
    for (name, value) in single {
        if let Some(value) = value {
            text.item(format!("{name}: {value}"));
        }
    }
    for (name, names) in [("scope", &parts.scope), ("optional_scope", &parts.optional_scope)] {
        if !names.is_empty() {
            text.item(format!("{name}: {}", names.join(" ")));
        }
    }
    for (name, value) in &parts.other {
        text.item(format!("{name}: {value}"));
    }
}
