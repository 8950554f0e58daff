//! Unsaved work of an earlier run: taken into the plan, or thrown away.

use super::announce::told;
use crate::tui::action::Command;
use crate::tui::effect::Effect;
use crate::tui::model::{Message, Model};

/// Takes it; undo gives the plan as it was read.
pub(super) fn take(model: &mut Model) -> Vec<Effect> {
    let Some(earlier) = model.earlier.take() else {
        model.complain("There is no unsaved work to take.");
        return Vec::new();
    };
    let before = model.answer.clone();
    model.change(|plan| *plan = *earlier.plan);
    let with = if earlier.is_merged { ", with what was saved since" } else { "" };
    let back = format!("The work of {} is back{with}", earlier.date);
    let told = told(model, &before);
    // What stands otherwise than in the file that somebody saved is to be looked at before it is saved.
    model.message = Some(match earlier.disputed.as_slice() {
        [] => told.after(format!("{back}:")),
        both => Message::fault(format!("{back}. Changed there and here, look at it: {}.", both.join(", ")))
            .with_end(told.text),
    });
    vec![Effect::TakeWork]
}

/// Throws it away.
pub(super) fn drop_it(model: &mut Model) -> Vec<Effect> {
    let Some(earlier) = model.earlier.take() else {
        model.complain("There is no unsaved work to drop.");
        return Vec::new();
    };
    let undo = model.key(Command::Undo);
    model.say(format!("The work of {} is dropped; {undo} offers it once more.", earlier.date));
    model.dropped = Some(earlier);
    vec![Effect::DropWork]
}

/// Offers again what was thrown away, where nothing was changed since.
pub(super) fn offer_again(model: &mut Model) -> bool {
    model.earlier = model.dropped.take();
    let offered = model.earlier.is_some();
    if offered {
        model.message = None;
    }
    offered
}

/// Says what becomes of unsaved work whose offer a change has ended.
pub(super) fn say_put_aside(model: &mut Model) {
    let Some(date) = model.put_aside.take() else { return };
    let kept = format!("The work of {date} stays kept: the next start offers it.");
    model.message = Some(match model.message.take() {
        Some(message) => message.after(kept),
        None => Message::plain(kept),
    });
}
