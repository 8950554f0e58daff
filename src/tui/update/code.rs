//! What the code calls: a scan's reports come in, its calls are taken into the plan or dismissed.

use super::announce::{announce, told};
use super::ask::ask;
use crate::tui::action::Command;
use crate::tui::model::{Found, Message, Model, Purpose, Scanning, Step, counted};

/// So many files were looked at.
pub(super) fn progress(model: &mut Model, files: usize) {
    if let Scanning::Running(known) = &mut model.code.scanning {
        // Reports of several threads may overtake each other.
        *known = files.max(*known);
    }
}

/// The scan is done.
pub(super) fn scanned(model: &mut Model, found: Box<Found>) {
    model.take_found(found);
    let ghosts = model.ghosts().len();
    if ghosts == 0 || !is_quiet(model) {
        return;
    }
    let (go, all) = (model.key(Command::GoToCode), model.key(Command::TakeCode));
    let calls = counted(ghosts, "call");
    let step = if model.step == Step::Features { "" } else { "on Features " };
    model.say(format!("{calls} in the code not chosen: {step}{go} goes there, {all} takes all."));
}

/// The scan did not come to its end.
pub(super) fn failed(model: &mut Model, why: &str) {
    model.code_failed(why);
    if is_quiet(model) {
        model.complain(format!("The code was not scanned: {why}"));
    }
}

/// Whether a word in the status row would hide nothing that waits for an answer.
fn is_quiet(model: &Model) -> bool {
    let is_over = model.page.is_some() || model.typing.is_some() || model.find.is_some() || model.asking_to_quit;
    !is_over && model.message.is_none() && model.earlier.is_none()
}

/// Goes to the first call of the code.
pub(super) fn go(model: &mut Model) {
    model.matrix = None;
    if model.tree.reveal_code() {
        return;
    }
    model.complain(match &model.code.scanning {
        Scanning::None => "No code was scanned: open a project, or a folder with a hubscope.json.",
        Scanning::Running(_) => "The code is being scanned.",
        Scanning::Failed(_) => "The code was not scanned.",
        Scanning::Done => "The plan has every call that was found in the code.",
    });
}

/// Takes the call under the cursor, or all calls that need the scope under it.
pub(super) fn take(model: &mut Model) {
    let places = model.current_ghosts();
    let open = places.iter().find_map(|place| {
        let found = model.found_call(*place).filter(|found| found.is_open && places.len() == 1)?;
        Some((*place, found.call.clone()))
    });
    if let Some((place, call)) = open {
        ask(model, Purpose::FoundObject(place, call));
        return;
    }
    if let Some(told) = take_places(model, &places) {
        model.message = Some(told);
    }
    go_to_taken(model);
}

/// The cursor follows what was taken: to its row among the chosen calls, and on Scopes, where no other is left to take,
/// to a scope that it brought.
fn go_to_taken(model: &mut Model) {
    if model.step == Step::Features {
        model.tree.reveal_chosen(model.plan().calls.len().saturating_sub(1));
    } else if model.step == Step::Scopes
        && model.current_ghosts().is_empty()
        && let Some(name) = model.marks.first().cloned()
    {
        model.reveal_scope(&name);
    }
}

/// Takes all that the plan lacks; what asks for its record type stays.
pub(super) fn take_all(model: &mut Model) {
    let places = model.ghosts().to_vec();
    let is_open = |place: &&usize| model.found_call(**place).is_some_and(|found| found.is_open);
    let open = places.iter().filter(is_open).count();
    if places.len() == open {
        model.complain(match (&model.code.scanning, open) {
            (Scanning::Running(_), _) => "The code is still being scanned.".to_owned(),
            (_, 0) => "There is no call of the code to take.".to_owned(),
            _ => format!("{} left: each asks for its record type, so take it by itself.", counted(open, "call")),
        });
        return;
    }
    let told = take_places(model, &places);
    let taken = format!("{} taken", counted(places.len() - open, "call"));
    let rest =
        if open > 0 { format!(", {open} left to take by itself: its record type is asked") } else { String::new() };
    if let Some(told) = told {
        model.message = Some(told.after(format!("{taken}{rest}:")));
    }
    if model.step == Step::Scopes {
        go_to_taken(model);
    }
}

/// Takes them, and gives what that did to the scopes; `None` = there was nothing to take.
fn take_places(model: &mut Model, places: &[usize]) -> Option<Message> {
    let before = model.answer.clone();
    model.take_ghosts(places).then(|| told(model, &before))
}

/// Puts the record type that was typed into a call of the code, and takes it once no other is open.
pub(super) fn name_object(model: &mut Model, place: usize, call: &str, typed: &str) {
    let call = match model.with_object(call, typed) {
        Ok(call) => call,
        Err(why) => {
            model.complain(why);
            ask(model, Purpose::FoundObject(place, call.to_owned()));
            return;
        }
    };
    if model.needs_object(&call) {
        ask(model, Purpose::FoundObject(place, call));
        return;
    }
    let before = model.answer.clone();
    model.take_named(place, &call);
    announce(model, &before);
    go_to_taken(model);
}

/// Shows what is under the cursor no more.
pub(super) fn dismiss(model: &mut Model) {
    let places = model.current_ghosts();
    if places.is_empty() {
        return;
    }
    model.dismiss(&places);
    let calls = counted(places.len(), "call");
    model.say(format!("{calls} dismissed until you leave; the row below the calls on Features brings all back."));
}

/// Shows all again that was dismissed.
pub(super) fn bring_back(model: &mut Model) {
    match model.bring_back() {
        0 => model.complain("Nothing was dismissed; the details list the places that are not settled."),
        count => model.say(format!("{} back.", counted(count, "call"))),
    }
}
