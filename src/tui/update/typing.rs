//! Everything that is typed: fields, questions for a name, the search.

use crossterm::event::{Event, KeyCode, KeyEvent};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

use super::announce::{announce, told_or};
use super::ask::ask;
use super::{code, features, find, token};
use crate::diagnostic::Diagnostic;
use crate::plan::{LinkChoice, NamedLink, Pin, ScopeType, meant_scopes};
use crate::tui::action::Command;
use crate::tui::model::{Field, FieldRow, LinkRow, Model, Page, Pane, Purpose, Step, Typing};

/// The most characters that a field takes.
const MOST: usize = 4_000;

/// A key in a field.
pub(super) fn edit(model: &mut Model, key: KeyEvent) {
    if let Some(typing) = &mut model.typing {
        typing.completing = None;
        typing.input.handle_event(&Event::Key(key));
    }
}

/// Puts the next of the names that fit what is typed into the field, or the one before.
pub(super) fn complete(model: &mut Model, is_back: bool) {
    let names = model.scope_matches();
    let Some(typing) = model.typing.as_mut().filter(|_| !names.is_empty()) else { return };
    let (typed, place) = match typing.completing.take() {
        Some((typed, place)) if is_back => (typed, (place + names.len() - 1) % names.len()),
        Some((typed, place)) => (typed, (place + 1) % names.len()),
        None => (typing.input.value().to_owned(), if is_back { names.len() - 1 } else { 0 }),
    };
    typing.input = Input::new(names[place].to_owned());
    typing.completing = Some((typed, place));
}

/// A key in the search field.
pub(super) fn edit_find(model: &mut Model, key: KeyEvent) {
    let Some(find) = &mut model.find else { return };
    if let Some(shape) = find.token.take()
        && matches!(key.code, KeyCode::Char(letter) if token::goes_on_with(letter))
    {
        // The rest of it.
        find.token = Some(shape);
        token::say(model, shape);
        return;
    }
    find.input.handle_event(&Event::Key(key));
    find.token = token::alone(find.input.value());
    let shape = find.token;
    if shape.is_some() {
        find.input.reset();
    }
    find::changed(model);
    if let Some(shape) = shape {
        token::say(model, shape);
    }
}

/// A key in the filter of the help page.
pub(super) fn edit_filter(model: &mut Model, key: KeyEvent) {
    model.help_filter.input.handle_event(&Event::Key(key));
    model.page = Some(Page::Help(0));
}

