//! A question for a text, in the status row.

use crate::tui::model::{Model, Purpose, Typing};

/// Asks for what `purpose` says.
pub(super) fn ask(model: &mut Model, purpose: Purpose) {
    model.typing = Some(Typing::new(purpose, ""));
}
