//! The step App: fields are edited or stepped through.

use super::announce::announce;
use crate::plan::State;
use crate::tui::action::Command;
use crate::tui::effect::Effect;
use crate::tui::model::{Field, Model, Purpose, Typing};

/// Opens the field under the cursor, or steps through its values when nothing is typed into it.
pub(super) fn edit(model: &mut Model) -> Vec<Effect> {
    let Some(row) = model.current_field() else { return Vec::new() };
    if !row.field.is_text() {
        return step_value(model);
    }
    model.typing = Some(Typing::new(Purpose::Field(row.field), row.field.text(model.plan())));
    Vec::new()
}

/// Steps to the next value of the field under the cursor.
pub(super) fn step_value(model: &mut Model) -> Vec<Effect> {
    let Some(row) = model.current_field() else { return Vec::new() };
    if row.field == Field::State && model.plan().app.state == State::Absent {
        return vec![Effect::RandomState];
    }
    let before = model.answer.clone();
    let changed = model.change(|plan| row.field.step(plan));
    match row.field {
        _ if changed && before.resolved != model.answer.resolved => announce(model, &before),
        _ if changed => {}
        Field::RedirectUrl => {
            model.complain(format!("Only one redirect URL is known; {} edits it.", model.key(Command::Edit)));
        }
        _ => model.complain(format!("{} edits this field.", model.key(Command::Edit))),
    }
    Vec::new()
}
