//! The page of a pasted text that is no link: what it is, its causes, its scopes, who mends it.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::paper;
use super::prose::Text;
use crate::prose::counted;
use crate::trouble::Diagnosis;
use crate::tui::action::Command;
use crate::tui::model::{Model, PastedText, TextScope};

/// So many scopes are listed: nobody reads more, and each frame would wrap them.
const LISTED: usize = 60;

/// Draws the page.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, scroll: u16) {
    let Some(pasted) = &canvas.model.pasted_text else { return };
    let mut text = Text::default();
    let title = match &pasted.diagnosis {
        None => {
            of_list(canvas.model, pasted, &mut text);
            "A pasted list of scopes"
        }
        Some(diagnosis) => {
            of_answer(canvas.model, pasted, diagnosis, &mut text);
            "A pasted answer of HubSpot's"
        }
    };
    paper::draw(canvas, area, title, &text.0, scroll);
}

/// The keys that take the scopes, by type.
fn keys(model: &Model) -> [&'static str; 3] {
    [Command::TakeRequired, Command::TakeConditional, Command::TakeOptional].map(|command| model.key(command))
}

fn of_list(model: &Model, pasted: &PastedText, text: &mut Text) {
    let count = pasted.scopes.len();
    let new = pasted.scopes.iter().filter(|scope| scope.kind.is_none()).count();
    let [r, c, o] = keys(model);
    text.say(format!(
        "{}, {new} of which the plan lacks. {r}, {c}, {o} take them into the plan with that type.",
        counted(count, "scope")
    ));
    scopes(pasted, text);
}

fn of_answer(model: &Model, pasted: &PastedText, diagnosis: &Diagnosis, text: &mut Text) {
    text.say(diagnosis.said.clone());
    text.dim(diagnosis.message.place);
    if let Some(call) = &diagnosis.call {
        text.dim(call.to_string());
    }
    if !pasted.missing.is_empty() {
        text.heading("The plan lacks");
        for name in &pasted.missing {
            text.item(name.clone());
        }
        let [r, c, o] = keys(model);
        text.say(format!("{r} takes it into the plan as required; {c} and {o} with another type."));
    }
    for (place, suspect) in diagnosis.causes.iter().enumerate() {
        text.heading(if place == 0 { "Why" } else { "Or" });
        text.say(suspect.cause.clone());
        text.item(suspect.fix.clone());
        text.dim(format!("who mends it: {} · {}", suspect.who_fixes, suspect.confidence.as_str()));
    }
    if !pasted.scopes.is_empty() {
        text.heading(if diagnosis.any_of { "Scopes, one of which is enough" } else { "Scopes" });
        scopes(pasted, text);
    }
    for (permission, asking) in &diagnosis.permissions {
        text.heading(&format!("Permission {} ({})", permission.name, permission.area));
        text.item(format!("asked for by {}", asking.join(", ")));
    }
    if !diagnosis.notes.is_empty() {
        text.heading("Notes");
        for note in &diagnosis.notes {
            text.item(note.clone());
        }
    }
}

fn scopes(pasted: &PastedText, text: &mut Text) {
    for scope in pasted.scopes.iter().take(LISTED) {
        text.item(format!("{}: {}", scope.name, about(scope)));
    }
    let more = pasted.scopes.len().saturating_sub(LISTED);
    if more > 0 {
        text.dim(format!("and {more} more"));
    }
}

fn about(scope: &TextScope) -> String {
    let place = match scope.kind {
        Some(kind) if scope.locked.is_some() => format!("in the plan, {}, locked", kind.name()),
        Some(kind) => format!("in the plan, {}", kind.name()),
        None => "not in the plan".to_owned(),
    };
    match (&scope.near[..], scope.is_known || scope.kind.is_some()) {
        (_, true) => place,
        ([], false) => "in no HubSpot source".to_owned(),
        (near, false) => format!("in no HubSpot source; did you mean {}?", near.join(" or ")),
    }
}
