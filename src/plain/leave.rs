//! The ways out: the edit before it is written, and the question about unsaved work.

use super::sheet::{Row, Sheet};
use super::talk::{Question, Talk};
use crate::tui::action::Command;
use crate::tui::effect::{Effect, Outcome};

/// Shows what saving changes and asks whether it is written.
pub(super) fn show_edit(talk: &mut Talk, lines: Vec<String>) {
    talk.say("Saving changes this:");
    talk.turn.lines.extend(lines);
    talk.say("What the project's files do not hold is written to hubscope.json.");
    talk.ask(Question::Write);
}

/// Whether the edit is written.
pub(super) fn write_sheet() -> Sheet {
    let rows = vec![Row::new("yes, write it"), Row::new("no, write nothing")];
    let question = "Write it?".to_owned();
    Sheet { question, rows, prompt: "A number, y or n".to_owned(), help: Vec::new() }
}

/// Writes, or does not.
pub(super) fn write(talk: &mut Talk, yes: bool) {
    talk.close();
    match yes {
        true => talk.run(Command::WriteEdit),
        false => talk.say("Nothing was written."),
    }
}

/// Leaves, asking first when something is not saved.
pub(super) fn quit(talk: &mut Talk) {
    if talk.model.is_dirty() {
        talk.ask(Question::Quit);
    } else {
        talk.turn.effects.push(Effect::Quit(Outcome::Cancelled));
    }
}

/// Whether unsaved work is left.
pub(super) fn quit_sheet() -> Sheet {
    let rows = vec![Row::new("save first"), Row::new("leave without saving"), Row::new("stay")];
    let question = "The plan is not saved. Leave without a link?".to_owned();
    Sheet { question, rows, prompt: "A number, or Enter to stay".to_owned(), help: Vec::new() }
}

/// Does what this row says.
pub(super) fn take_quit(talk: &mut Talk, place: usize) {
    talk.close();
    match place {
        0 => talk.run(Command::Save),
        1 => talk.turn.effects.push(Effect::Quit(Outcome::Cancelled)),
        _ => {}
    }
}
