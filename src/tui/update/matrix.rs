//! The matrix of CRM records: opened and closed, its cursor moved, cells, rows and columns chosen.

use super::announce::told;
use super::features::say_when;
use crate::plan::{Selection, When};
use crate::tui::action::Command;
use crate::tui::model::{Answer, Capability, CellState, GridRow, Member, Message, Model, counted};

/// So many scopes are named in the status row.
const NAMED: usize = 4;

/// Runs a command of the matrix.
pub(super) fn run(model: &mut Model, command: Command) {
    match command {
        Command::Matrix if model.matrix.is_some() => model.close_matrix(),
        Command::Matrix => model.open_matrix(),
        Command::CellLeft => sideways(model, |column| column.saturating_sub(1)),
        Command::CellRight => sideways(model, |column| (column + 1).min(Capability::ALL.len() - 1)),
        Command::WholeRow => {
            let Some((row, _)) = model.current_cell() else { return };
            let cells = Capability::ALL.into_iter().filter(|one| !one.is_sensitive()).map(|one| (row, one));
            all_or_none(model, &cells.collect::<Vec<_>>());
        }
        _ => {
            let Some((_, capability)) = model.current_cell() else { return };
            let rows = model.matrix.as_ref().map_or(0, |matrix| matrix.shown.len());
            let cells = (0..rows).filter_map(|row| Some((model.matrix_row(row)?, capability)));
            all_or_none(model, &cells.collect::<Vec<_>>());
        }
    }
}

fn sideways(model: &mut Model, to: impl Fn(usize) -> usize) {
    model.details_scroll = 0;
    if let Some(matrix) = &mut model.matrix {
        matrix.column = to(matrix.column);
    }
}

/// Space on the cell under the cursor.
pub(super) fn toggle(model: &mut Model) {
    let Some((row, capability)) = model.current_cell() else { return };
    let cell = row.cell(capability);
    let state = model.cell_state(cell, capability);
    if state == CellState::Missing {
        model.complain(format!("HubSpot has no {} of {}.", capability.name(), row.object));
        return;
    }
    let before = model.answer.clone();
    let mut plan = model.plan().clone();
    model.step_cell(&mut plan, cell, capability);
    model.change(|now| *now = plan);
    let told = told(model, &before);
    model.message = Some(if state == CellState::OfProject {
        told.with_end("It stands in the project's files: take it out there, too, or it comes back.")
    } else {
        told
    });
}

/// Steps what is chosen of the cell under the cursor through always, per link, if available.
pub(super) fn step_when(model: &mut Model) {
    let Some((row, capability)) = model.current_cell() else { return };
    let is_chosen = |(feature, option): &&Member| model.plan().selected(feature, *option).next().is_some();
    let chosen: Vec<Member> = row.cell(capability).iter().filter(is_chosen).copied().collect();
    let Some((first, option)) = chosen.first().copied() else {
        let key = model.key(Command::When);
        model.complain(format!("Add the cell first: {key} says when what is added is needed."));
        return;
    };
    if let Some(why) = chosen.iter().find_map(|(feature, _)| model.when_refused(feature)) {
        model.complain(why);
        return;
    }
    let before = model.answer.clone();
    let now = model.plan().selected(first, option).next().map_or(When::Always, |selection| selection.when.next());
    model.change(|plan| {
        let is_in = |one: &Selection| chosen.iter().any(|(feature, option)| one.is_of(feature, *option));
        plan.selections.iter_mut().filter(|one| is_in(one)).for_each(|one| one.when = now);
    });
    say_when(model, &before, now);
}

/// A change of many scopes in numbers: named one by one, they would push out on which tiers it no longer installs.
fn summed(model: &Model, before: &Answer) -> Option<Message> {
    let (old, new) = (&before.resolved, &model.answer.resolved);
    let added = new.scopes.iter().filter(|scope| old.scope(&scope.name).is_none()).count();
    let gone = old.scopes.iter().filter(|scope| new.scope(&scope.name).is_none()).count();
    if added + gone <= NAMED {
        return None;
    }
    let counts = [(added, "added"), (gone, "taken out")].into_iter().filter(|(number, _)| *number > 0);
    let counts = counts.map(|(number, what)| format!("{} {what}", counted(number, "scope")));
    let tiers = model.standing().change_since(before.standing(model.catalog));
    Some(Message::plain(counts.chain(tiers).collect::<Vec<_>>().join(", ")))
}

/// Adds what is not chosen of these cells, or, where all of it is, gives all of it up.
fn all_or_none(model: &mut Model, cells: &[(&'static GridRow, Capability)]) {
    let before = model.answer.clone();
    let lacking: Vec<_> = cells
        .iter()
        .map(|(row, one)| (row.cell(*one), *one))
        .filter(|(cell, one)| model.cell_state(cell, *one) == CellState::Open)
        .collect();
    let mut plan = model.plan().clone();
    for (cell, _) in &lacking {
        // Several objects may share a feature: the first of them has chosen it for all.
        if !cell.iter().any(|(feature, option)| plan.selected(feature, *option).next().is_some()) {
            model.add_to_cell(&mut plan, cell);
        }
    }
    if lacking.is_empty() {
        let all: Vec<_> = cells.iter().flat_map(|(row, one)| row.cell(*one)).collect();
        plan.selections.retain(|one| !all.iter().any(|(feature, option)| one.is_of(feature, *option)));
    }
    let changed = model.change(|now| *now = plan);
    if changed {
        model.message = Some(summed(model, &before).unwrap_or_else(|| told(model, &before)));
    } else {
        model.complain("There is nothing in it to choose.");
    }
}
