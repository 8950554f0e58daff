//! What the last frame drew where: clicks are answered by what was seen.

use crate::tui::action::Command;
use crate::tui::model::{Grip, Pane, Step};

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Area {
    /// Column of the left edge.
    pub x: u16,
    /// Row of the upper edge.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Whether the cell lies in it.
    pub fn contains(self, x: u16, y: u16) -> bool {
        x >= self.x && x < self.x.saturating_add(self.width) && y >= self.y && y < self.y.saturating_add(self.height)
    }
}

/// What a cell belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The name of a step.
    Step(Step),
    /// A pane, beside its rows.
    Pane(Pane),
    /// A row of a pane's list.
    Row(Pane, usize),
    /// The mark of a row, which chooses it.
    Mark(Pane, usize),
    /// The sign before a row that unfolds.
    Fold(usize),
    /// A key of the key line.
    Key(Command),
    /// The sign in a cell of the matrix, which chooses it: its row and its column.
    CellMark(usize, usize),
    /// A cell of the matrix: its row and its column.
    Cell(usize, usize),
    /// A border between panes, which can be dragged.
    Border(Grip),
}

/// The frame's targets; the last one drawn over a cell has it.
#[derive(Debug, Clone, Default)]
pub struct Regions(Vec<(Area, Target)>);

impl Regions {
    /// Forgets the frame before.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Notes what was drawn in `area`.
    pub fn add(&mut self, area: Area, target: Target) {
        self.0.push((area, target));
    }

    /// What the cell belongs to.
    pub fn at(&self, x: u16, y: u16) -> Option<Target> {
        self.0.iter().rev().find(|(area, _)| area.contains(x, y)).map(|(_, target)| *target)
    }
}
