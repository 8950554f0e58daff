//! The mouse: a click goes to what was drawn there, the wheel moves what is under it, a border is dragged.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::command::run;
use super::moves;
use crate::tui::action::Command;
use crate::tui::effect::Effect;
use crate::tui::model::{Grip, Model, Pane, Step};
use crate::tui::region::{Regions, Target};

/// Rows that one notch of the wheel moves.
const WHEEL: u16 = 3;

/// A mouse event; while something is typed or asked, only the keys work.
pub(super) fn on_mouse(model: &mut Model, event: MouseEvent, regions: &Regions) -> Vec<Effect> {
    if model.typing.is_some() || model.asking_to_quit {
        return Vec::new();
    }
    match event.kind {
        MouseEventKind::ScrollUp => wheel(model, event, regions, Command::Up),
        MouseEventKind::ScrollDown => wheel(model, event, regions, Command::Down),
        MouseEventKind::Down(MouseButton::Left) => return click(model, event, regions),
        MouseEventKind::Drag(MouseButton::Left) => drag(model, event),
        MouseEventKind::Up(MouseButton::Left) => model.dragged = None,
        _ => {}
    }
    Vec::new()
}

/// The wheel moves what is under the pointer. Details that are read in passing leave the keys where they are.
fn wheel(model: &mut Model, event: MouseEvent, regions: &Regions, command: Command) {
    let pane = match regions.at(event.column, event.row) {
        Some(Target::Pane(pane) | Target::Row(pane, _)) => Some(pane),
        Some(Target::Cell(..)) => Some(Pane::Main),
        Some(Target::Step(_) | Target::Border(_)) | None => None,
    };
    if model.page.is_none() {
        match pane {
            Some(Pane::Details) => return moves::scroll_details(model, command, WHEEL),
            Some(pane) if model.find.is_none() && model.pane != pane => model.focus(pane),
            _ => {}
        }
    }
    for _ in 0..WHEEL {
        moves::go(model, command);
    }
}

/// The place of the pointer across the border.
fn along(grip: Grip, event: MouseEvent) -> u16 {
    if grip.border.side.is_flat() { event.row } else { event.column }
}

/// The border follows the pointer; how far it may go is known where the panes are laid out.
fn drag(model: &mut Model, event: MouseEvent) {
    if let Some((grip, shift)) = model.dragged {
        let to = (i32::from(along(grip, event)) + shift).max(0);
        model.splits.drag(grip, u16::try_from(to).unwrap_or(u16::MAX));
    }
}

fn click(model: &mut Model, event: MouseEvent, regions: &Regions) -> Vec<Effect> {
    model.message = None;
    model.marks.clear();
    if model.page.take().is_some() {
        return Vec::new();
    }
    model.dragged = None;
    match regions.at(event.column, event.row) {
        Some(Target::Border(grip)) => {
            model.dragged = Some((grip, i32::from(grip.edge) - i32::from(along(grip, event))));
        }
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
