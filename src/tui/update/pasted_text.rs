//! A pasted text that is no link: recognised, answered on a page of its own, its scopes taken into the plan or left.

use super::announce::told;
use crate::plan::ScopeType;
use crate::tui::model::{Model, Page, counted};

/// Answers `text`; false where it is nothing that is known.
pub(super) fn offer(model: &mut Model, text: &str) -> bool {
    if model.asking_to_quit {
        return false;
    }
    let Some(read) = model.read_text(text) else { return false };
    model.typing = None;
    if model.find.is_some() {
        super::find::cancel(model);
    }
    model.pasted_text = Some(Box::new(read));
    model.page = Some(Page::PastedText(0));
    true
}

/// Gives the scopes of the text the type `kind` in the plan.
pub(super) fn take(model: &mut Model, kind: ScopeType) {
    let Some(text) = model.pasted_text.take() else { return };
    if !model.has_type(kind) {
        model.complain(format!("They can only be required: {}", super::scopes::REQUIRED_ONLY));
        model.pasted_text = Some(text);
        return;
    }
    if text.to_take(kind).is_empty() {
        model.complain(match text.diagnosis {
            Some(_) => {
                "No scope of it would change: the plan has what it names, or a scope is not the cause.".to_owned()
            }
            None => format!("The plan has all of them as {}, or their type cannot change.", kind.name()),
        });
        model.pasted_text = Some(text);
        return;
    }
    model.page = None;
    let before = model.answer.clone();
    let count = model.take_text(&text, kind);
    let lead = format!("{} taken as {}:", counted(count, "scope"), kind.name());
    model.message = Some(told(model, &before).after(lead));
}
