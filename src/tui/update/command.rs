//! Commands: each is done here, or by the file of its step.

use super::announce::told_or;
use super::ask::ask;
use super::{app, code, earlier, features, find, link, matrix, moves, offer, pasted, pasted_text, scopes, typing};
use crate::plan::ScopeType;
use crate::tui::action::Command;
use crate::tui::effect::{Effect, Outcome};
use crate::tui::model::{HelpFilter, Message, Model, Page, Pane, Purpose, Step};

/// Runs a command.
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Step(number) => go_to_step(model, Step::numbered(number)),
        Command::NextStep => go_to_step(model, Step::numbered(model.step.number() + 1)),
        Command::PreviousStep => go_to_step(model, Step::numbered(model.step.number() - 1)),
        Command::NextPane => turn_pane(model, 1),
        Command::PreviousPane => turn_pane(model, 2),
        Command::Help => {
            model.help_filter = HelpFilter::default();
            model.page = Some(Page::Help(0));
        }
        Command::BareLink if model.is_available(command) => model.page = Some(Page::Bare),
        Command::Undo | Command::Redo => step_in_history(model, command),
        Command::AcceptLink => return link::accept(model),
        Command::CopyLink if matches!(model.page, Some(Page::Offer(_))) => {
            let take = model.key(Command::TakeLinks);
            model.complain(format!("{take} takes the links first; then each can be copied from its row."));
        }
        Command::CopyLink | Command::OpenLink => return link::with_link(model, command),
        Command::CopyScopes => return copy_scopes(model),
        Command::Save if model.is_available(command) => return vec![Effect::Preview],
        Command::WriteEdit => {
            model.page = None;
            return vec![Effect::Save];
        }
        Command::CopyPasted => return pasted::copy(model),
        Command::TakeRequired => pasted_text::take(model, ScopeType::Required),
        Command::TakeConditional => pasted_text::take(model, ScopeType::ConditionallyRequired),
        Command::TakeOptional => pasted_text::take(model, ScopeType::Optional),
        Command::FewestLinks => offer::show(model),
        Command::TakeLinks => offer::take(model),
        Command::TakePasted => pasted::take(model, false),
        Command::TakeRepaired => pasted::take(model, true),
        Command::Save => model.say("Nothing to save: the plan is as it was."),
        Command::Mouse => {
            model.mouse = !model.mouse;
            model.say(match (model.mouse, model.takes_mouse()) {
                (true, true) => "The mouse works here.",
                (true, false) => "The mouse works again once this page is closed; here it selects text.",
                (false, _) => "The mouse is the terminal's: it selects text.",
            });
        }
        Command::Quit if model.is_dirty() => model.asking_to_quit = true,
        Command::Quit | Command::Cancel | Command::Yes => return vec![Effect::Quit(Outcome::Cancelled)],
        Command::No => model.asking_to_quit = false,
        Command::TakeWork => return earlier::take(model),
        Command::DropWork => return earlier::drop_it(model),
        Command::Suspend => return vec![Effect::Suspend],
        Command::Up | Command::Down | Command::PageUp | Command::PageDown | Command::First | Command::Last => {
            moves::go(model, command);
        }
        Command::Details => model.focus(Pane::Details),
        Command::DetailsDown => moves::scroll_details(model, Command::Down, moves::NOTCH),
        Command::DetailsUp => moves::scroll_details(model, Command::Up, moves::NOTCH),
        Command::Close => close(model),
        Command::Accept => typing::accept(model),
        Command::Complete | Command::CompleteBack => typing::complete(model, command == Command::CompleteBack),
        Command::Find => find::open(model),
        Command::Unfold => features::unfold(model),
        Command::Fold => features::fold(model),
        Command::Matrix | Command::CellLeft | Command::CellRight | Command::WholeRow | Command::WholeColumn => {
            matrix::run(model, command);
        }
        Command::When if model.matrix.is_some() => matrix::step_when(model),
        Command::When => features::step_when(model),
        Command::Edit => return app::edit(model),
        Command::Choose => return choose(model),
        Command::MakeRequired
        | Command::MakeConditional
        | Command::MakeOptional
        | Command::Pin
        | Command::Unpin
        | Command::Suggestion
        | Command::AllSuggestions => scopes::run(model, command),
        Command::GoToCode => code::go(model),
        Command::TakeCode => code::take_all(model),
        Command::Dismiss => code::dismiss(model),
        Command::RemoveLink => link::remove(model),
        Command::Redraw => return vec![Effect::Redraw],
        Command::NewLink if !model.has_links() => {
            model.complain("This app has one link, and no scopes stand in it: links cannot differ.");
        }
        Command::NewLink => ask(model, Purpose::LinkName),
        Command::BareLink => model.complain("There is no link to show: this app's auth type has none."),
    }
    Vec::new()
}

