//! A hint for who has never been here: what the keys of the step are for. It goes with the first change on the step.
//!
//! It says only what holds where it stands; the key line says the rest.

use super::text::width;
use crate::tui::action::Command;
use crate::tui::model::{Model, Pane, Step};

/// The longest of the hint's forms that fits into `columns`, where a hint is due.
pub(super) fn first_hint(model: &Model, columns: usize) -> Option<String> {
    let forms = is_due(model).then(|| forms(model))?;
    let fits = |text: &&String| width(text) <= columns;
    forms.iter().find(fits).or(forms.last()).filter(|text| !text.is_empty()).cloned()
}

/// Whether nothing is chosen, nothing was changed on this step, and its keys are commands.
fn is_due(model: &Model) -> bool {
    let plan = model.plan();
    let is_empty = plan.selections.is_empty() && plan.calls.is_empty() && plan.pins.is_empty();
    let is_quiet = model.find.is_none() && model.typing.is_none() && model.pane == Pane::Main;
    is_empty && is_quiet && !model.changed_on.contains(&model.step)
}

fn forms(model: &Model) -> Vec<String> {
    let key = |command| model.key(command);
    let help = key(Command::Help);
    match model.step {
        Step::App => {
            let is_text = model.current_field().is_some_and(|row| row.field.is_text());
            let enter = if is_text { "edits the field" } else { "steps through its values" };
            let (edit, next) = (key(Command::Edit), key(Command::NextStep));
            vec![
                format!("{edit} {enter}; {next} goes on to what your app does; {help} shows the keys"),
                format!("{edit} {enter}; {next} goes on; {help} helps"),
            ]
        }
        Step::Features if model.matrix.is_some() => Vec::new(),
        Step::Features => {
            let (add, copy) = (key(Command::Choose), key(Command::CopyLink));
            if model.tree.current().is_some_and(|node| node.folds && !node.is_choice()) {
                return vec![
                    format!("{add} opens the heading, then adds what your app does; {help} shows the keys"),
                    format!("{add} opens, then adds; {help} helps"),
                ];
            }
            vec![
                format!("{add} adds what your app does; {copy} copies the link; {help} shows the keys"),
                format!("{add} adds; {copy} copies the link; {help} helps"),
            ]
        }
        Step::Scopes => {
            let (features, pin) = (key(Command::Step(2)), key(Command::Pin));
            vec![
                format!("What the app does brings its scopes: {features} chooses it; {pin} adds a scope by name"),
                format!("{features} chooses features; {pin} adds a scope"),
            ]
        }
        Step::Link => Vec::new(),
    }
}
