//! Sentences name the keys that hold, not those of the standard table.

use hubscope::tui::action::{Action, Command};
use hubscope::tui::keys::{Keys, rebound};

use crate::stage::{Stage, bare, example};

/// Every key that a sentence names is another one.
const KEYS: &str = r#"{
  "everywhere": {"/": "none", "F": "find", "y": "none", "C": "copy-link", "?": "none", "H": "help", "Ctrl-S": "none",
    "Ctrl-W": "save", "u": "none", "U": "undo"},
  "list": {"Space": "none", "a": "choose", "Enter": "none", "i": "details"},
  "app": {"Space": "none", "a": "choose", "Enter": "none", "e": "edit"},
  "details": {"Esc": "none", "Enter": "none", "b": "close"},
  "field": {"Esc": "none", "Enter": "none", "Ctrl-G": "accept", "Ctrl-X": "close"},
  "offer": {"Esc": "none", "Enter": "none", "q": "none", "b": "close"},
  "features": {"w": "none", "e": "when", "m": "none", "t": "matrix"},
  "matrix": {"Space": "none", "a": "choose", "m": "none", "Esc": "none", "t": "matrix", "w": "none", "e": "when"},
  "scopes": {"s": "none", "d": "suggestion", "r": "none", "A": "make-required", "c": "none", "B": "make-conditional",
    "o": "none", "D": "make-optional"},
  "code": {"Space": "none", "a": "choose"},
  "value": {"Space": "none", "Enter": "none", "a": "choose"},
  "link": {"Space": "none", "a": "choose", "v": "none", "b": "bare-link", "Enter": "none", "L": "accept-link"},
  "find": {"Enter": "none", "Esc": "none", "Ctrl-G": "accept", "Ctrl-X": "close"},
  "page": {"Esc": "none", "Enter": "none", "?": "none", "v": "none", "b": "close", "y": "none", "c": "copy-link", "Down": "none"},
  "help": {"/": "none", "f": "find"},
  "filter": {"Esc": "none", "Ctrl-X": "close", "Enter": "none", "Ctrl-G": "accept"},
  "pasted-text": {"r": "none", "Enter": "none", "Esc": "none", "b": "close", "1": "take-required", "c": "none", "2": "take-conditional",
    "o": "none", "3": "take-optional"}
}"#;

/// What the standard keys are called in sentences and in the key line.
const OLD: [&str; 20] = [
    "esc ",
    "Esc",
    "Enter ",
    "Space",
    "enter go",
    "v shows",
    "with s.",
    "s: optional",
    "m matrix",
    "with / by",
    "? shows",
    "y copies",
    "y copy",
    "w does",
    "Ctrl-S",
    "/ filter",
    "/ find",
    "r, c, o",
    "r takes",
    "u takes",
];

fn run(stage: &mut Stage, commands: &[Command]) {
    for command in commands {
        stage.act(Action::Run(*command));
        for old in OLD {
            assert!(!stage.screen().contains(old), "{old:?} after {command:?}:\n{}", stage.screen());
        }
    }
}

#[test]
fn no_sentence_names_a_key_that_means_something_else_now() {
    use Command::{
        BareLink, Choose, Close, Details, Down, FewestLinks, Find, Help, Matrix, Step, TakeLinks, Unfold, When,
    };
    let keys: &'static Keys = Box::leak(Box::new(rebound(KEYS).unwrap()));
    let mut plan = bare();
    plan.toggle("automation.workflows", None);
    for plan in [bare(), example(), plan] {
        for size in [(120, 40), (60, 20)] {
            let mut stage = Stage::new(plan.clone(), size);
            stage.model.keys = keys;
            run(&mut stage, &[Step(1), Step(2), Unfold, Down, Details, Close, Choose, When]);
            run(&mut stage, &[Matrix, When, Choose, When, Details, Close, Matrix, Command::Last]);
            run(&mut stage, &[Step(3), Choose, Down, Down, Down, Down, Down, Details, Close]);
            run(&mut stage, &[Step(4), BareLink, Close, FewestLinks, TakeLinks, Close, Command::NewLink, Close]);
            run(&mut stage, &[Help, Close, Step(2), Find]);
            stage.text("hubdb");
            run(&mut stage, &[Down, Down, Down, Close, Help, Find]);
            stage.text("zzzz");
            run(&mut stage, &[Command::Accept, Close]);
            stage.act(Action::Paste("crm.lists.read, crm.export".to_owned()));
            run(&mut stage, &[Down]);
        }
    }
}

#[test]
fn a_key_that_does_nothing_here_says_where_it_does_something() {
    let mut stage = Stage::new(example(), (120, 40));
    stage.keys("3 w");
    assert!(stage.screen().contains("w does nothing here, but on Features: when it is needed"), "{}", stage.screen());
    stage.keys("4 Z");
    assert!(stage.screen().contains("Z does nothing here; ? shows the keys."), "{}", stage.screen());
}

#[test]
fn the_matrix_has_the_time_of_need_too() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("m w");
    assert!(stage.screen().contains("Add the cell first"), "{}", stage.screen());
    stage.keys("Space w");
    assert!(stage.screen().contains("◐ crm.objects.cont"), "{}", stage.screen());
    stage.keys("w w u");
    assert!(stage.screen().contains("○ crm.objects.cont"), "{}", stage.screen());
    stage.keys("l l l l l l Space w");
    assert!(stage.screen().contains("Always: HubSpot checks this scope"), "{}", stage.screen());
}
