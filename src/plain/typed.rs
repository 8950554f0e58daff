//! Questions for text: settings, names, reasons. What is typed goes the way of the configurator's fields.

use tui_input::Input;

use super::app;
use super::sheet::{Row, Sheet};
use super::talk::{Question, Talk};
use crate::plan::Auth;
use crate::tui::action::Command;
use crate::tui::effect::Effect;
use crate::tui::model::{Field, Model, Purpose, open_object};

/// Takes a setting away.
const NOTHING: &str = "none";

/// Asks the operating system for a state.
const RANDOM: &str = "random";

/// What is asked for.
pub(super) fn sheet(model: &Model) -> Sheet {
    let Some(typing) = &model.typing else { return Sheet::default() };
    let leave = "Enter to leave it".to_owned();
    let (question, prompt) = match &typing.purpose {
        Purpose::Field(field) => return of_field(model, *field),
        Purpose::PinName(None) => ("Which scope, by its exact name?".to_owned(), leave),
        Purpose::PinName(Some(name)) => (format!("Type {name} once more to take it all the same."), leave),
        Purpose::PinReason(scope) => (format!("Why is {scope} needed?"), "A reason, or Enter for none".to_owned()),
        Purpose::CallObject(call) | Purpose::FoundObject(_, call) => {
            let hole = open_object(call).unwrap_or_default();
            (
                format!("Which record type stands for {hole} in {call}?"),
                "Such as contacts, or Enter to leave it".to_owned(),
            )
        }
        Purpose::LinkName => {
            ("What is the new link called?".to_owned(), "A name such as pro, or Enter to leave it".to_owned())
        }
    };
    Sheet { question, prompt, ..Sheet::default() }
}

fn of_field(model: &Model, field: Field) -> Sheet {
    let row = model.field_rows().into_iter().find(|row| row.field == field);
    let now = field.text(model.plan());
    let hint = row.map(|row| spoken(&row.hint)).unwrap_or_default();
    let (value, prompt) = match now.is_empty() {
        true => ("It is not set.".to_owned(), "The value, or Enter to leave it".to_owned()),
        false => (format!("It is {now}."), format!("A value, {NOTHING} to take it away, or Enter to leave it")),
    };
    let random = if field == Field::State { ", or random for a random one" } else { "" };
    Sheet {
        question: format!("{}: {hint}. {value}", field.name()),
        rows: redirects(model, field).into_iter().map(Row::new).collect(),
        prompt: format!("{prompt}{random}"),
        help: vec![format!("{}: {hint}.", field.name())],
    }
}

/// A hint without what only a key does.
fn spoken(hint: &str) -> String {
    hint.split_once("; ").map_or(hint, |(means, _)| means).to_owned()
}

/// The redirect URLs that the app has registered, to choose from.
fn redirects(model: &Model, field: Field) -> Vec<String> {
    let known = &model.plan().app.registered_redirects;
    if field == Field::RedirectUrl && known.len() > 1 { known.clone() } else { Vec::new() }
}

/// Takes what was typed; an empty line leaves everything as it was.
pub(super) fn take(talk: &mut Talk, line: &str) {
    let Some(typing) = &mut talk.model.typing else {
        talk.close();
        return;
    };
    let is_reason = matches!(typing.purpose, Purpose::PinReason(_));
    let mut text = line.trim().to_owned();
    if let Purpose::Field(field) = typing.purpose {
        if field == Field::State && text == RANDOM {
            talk.model.typing = None;
            talk.turn.effects.push(Effect::RandomState);
            talk.close();
            return;
        }
        let number = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        if text == NOTHING {
            text.clear();
        } else if line.trim().is_empty() {
            leave(talk);
            return;
        } else if let Some(url) = number.and_then(|place| redirects(&talk.model, field).into_iter().nth(place)) {
            text = url;
        }
    } else if text.is_empty() && !is_reason {
        leave(talk);
        return;
    }
    if let Some(typing) = &mut talk.model.typing {
        typing.input = Input::new(text);
    }
    let was = talk.model.typing.as_ref().map(|typing| typing.purpose.clone());
    talk.run(Command::Accept);
    after(talk, was.as_ref());
}

/// Goes on: to the next text, the next setting that lacks, or back.
fn after(talk: &mut Talk, was: Option<&Purpose>) {
    if talk.model.typing.is_some() {
        talk.told.clear();
        return;
    }
    talk.close();
    next_lacking(talk, was);
}

fn leave(talk: &mut Talk) {
    let was = talk.model.typing.take().map(|typing| typing.purpose);
    talk.close();
    next_lacking(talk, was.as_ref());
}

/// At the beginning, what a link cannot do without is asked for one after the other.
fn next_lacking(talk: &mut Talk, was: Option<&Purpose>) {
    if !std::mem::take(&mut talk.filling_in) {
        return;
    }
    if was == Some(&Purpose::Field(Field::ClientId)) && talk.model.plan().app.redirect_url.is_none() {
        talk.filling_in = true;
        app::open(talk, Field::RedirectUrl);
    }
}

/// Begins to ask for what lacks, where the app has a link at all.
pub(super) fn fill_in(talk: &mut Talk) {
    let settings = &talk.model.plan().app;
    if settings.auth != Auth::Oauth {
        return;
    }
    let lacking = match (&settings.client_id, &settings.redirect_url) {
        (None, _) => Field::ClientId,
        (_, None) => Field::RedirectUrl,
        _ => return,
    };
    talk.filling_in = true;
    app::open(talk, lacking);
}

/// Whether a text is asked for, in which most words are no commands.
pub(super) fn is_open(talk: &Talk) -> bool {
    matches!(talk.question(), Question::Typed)
}
