//! The mouse: a click goes to what was drawn there, the wheel moves what is under it, a border is dragged.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::command::run;
use super::moves;
use crate::tui::action::Command;
use crate::tui::effect::Effect;
use crate::tui::model::{Grip, LinkRow, Model, Pane, Step};
use crate::tui::region::{Regions, Target};

/// Rows that one notch of the wheel moves.
const WHEEL: u16 = moves::NOTCH;

/// A mouse event; while something is typed or asked, only the keys work, and the line that shows them.
pub(super) fn on_mouse(model: &mut Model, event: MouseEvent, regions: &Regions) -> Vec<Effect> {
    if model.is_too_small() {
        return Vec::new();
    }
    let is_click = event.kind == MouseEventKind::Down(MouseButton::Left);
    if let Some(Target::Key(command)) = regions.at(event.column, event.row).filter(|_| is_click) {
        model.message = None;
        model.marks.clear();
        return run(model, command);
    }
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
        Some(Target::Pane(pane) | Target::Row(pane, _) | Target::Mark(pane, _)) => Some(pane),
        Some(Target::Cell(..) | Target::CellMark(..) | Target::Fold(_)) => Some(Pane::Main),
        Some(Target::Step(_) | Target::Border(_) | Target::Key(_)) | None => None,
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
        Some(Target::Mark(pane, row)) => return click_mark(model, pane, row),
        Some(Target::Fold(row)) => {
            put_cursor(model, Pane::Main, row);
            let is_open = model.tree.current().is_some_and(|node| node.open);
            return run(model, if is_open { Command::Fold } else { Command::Unfold });
        }
        Some(Target::Cell(row, column)) => put_matrix_cursor(model, row, column),
        Some(Target::CellMark(row, column)) => {
            put_matrix_cursor(model, row, column);
            return choose(model);
        }
        Some(Target::Key(_)) | None => {}
    }
    Vec::new()
}

fn choose(model: &mut Model) -> Vec<Effect> {
    if model.is_available(Command::Choose) { run(model, Command::Choose) } else { Vec::new() }
}

fn put_matrix_cursor(model: &mut Model, row: usize, column: usize) {
    if let Some(matrix) = &mut model.matrix {
        (matrix.row, matrix.column) = (row, column);
        model.focus(Pane::Main);
    }
}

/// The mark chooses at the first click, wherever the cursor was.
fn click_mark(model: &mut Model, pane: Pane, row: usize) -> Vec<Effect> {
    put_cursor(model, pane, row);
    choose(model)
}

/// A click on a row puts the cursor there. In lists of values, which have no mark, a second click chooses.
fn click_row(model: &mut Model, pane: Pane, row: usize) -> Vec<Effect> {
    if let Some(find) = model.find.as_mut().filter(|find| pane == Pane::Main && !find.is_blank()) {
        find.row = row.min(find.len().saturating_sub(1));
        model.follow_match();
        return Vec::new();
    }
    let was_there = put_cursor(model, pane, row) && !has_mark(model);
    if was_there { choose(model) } else { Vec::new() }
}

/// Whether rows like the one under the cursor have a mark for their choice.
fn has_mark(model: &Model) -> bool {
    match model.step {
        Step::App => false,
        Step::Features | Step::Scopes => true,
        Step::Link => matches!(model.current_link_row(), Some(LinkRow::Link(_) | LinkRow::Conditional(_))),
    }
}

/// Puts the cursor on the row and says whether it was there.
fn put_cursor(model: &mut Model, pane: Pane, row: usize) -> bool {
    let cursor = match (pane, model.step) {
        (Pane::Details, _) => {
            model.focus(pane);
            return false;
        }
        (Pane::Computed, _) => &mut model.computed.row,
        (Pane::Main, Step::App) => &mut model.app.row,
        (Pane::Main, Step::Features) => &mut model.tree.row,
        (Pane::Main, Step::Scopes) => &mut model.scopes.row,
        (Pane::Main, Step::Link) => &mut model.link.row,
    };
    let was_there = *cursor == row && model.pane == pane;
    *cursor = row;
    model.focus(pane);
    model.clamp();
    was_there
}
