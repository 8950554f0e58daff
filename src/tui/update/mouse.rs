//! The mouse: a click goes to what was drawn there, the wheel moves.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::command::run;
use super::moves;
use crate::tui::action::Command;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Pane, Step};
use crate::tui::region::{Regions, Target};

/// A mouse event; while something is typed or asked, only the keys work.
pub(super) fn on_mouse(model: &mut Model, event: MouseEvent, regions: &Regions) -> Vec<Effect> {
    if model.typing.is_some() || model.asking_to_quit {
        return Vec::new();
    }
    match event.kind {
        MouseEventKind::ScrollUp => wheel(model, event, regions, Command::Up),
        MouseEventKind::ScrollDown => wheel(model, event, regions, Command::Down),
        MouseEventKind::Down(MouseButton::Left) => return click(model, event, regions),
        _ => {}
    }
    Vec::new()
}

fn wheel(model: &mut Model, event: MouseEvent, regions: &Regions, command: Command) {
    if model.page.is_none()
        && model.find.is_none()
        && let Some(Target::Pane(pane) | Target::Row(pane, _)) = regions.at(event.column, event.row)
    {
        model.focus(pane);
    }
    for _ in 0..3 {
        moves::go(model, command);
    }
}

fn click(model: &mut Model, event: MouseEvent, regions: &Regions) -> Vec<Effect> {
    model.message = None;
    model.marks.clear();
    if model.page.take().is_some() {
        return Vec::new();
    }
    match regions.at(event.column, event.row) {
        Some(Target::Step(step)) => return run(model, Command::Step(step.number())),
        Some(Target::Pane(pane)) => model.focus(pane),
        Some(Target::Row(pane, row)) => return click_row(model, pane, row),
        Some(Target::Cell(row, column)) => return click_cell(model, row, column),
        None => {}
    }
    Vec::new()
}

/// The first click puts the matrix's cursor on the cell, a click on the cell under the cursor chooses it.
fn click_cell(model: &mut Model, row: usize, column: usize) -> Vec<Effect> {
    let Some(matrix) = &mut model.matrix else { return Vec::new() };
    let again = (matrix.row, matrix.column) == (row, column) && model.pane == Pane::Main;
    (matrix.row, matrix.column) = (row, column);
    model.focus(Pane::Main);
    if again && model.is_available(Command::Choose) { run(model, Command::Choose) } else { Vec::new() }
}

/// The first click puts the cursor on the row, a click on the row under the cursor chooses it.
fn click_row(model: &mut Model, pane: Pane, row: usize) -> Vec<Effect> {
    if let Some(find) = model.find.as_mut().filter(|find| pane == Pane::Main && !find.is_blank()) {
        find.row = row.min(find.len().saturating_sub(1));
        model.follow_match();
        return Vec::new();
    }
    let cursor = match (pane, model.step) {
        (Pane::Details, _) => {
            model.focus(pane);
            return Vec::new();
        }
        (Pane::Computed, _) => &mut model.computed.row,
        (Pane::Main, Step::App) => &mut model.app.row,
        (Pane::Main, Step::Features) => &mut model.tree.row,
        (Pane::Main, Step::Scopes) => &mut model.scopes.row,
        (Pane::Main, Step::Link) => &mut model.link.row,
    };
    let again = *cursor == row && model.pane == pane;
    *cursor = row;
    model.focus(pane);
    model.clamp();
    if again && model.is_available(Command::Choose) { run(model, Command::Choose) } else { Vec::new() }
}
