//! A pasted install link: what is wrong with it, and whether it is taken into the plan.

use super::changes::finding_line;
use super::sheet::{Row, Sheet};
use super::talk::{Question, Talk};
use crate::tui::action::{Action, Command};
use crate::tui::model::Model;

/// Offers the link in `line`; false where it is none.
pub(super) fn offer(talk: &mut Talk, line: &str) -> bool {
    if talk.model.read_link(line).is_none() {
        return false;
    }
    talk.act(Action::Paste(line.to_owned()));
    let Some(pasted) = talk.model.pasted.clone() else { return false };
    talk.say("That is an install link.");
    talk.turn.lines.extend(pasted.diagnostics.iter().map(finding_line));
    if pasted.diagnostics.is_empty() {
        talk.say("Nothing is wrong with it.");
    }
    for (names, what) in
        [(&pasted.only_here, "that the plan has not"), (&pasted.only_in_plan, "that only the plan has")]
    {
        if !names.is_empty() {
            talk.turn.lines.push(format!("Scopes {what}: {}.", names.join(", ")));
        }
    }
    if let Some(repaired) = &pasted.repaired {
        match pasted.left.len() {
            0 => talk.say("Repaired:"),
            1 => talk.say("Partly repaired; 1 error is left:"),
            many => talk.say(format!("Partly repaired; {many} errors are left:")),
        }
        for (name, guess) in &pasted.guesses {
            talk.say(format!("A guess: {guess} for {name}."));
        }
        talk.say(repaired.clone());
    }
    if matches!(talk.question(), Question::Typed) {
        talk.close();
    }
    talk.ask(Question::Pasted);
    true
}

fn commands(model: &Model) -> Vec<(Command, &'static str)> {
    let repaired = model.pasted.as_ref().is_some_and(|pasted| pasted.repaired.is_some());
    let first = repaired.then_some((Command::TakeRepaired, "take it into the plan, repaired"));
    let rest = [(Command::TakePasted, "take it into the plan as it is"), (Command::Close, "leave it")];
    first.into_iter().chain(rest).collect()
}

/// What can be done with it.
pub(super) fn sheet(model: &Model) -> Sheet {
    Sheet {
        question: "What do you do with the link?".to_owned(),
        rows: commands(model).into_iter().map(|(_, text)| Row::new(text)).collect(),
        prompt: "A number, or Enter to leave it".to_owned(),
        help: vec!["Taking it sets the app's client id, redirect URL and scopes to those of the link.".to_owned()],
    }
}

/// Does what this row says.
pub(super) fn take(talk: &mut Talk, place: usize) {
    let Some((command, _)) = commands(&talk.model).into_iter().nth(place) else { return };
    talk.close();
    talk.run(command);
}