/// A paste: into what is typed, or into the field under the cursor.
pub(super) fn paste(model: &mut Model, text: &str) {
    let takes_any = model.typing.is_some() || model.find.is_none() && on_text_field(model).is_some();
    if let Some(shape) = token::alone(text).filter(|_| !takes_any) {
        token::say(model, shape);
        return;
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let line: String = lines.first().unwrap_or(&"").chars().filter(|c| !c.is_control()).take(MOST).collect();
    let dropped = lines.len().saturating_sub(1);
    paste_line(model, &line);
    if dropped > 0 {
        model.complain(format!("The paste has {} lines; only the first was taken.", dropped + 1));
    }
}

fn paste_line(model: &mut Model, line: &str) {
    if model.is_filtering_help() {
        model.help_filter.input = inserted(&model.help_filter.input, line);
        return;
    }
    if let Some(typing) = &mut model.typing {
        typing.completing = None;
        typing.input = inserted(&typing.input, line);
    } else if let Some(find) = &mut model.find {
        find.input = inserted(&find.input, line);
        find::changed(model);
    } else if let Some(field) = on_text_field(model) {
        let before = model.answer.clone();
        let mut refused = None;
        let changed = model.change(|plan| refused = field.set_text(plan, line).err());
        match refused {
            Some(why) => model.complain(why),
            None => model.message = Some(told_or(model, &before, &what_was_set(field, line, changed))),
        }
    } else {
        let key = model.key(Command::Step(1));
        model.complain(format!("A paste goes into a field: press {key} and choose one, or open one first."));
    }
}

fn on_text_field(model: &Model) -> Option<Field> {
    let here = model.step == Step::App && model.pane == Pane::Main && model.page.is_none() && !model.asking_to_quit;
    model.current_field().map(|row| row.field).filter(|field| here && field.is_text())
}

fn inserted(input: &Input, text: &str) -> Input {
    let at = input.cursor();
    let before: String = input.value().chars().take(at).collect();
    let after: String = input.value().chars().skip(at).collect();
    let value: String = format!("{before}{text}{after}").chars().take(MOST).collect();
    let cursor = (at + text.chars().count()).min(value.chars().count());
    Input::new(value).with_cursor(cursor)
}

/// Takes what was typed.
pub(super) fn accept(model: &mut Model) {
    if model.is_filtering_help() {
        model.help_filter.is_open = false;
        return;
    }
    if model.find.is_some() {
        find::accept(model);
        return;
    }
    let Some(typing) = model.typing.take() else { return };
    let text = typing.input.value().trim().to_owned();
    let before = model.answer.clone();
    match typing.purpose.clone() {
        Purpose::Field(field) => {
            let mut refused = None;
            let changed = model.change(|plan| refused = field.set_text(plan, &text).err());
            match refused {
                Some(why) => {
                    model.complain(why);
                    model.typing = Some(typing);
                }
                None => {
                    model.message = Some(told_or(model, &before, &what_was_set(field, &text, changed)));
                    lead_on(model);
                }
            }
        }
        Purpose::PinName(_) | Purpose::CallObject(_) | Purpose::FoundObject(..) if text.is_empty() => {}
        Purpose::PinName(warned) => name_pin(model, text, warned.as_deref(), &typing.input),
        Purpose::PinReason(scope) => {
            let reason = (!text.is_empty()).then_some(text);
            model.change(|plan| plan.pin(Pin::new(&scope, ScopeType::Required, reason.as_deref())));
            announce(model, &before);
            model.reveal_scope(&scope);
        }
        Purpose::CallObject(call) => features::name_object(model, &call, &text),
        Purpose::FoundObject(place, call) => code::name_object(model, place, &call, &text),
        Purpose::LinkName => name_link(model, &text),
    }
}

/// The cursor goes on to the next field that is empty and must not be.
fn lead_on(model: &mut Model) {
    let lacks = |row: &FieldRow| row.value.is_empty() && row.fault.as_ref().is_some_and(Diagnostic::is_error);
    if let Some(field) = model.field_rows().iter().find(|row| lacks(row)).map(|row| row.field) {
        model.reveal_field(field);
    }
}

/// Goes on to the reason; a name that no source has is taken only when it is confirmed.
fn name_pin(model: &mut Model, name: String, warned: Option<&str>, input: &Input) {
    let known = model.catalog.scope_named(&name).is_some() || name.starts_with("crm.app.");
    if known || warned == Some(&name) {
        ask(model, Purpose::PinReason(name));
        return;
    }
    let near = model.catalog.near_scopes(&name, 2);
    let hint = meant_scopes(&near).map_or_else(String::new, |guess| format!(" {guess}"));
    model.typing = Some(Typing::new(Purpose::PinName(Some(name.clone())), input.value()));
    let key = model.key(Command::Accept);
    model.complain(format!("{name} is in no HubSpot source.{hint} {key} once more takes it all the same."));
}

/// What became of a field, in a word or two.
fn what_was_set(field: Field, text: &str, changed: bool) -> String {
    let name = field.name();
    match (changed, text.is_empty()) {
        (false, _) => format!("{name} as it was."),
        (true, true) => format!("{name} taken out."),
        (true, false) => format!("{name} set."),
    }
}

fn name_link(model: &mut Model, name: &str) {
    if name.is_empty() {
        return;
    }
    if name == "base" || model.plan().links.iter().any(|link| link.name == name) {
        model.complain(format!(
            "There is a link named {name} already: another name, or {} leaves it.",
            model.key(Command::Close)
        ));
        model.typing = Some(Typing::new(Purpose::LinkName, name));
        return;
    }
    model.change(|plan| plan.links.push(NamedLink { name: name.to_owned(), with: Vec::new() }));
    model.make_current(LinkChoice::Named(name.to_owned()));
    let rows = model.link_rows();
    match rows.iter().position(|row| matches!(row, LinkRow::Conditional(_))) {
        Some(first) => {
            model.link.row = first;
            let key = model.key(Command::Choose);
            model.say(format!("Link {name}: {key} puts conditional scopes in or out."));
        }
        None => model.say(format!("Link {name}; there is no conditional scope yet that it could have.")),
    }
}

/// Leaves a field or a question; what was typed is dropped, but a reason may be left out.
pub(super) fn leave(model: &mut Model) {
    match model.typing.take().map(|typing| typing.purpose) {
        Some(Purpose::PinReason(scope)) => {
            model.typing = Some(Typing::new(Purpose::PinReason(scope), ""));
            accept(model);
        }
        _ => model.say("Left as it was."),
    }
}
