//! The conversation: the model, the question that is open with those behind it, and what is about to be said.

use super::changes::changes;
use crate::plan::Plan;
use crate::tui::action::{Action, Command};
use crate::tui::effect::Effect;
use crate::tui::model::{Choice, Field, Model, Purpose, Typing};
use crate::tui::region::Regions;
use crate::tui::update::update;

/// A question.
#[derive(Debug, Clone)]
pub(super) enum Question {
    /// Step 1: which setting to change.
    App,
    /// The values of a setting that has a few.
    Values(Field),
    /// Step 2: what the app does.
    Features,
    /// What a group of features holds, by its id.
    Group(&'static str),
    /// What a search found.
    Found(String),
    /// What is chosen.
    Chosen,
    /// When a chosen row is needed.
    When(Choice),
    /// Step 3: the scopes.
    Scopes,
    /// The type of a scope.
    Scope(String),
    /// Step 4: the link.
    Link,
    /// The conditional scopes of a named link.
    Conditional,
    /// Text for whatever the model asks for.
    Typed,
    /// Whether a pasted link is taken.
    Pasted,
    /// Whether the edit that was shown is written.
    Write,
    /// Whether unsaved work is left.
    Quit,
}

impl Question {
    /// The step that it is, if it is one.
    pub(super) fn step(&self) -> Option<u8> {
        match self {
            Self::App => Some(1),
            Self::Features => Some(2),
            Self::Scopes => Some(3),
            Self::Link => Some(4),
            _ => None,
        }
    }

    /// The question of a step.
    pub(super) fn of_step(number: u8) -> Self {
        match number {
            ..=1 => Self::App,
            2 => Self::Features,
            3 => Self::Scopes,
            _ => Self::Link,
        }
    }
}

/// What came of a line: what to say, one line each, and what to do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turn {
    /// What to say; text from outside is as it was written, so it must be escaped.
    pub lines: Vec<String>,
    /// What to do; what comes of it goes to `Talk::report`.
    pub effects: Vec<Effect>,
}

/// The conversation.
#[derive(Debug)]
pub struct Talk {
    /// The configurator's model: plan, answer, history.
    pub model: Model,
    /// The questions behind the open one, which is the last.
    pub(super) questions: Vec<Question>,
    /// What is about to be said and done.
    pub(super) turn: Turn,
    /// The rows that were said last, so that the same ones are not said again.
    pub(super) told: Vec<String>,
    /// From which row on the list is said next.
    pub(super) from: usize,
    /// Whether the settings that a link cannot do without are asked for one after the other.
    pub(super) filling_in: bool,
}

impl Talk {
    /// The open question.
    pub(super) fn question(&self) -> Question {
        self.questions.last().cloned().unwrap_or(Question::App)
    }

    /// Opens a question on top of the others.
    pub(super) fn ask(&mut self, question: Question) {
        self.questions.push(question);
        self.from = 0;
        self.told.clear();
    }

    /// Goes to a step, with no question behind it.
    pub(super) fn go_to(&mut self, step: Question) {
        self.questions.clear();
        self.model.typing = None;
        self.model.page = None;
        self.model.pasted = None;
        self.ask(step);
    }

    /// Closes the open question, unless it is a step.
    pub(super) fn close(&mut self) {
        if self.questions.len() > 1 {
            self.questions.pop();
        }
        self.from = 0;
        self.told.clear();
    }

    /// Says a line.
    pub(super) fn say(&mut self, line: impl Into<String>) {
        self.turn.lines.push(line.into());
    }

    /// Changes the plan and says what that changed.
    pub(super) fn change(&mut self, edit: impl FnOnce(&mut Plan)) {
        let before = self.model.answer.clone();
        if self.model.change(edit) {
            let told = changes(&before, &self.model.answer);
            self.turn.lines.extend(told);
        } else {
            self.say("Nothing changed.");
        }
    }

    /// Runs a command of the configurator, and says what it changed and what it has to say of it.
    pub(super) fn run(&mut self, command: Command) {
        self.act(Action::Run(command));
    }

    /// Asks for text, as the configurator does.
    pub(super) fn type_for(&mut self, purpose: Purpose) {
        self.model.typing = Some(Typing::new(purpose, ""));
        self.ask(Question::Typed);
    }

    /// Lets the configurator take `action` in.
    pub(super) fn act(&mut self, action: Action) {
        let before = self.model.answer.clone();
        let is_report = matches!(action, Action::Report(_));
        self.model.message = None;
        let effects = update(&mut self.model, action, &Regions::default());
        self.turn.effects.extend(effects);
        let mut told = if before == self.model.answer { Vec::new() } else { changes(&before, &self.model.answer) };
        if let Some(message) = self.model.message.take() {
            // After a change the message says it once more in short; what it adds is its note.
            match (told.is_empty(), message.note) {
                _ if is_report => told.insert(0, message.text),
                (true, _) => told.push(message.text),
                (false, Some(note)) => told.push(note.to_owned()),
                (false, None) => {}
            }
        }
        self.turn.lines.extend(told);
    }
}
