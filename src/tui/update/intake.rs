//! An action is taken in: a key becomes a command or a letter, a report becomes a message.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::command::run;
use super::{code, earlier, mouse, pasted, pasted_text, typing};
use crate::plan::{ScopeType, State};
use crate::tui::action::{Action, Command, Report};
use crate::tui::effect::Effect;
use crate::tui::keys::{Chord, Context};
use crate::tui::model::{Model, Page, Pane, Scanning, contexts};
use crate::tui::region::Regions;

/// Takes `action` in. `regions` is what the last frame drew where, for the mouse.
pub fn update(model: &mut Model, action: Action, regions: &Regions) -> Vec<Effect> {
    let (had_page, had_mouse) = (model.page.is_some(), model.takes_mouse());
    let mut effects = take_in(model, action, regions);
    model.follow_link();
    if model.takes_mouse() != had_mouse {
        effects.push(Effect::Mouse(model.takes_mouse()));
    }
    if !had_page && model.page.is_some() {
        // How far details scroll says nothing of the page over them; the page's own limit comes with its first frame.
        model.scroll_limit = 0;
    }
    earlier::say_put_aside(model);
    effects
}

fn take_in(model: &mut Model, action: Action, regions: &Regions) -> Vec<Effect> {
    match action {
        Action::Key(key) if key.kind == KeyEventKind::Release => Vec::new(),
        Action::Key(key) => on_key(model, key),
        Action::Paste(text) => on_paste(model, &text),
        Action::Mouse(event) => mouse::on_mouse(model, event, regions),
        Action::Resize(columns, rows) => {
            model.size = (columns, rows);
            model.dragged = None;
            Vec::new()
        }
        Action::Run(command) => run(model, command),
        Action::Report(report) => on_report(model, report),
        Action::Drawn if matches!(model.code.scanning, Scanning::Running(_)) => vec![Effect::Scan],
        Action::Drawn => Vec::new(),
    }
}

fn on_key(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    let contexts = contexts(model);
    let command = Chord::of(key).and_then(|chord| model.keys.command_for(chord, &contexts));
    if model.is_too_small() && !matches!(command, Some(Command::Cancel | Command::Suspend | Command::Redraw)) {
        // Nobody would see what it does.
        return Vec::new();
    }
    model.message = None;
    model.marks.clear();
    if model.pane != Pane::Details && !matches!(command, Some(Command::DetailsDown | Command::DetailsUp)) {
        // What had scrolled the details says nothing of those of another row.
        model.details_scroll = 0;
    }
    if let Some(command) = command {
        return run(model, command);
    }
    match contexts.first() {
        Some(Context::Field) => typing::edit(model, key),
        Some(Context::Find) => typing::edit_find(model, key),
        Some(Context::Filter) => typing::edit_filter(model, key),
        _ => {
            if let KeyCode::Char(letter) = key.code {
                let ctrl = if key.modifiers.contains(KeyModifiers::CONTROL) { "Ctrl-" } else { "" };
                let (help, elsewhere) = (model.key(Command::Help), elsewhere(model, key).unwrap_or_default());
                model.complain(format!("{ctrl}{letter} does nothing here{elsewhere}; {help} shows the keys."));
            }
        }
    }
    Vec::new()
}

/// Where a key that does nothing here does something.
fn elsewhere(model: &Model, key: KeyEvent) -> Option<String> {
    let chord = Chord::of(key)?;
    let lists = [Context::Features, Context::Matrix, Context::Scopes, Context::Link, Context::App];
    let (place, command) =
        lists.into_iter().find_map(|place| Some((place, model.keys.command_for(chord, &[place])?)))?;
    let row = model.keys.rows().iter().find(|row| row.context == place && row.command == command)?;
    let place = if place == Context::Matrix { "in the matrix" } else { place.name() };
    let on = if place.starts_with("in ") { "" } else { "on " };
    Some(format!(", but {on}{place}: {}", row.help))
}

fn on_paste(model: &mut Model, text: &str) -> Vec<Effect> {
    model.message = None;
    model.marks.clear();
    if !pasted::offer(model, text) && !pasted_text::offer(model, text) {
        typing::paste(model, text);
    }
    Vec::new()
}

/// What the app's own file says otherwise than the plan: of a static-auth app it has required scopes only.
fn kept_otherwise(model: &Model) -> String {
    if model.has_type(ScopeType::Optional) || model.plan().app.declared.is_none() {
        return String::new();
    }
    let scopes = model.answer.resolved.scopes.iter().filter(|scope| scope.kind != ScopeType::Required);
    let names: Vec<&str> = scopes.map(|scope| scope.name.as_str()).collect();
    match names.len() {
        0 => String::new(),
        1 => format!(" The app's file keeps {} required: a static-auth app has no other scopes.", names[0]),
        many => format!(
            " The app's file keeps {many} scopes required that the plan does not: a static-auth app has no others."
        ),
    }
}

fn on_report(model: &mut Model, report: Report) -> Vec<Effect> {
    match report {
        Report::Done(text) => model.say(text),
        Report::Failed(text) => model.complain(text),
        Report::State(value) => {
            model.change(|plan| plan.app.state = State::Value(value));
            model.say("A random state: the app must remember it to know its own callback.");
        }
        Report::Edit(lines) => {
            model.edit = lines;
            model.page = Some(Page::Edit(0));
            model.asking_to_quit = false;
        }
        Report::Scanning(files) => code::progress(model, files),
        Report::Scanned(found) => code::scanned(model, found),
        Report::NotScanned(why) => code::failed(model, &why),
        Report::Saved { text, settings } => {
            let text = format!("{text}{}", kept_otherwise(model));
            if let Some(settings) = settings {
                model.take_settings(&settings);
            }
            model.saved = model.plan().clone();
            model.asking_to_quit = false;
            model.say(text);
        }
    }
    Vec::new()
}
