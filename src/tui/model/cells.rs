//! What the cells of the matrix have chosen, and what choosing one means.

use super::grid::{Capability, GridRow, Member, grid};
use super::matrix::{CellState, Matrix};
use super::node::{Choice, Node};
use super::place::Step;
use super::state::Model;
use crate::account::Preview;
use crate::catalog::{Alternative, matches};
use crate::plan::{Plan, Reason};

impl Model {
    /// Every object with its cells.
    pub fn grid(&self) -> &'static [GridRow] {
        grid(self.catalog)
    }

    /// Opens the matrix with its cursor on what has the tree's cursor.
    pub fn open_matrix(&mut self) {
        let member = self.tree.current().and_then(Node::feature_choice);
        let at = self.grid().iter().enumerate().find_map(|(row, cells)| {
            let column =
                Capability::ALL.into_iter().position(|one| member.is_some_and(|m| cells.cell(one).contains(&m)))?;
            Some((row, column))
        });
        let (row, column) = at.unwrap_or_default();
        let shown = (0..self.grid().len()).collect();
        self.matrix = Some(Matrix { filter: String::new(), row, column, shown });
    }

    /// Closes the matrix; the tree's cursor goes to what has the matrix's.
    pub fn close_matrix(&mut self) {
        let cell = self.current_cell().map(|(row, one)| row.cell(one)).unwrap_or_default();
        let chosen = cell.iter().find(|(feature, option)| self.plan().selected(feature, *option).next().is_some());
        let of_row =
            self.current_cell().into_iter().flat_map(|(row, _)| Capability::ALL.map(|one| row.cell(one).first()));
        let member = chosen.or(cell.first()).or_else(|| of_row.flatten().next());
        if let Some((feature, option)) = member {
            self.tree.reveal_feature(feature, *option);
        }
        self.matrix = None;
    }

    /// Shows the objects that `text` names, with the cursor on the first of them.
    pub fn filter_matrix(&mut self, text: &str) {
        let rows = self.grid();
        let catalog = self.catalog;
        let is_shown = |row: &GridRow| {
            let object = catalog.objects().resolve(row.object);
            let names = object.map(|object| [object.plural, object.singular, object.id.unwrap_or_default()]);
            names.is_some_and(|names| matches(text, &names))
        };
        let Some(matrix) = &mut self.matrix else { return };
        let under_cursor = matrix.shown.get(matrix.row).copied();
        matrix.shown = (0..rows.len()).filter(|place| is_shown(&rows[*place])).collect();
        matrix.row = matrix.shown.iter().position(|place| Some(*place) == under_cursor).unwrap_or(0);
        text.clone_into(&mut matrix.filter);
    }

    /// Opens the matrix on the row of `object`.
    pub fn reveal_object(&mut self, object: &str) {
        self.open_matrix();
        let place = self.grid().iter().position(|row| row.object == object);
        if let (Some(matrix), Some(place)) = (&mut self.matrix, place) {
            (matrix.row, matrix.column) = (place, 0);
        }
    }

    /// The object in this row of the matrix.
    pub fn matrix_row(&self, row: usize) -> Option<&'static GridRow> {
        self.grid().get(*self.matrix.as_ref()?.shown.get(row)?)
    }

    /// The cell under the cursor.
    pub fn current_cell(&self) -> Option<(&'static GridRow, Capability)> {
        let matrix = self.matrix.as_ref()?;
        Some((self.matrix_row(matrix.row)?, *Capability::ALL.get(matrix.column)?))
    }

    /// What the cell under the cursor has chosen, while the matrix is seen.
    pub fn current_cell_state(&self) -> Option<CellState> {
        let (row, capability) = self.current_cell().filter(|_| self.step == Step::Features)?;
        Some(self.cell_state(row.cell(capability), capability))
    }

    /// What the cell has chosen.
    pub fn cell_state(&self, cell: &[Member], capability: Capability) -> CellState {
        let plan = self.plan();
        let is_chosen = |(feature, option): &Member| plan.selected(feature, *option).next().is_some();
        let chosen = cell.iter().filter(|member| is_chosen(member)).count();
        let of_file = |(feature, option): &Member| plan.selected(feature, *option).any(|one| one.file.is_some());
        match chosen {
            _ if cell.is_empty() => CellState::Missing,
            0 => CellState::Open,
            some if capability.is_sensitive() && some < cell.len() => CellState::Partly,
            _ if cell.iter().any(of_file) => CellState::OfProject,
            _ => CellState::Chosen,
        }
    }

    /// What else in the plan has the scopes that the open cell needs today: the first of them, and why it is there.
    pub fn served_elsewhere(&self, cell: &[Member]) -> Option<(&str, String)> {
        let (id, option) = cell.first()?;
        let feature = self.catalog.feature(id).filter(|feature| feature.in_link)?;
        let today = self.answer.resolved.as_of;
        let rule = match option {
            Some(option) => feature.option(option)?.requires_on(today)?,
            None => feature.requires_on(today)?,
        };
        let resolved = &self.answer.resolved;
        let is_there =
            |way: &&Alternative| !way.all_of.is_empty() && way.all_of.iter().all(|name| resolved.scope(name).is_some());
        let scope = resolved.scope(rule.any_of.iter().find(is_there)?.all_of.first()?)?;
        Some((&scope.name, scope.reasons.first().map(Reason::describe).unwrap_or_default()))
    }

    /// What Space on the cell would change in `plan`: it adds what was given up of the cell or else the first of what
    /// it stands for, of sensitive data the next, and where all is there gives it up.
    pub fn step_cell(&self, plan: &mut Plan, cell: &[Member], capability: Capability) {
        match self.cell_state(cell, capability) {
            CellState::Missing => {}
            CellState::Open => self.add_to_cell(plan, cell),
            CellState::Partly => add_next(plan, cell),
            CellState::Chosen | CellState::OfProject => {
                plan.selections.retain(|one| !cell.iter().any(|(feature, option)| one.is_of(feature, *option)));
            }
        }
    }

    /// Adds to the open cell what was given up of it, else the first of what it stands for.
    pub fn add_to_cell(&self, plan: &mut Plan, cell: &[Member]) {
        let back = self.back_in_cell(cell);
        if back.is_empty() { add_next(plan, cell) } else { plan.selections.extend(back) }
    }

    /// What Space on the cell would change.
    pub fn preview_cell(&self, cell: &[Member], capability: Capability) -> Preview {
        self.preview(|plan| self.step_cell(plan, cell, capability))
    }

    /// The choice that Space would make, where it would make just one.
    pub fn next_choice(&self, cell: &[Member], capability: Capability) -> Option<Choice> {
        let is_next = self.cell_state(cell, capability) == CellState::Open && self.back_in_cell(cell).is_empty();
        cell.first().filter(|_| is_next).map(|(feature, option)| Choice::Feature(feature, *option))
    }
}

/// Adds the first of `cell` that is not chosen yet.
fn add_next(plan: &mut Plan, cell: &[Member]) {
    let next = cell.iter().find(|(feature, option)| plan.selected(feature, *option).next().is_none()).copied();
    if let Some((feature, option)) = next {
        plan.toggle(feature, option);
    }
}