fn go_to_step(model: &mut Model, step: Option<Step>) {
    if let Some(step) = step {
        model.step = step;
        model.focus(Pane::Main);
        model.clamp();
    }
}

/// The panes of each step, in the order of Tab.
pub(super) fn panes(step: Step) -> &'static [Pane] {
    match step {
        Step::App | Step::Features => &[Pane::Main, Pane::Computed, Pane::Details],
        Step::Scopes | Step::Link => &[Pane::Main, Pane::Details],
    }
}

fn turn_pane(model: &mut Model, by: usize) {
    let panes = panes(model.step);
    let now = panes.iter().position(|pane| *pane == model.pane).unwrap_or(0);
    let turn = if by == 1 { 1 } else { panes.len() - 1 };
    model.focus(panes[(now + turn) % panes.len()]);
    model.clamp();
}

fn close(model: &mut Model) {
    if model.is_filtering_help() {
        model.help_filter = HelpFilter::default();
        return;
    }
    if let Some(page) = model.page.take() {
        model.pasted = None;
        model.pasted_text = None;
        model.offer = None;
        if let Page::Edit(_) = page {
            model.say("Nothing was written.");
        }
        return;
    }
    if model.typing.is_some() {
        typing::leave(model);
    } else if model.find.is_some() {
        find::cancel(model);
    } else {
        let back = if model.details_of_computed { Pane::Computed } else { Pane::Main };
        model.focus(back);
    }
}

fn step_in_history(model: &mut Model, command: Command) {
    let last = model.plan().clone();
    let (moved, word) = match command {
        Command::Undo => (model.history.undo(), "undo"),
        _ => (model.history.redo(), "redo"),
    };
    if moved {
        let before = model.answer.clone();
        model.recompute();
        let done = if word == "undo" { "Undone" } else { "Redone" };
        let step = if word == "undo" { &last } else { model.plan() };
        let name = if model.is_of_paste(step) { ": the pasted link" } else { "" };
        let what = told_or(model, &before, "");
        model.message = Some(match (what.text.is_empty(), what.is_fault) {
            (true, _) => Message::plain(format!("{done}{name}.")),
            // What is wrong now is not what was undone.
            (false, true) => what.after(format!("{done}{name}.")),
            (false, _) => what.after(format!("{done}{name}:")),
        });
    } else if !(command == Command::Undo && earlier::offer_again(model)) {
        model.complain(format!("There is nothing to {word}."));
    }
}

fn choose(model: &mut Model) -> Vec<Effect> {
    if model.pane != Pane::Main {
        return Vec::new();
    }
    match model.step {
        Step::App => return app::step_value(model),
        Step::Features if model.matrix.is_some() => matrix::toggle(model),
        Step::Features => features::toggle(model),
        Step::Scopes if !model.current_ghosts().is_empty() => code::take(model),
        Step::Scopes => types_move(model),
        Step::Link => return link::choose(model),
    }
    Vec::new()
}

fn types_move(model: &mut Model) {
    let [required, conditional, optional, out] =
        [Command::MakeRequired, Command::MakeConditional, Command::MakeOptional, Command::Unpin]
            .map(|command| model.key(command));
    model.complain(format!(
        "Types move with {required}, {conditional}, {optional}; {out} takes out a scope that was entered by name."
    ));
}

fn copy_scopes(model: &mut Model) -> Vec<Effect> {
    let scopes = &model.answer.built.scopes;
    let names: Vec<&str> = scopes.scope.iter().chain(&scopes.optional).map(String::as_str).collect();
    vec![Effect::Copy { text: names.join("\n"), what: format!("{} scopes", names.len()) }]
}
