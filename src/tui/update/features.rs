//! The step Features: the tree is folded, chosen from, and each choice has a *when*.

use super::announce::{announce, told};
use super::ask::ask;
use super::code;
use crate::plan::When;
use crate::tui::action::Command;
use crate::tui::model::{Answer, Choice, Item, Model, Node, Pane, Purpose, Step, call_of};

/// Unfolds the row, or goes in.
pub(super) fn unfold(model: &mut Model) {
    if model.step == Step::Features && model.pane == Pane::Main {
        model.tree.unfold();
    }
}

/// Folds the row, or goes to its heading.
pub(super) fn fold(model: &mut Model) {
    if model.step == Step::Features && model.pane == Pane::Main {
        model.tree.fold();
    }
}

/// Chooses the row, or gives it up; a heading is unfolded or folded.
pub(super) fn toggle(model: &mut Model) {
    let Some(node) = model.tree.current().copied() else { return };
    let before = model.answer.clone();
    match node.choice() {
        None if matches!(node.item, Item::Rest) => code::bring_back(model),
        None if node.open => model.tree.fold(),
        None => model.tree.unfold(),
        Some(Choice::Feature(feature, option)) => {
            let of_file = model.plan().selected(feature, option).find_map(|selection| selection.file.clone());
            let mut plan = model.plan().clone();
            model.toggle_feature(&mut plan, feature, option);
            model.change(|now| *now = plan);
            let told = told(model, &before);
            model.message = Some(match of_file {
                Some(file) => told.with_end(format!("It stands in {file}: take it out there, too, or it comes back.")),
                None => told,
            });
        }
        Some(Choice::Call(place)) => {
            let Some(call) = model.chosen_call(place).map(|chosen| chosen.call.clone()) else { return };
            change_call(model, &call);
            announce(model, &before);
        }
        Some(Choice::Operation(operation)) => choose_call(model, call_of(operation)),
        Some(Choice::Found(_)) => code::take(model),
    }
}

/// Chooses a call, or gives it up; one that is about any record type asks for it first.
fn choose_call(model: &mut Model, call: String) {
    if model.needs_object(&call) {
        ask(model, Purpose::CallObject(call));
        return;
    }
    let before = model.answer.clone();
    change_call(model, &call);
    announce(model, &before);
}

fn change_call(model: &mut Model, call: &str) {
    let mut plan = model.plan().clone();
    model.toggle_call(&mut plan, call);
    model.change(|now| *now = plan);
}

/// Puts the record type that was typed into the call's first open place, and asks for the next one if there is one.
pub(super) fn name_object(model: &mut Model, call: &str, typed: &str) {
    match model.with_object(call, typed) {
        Ok(call) => choose_call(model, call),
        Err(why) => {
            model.complain(why);
            ask(model, Purpose::CallObject(call.to_owned()));
        }
    }
}

/// Steps through always, per link, if available; locked features say why they are always needed.
pub(super) fn step_when(model: &mut Model) {
    let chosen = model.tree.current().and_then(Node::choice).filter(|choice| model.is_chosen(*choice));
    let Some(choice) = chosen else {
        let key = model.key(Command::When);
        model.complain(format!("Add the row first: {key} says when what is added is needed."));
        return;
    };
    let before = model.answer.clone();
    let now = match choice {
        Choice::Feature(id, option) => match model.when_refused(id) {
            Some(why) => {
                model.complain(why);
                return;
            }
            None => step_feature(model, id, option),
        },
        Choice::Call(_) | Choice::Operation(_) | Choice::Found(_) => match model.when_refused("") {
            Some(why) => {
                model.complain(why);
                return;
            }
            None => step_call(model, choice),
        },
    };
    say_when(model, &before, now);
}

/// Says when it is needed now, and what that does.
pub(super) fn say_when(model: &mut Model, before: &Answer, now: When) {
    model.message = Some(told(model, before).after(format!("{}: {}.", now.as_str(), now.summary())));
}

fn step_feature(model: &mut Model, id: &str, option: Option<&str>) -> When {
    let mut now = When::Always;
    model.change(|plan| {
        for selection in plan.selections.iter_mut().filter(|selection| selection.is_of(id, option)) {
            selection.when = selection.when.next();
            now = selection.when;
        }
    });
    now
}

fn step_call(model: &mut Model, choice: Choice) -> When {
    let call = model.call_of_choice(choice).map(|chosen| chosen.call.clone());
    let mut now = When::Always;
    model.change(|plan| {
        for chosen in plan.calls.iter_mut().filter(|chosen| Some(&chosen.call) == call.as_ref()) {
            chosen.when = chosen.when.next();
            now = chosen.when;
        }
    });
    now
}
