//! Where things are, by the size of the screen.
//!
//! ```text
//!  wide, from 110 columns            middle, from 76            narrow, from 40
//!  ┌ head ────────────────────────┐  ┌ head ──────────────┐     ┌ head ─────────┐
//!  │ steps                        │  │ steps              │     │ steps         │
//!  │┌ main ──┐┌ computed ┐┌ det. ┐│  │┌ main ──┐┌ comp. ─┐│     │ the pane that │
//!  ││        ││          ││      ││  ││        │├ det. ──┤│     │ has the keys  │
//!  │└────────┘└──────────┘└──────┘│  │└────────┘└────────┘│     │               │
//!  │ status · link strip · keys   │  │ status strip keys  │     │ status … keys │
//!  └──────────────────────────────┘  └────────────────────┘     └───────────────┘
//! ```

use ratatui::layout::{Constraint, Layout, Rect};

use crate::tui::model::{Pane, Step};

/// The kinds of screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Three panes side by side.
    Wide,
    /// Two columns.
    Middle,
    /// One pane at a time.
    Narrow,
    /// Below what can be shown.
    TooSmall,
}

/// The smallest screen that shows the configurator.
pub(super) const SMALLEST: (u16, u16) = (40, 12);

/// The shape for a screen of this size.
pub fn shape(columns: u16, rows: u16) -> Shape {
    match (columns, rows) {
        (c, r) if c < SMALLEST.0 || r < SMALLEST.1 => Shape::TooSmall,
        (c, r) if c >= 110 && r >= 16 => Shape::Wide,
        (c, r) if c >= 76 && r >= 20 => Shape::Middle,
        _ => Shape::Narrow,
    }
}

/// The rows that never leave, and the body between them.
pub(super) struct Rows {
    pub(super) head: Rect,
    pub(super) steps: Rect,
    pub(super) body: Rect,
    pub(super) status: Rect,
    pub(super) strip: Rect,
    pub(super) keys: Rect,
}

/// Lays out the rows.
pub(super) fn rows(area: Rect, shape: Shape) -> Rows {
    let status = if shape == Shape::Narrow || area.height < 20 { 1 } else { 2 };
    let [head, steps, body, status, strip, keys] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(status),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    Rows { head, steps, body, status, strip, keys }
}

/// The panes of a step and their places, in the order of drawing.
pub(super) fn panes(body: Rect, shape: Shape, step: Step, focused: Pane) -> Vec<(Pane, Rect)> {
    let has_computed = matches!(step, Step::App | Step::Features);
    match shape {
        Shape::TooSmall => Vec::new(),
        Shape::Narrow => vec![(focused, body)],
        Shape::Wide if has_computed => {
            let parts = if step == Step::App { [13, 8, 8] } else { [9, 9, 8] };
            let widths = parts.map(Constraint::Fill);
            let [main, computed, details] = Layout::horizontal(widths).areas(body);
            vec![(Pane::Main, main), (Pane::Computed, computed), (Pane::Details, details)]
        }
        Shape::Wide => {
            let [main, details] = Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(body);
            vec![(Pane::Main, main), (Pane::Details, details)]
        }
        Shape::Middle => {
            let parts = if step == Step::App { [3, 2] } else { [1, 1] };
            let [main, right] = Layout::horizontal(parts.map(Constraint::Fill)).areas(body);
            if has_computed {
                let [computed, details] = Layout::vertical([Constraint::Fill(1), Constraint::Fill(1)]).areas(right);
                vec![(Pane::Main, main), (Pane::Computed, computed), (Pane::Details, details)]
            } else {
                vec![(Pane::Main, main), (Pane::Details, right)]
            }
        }
    }
}
