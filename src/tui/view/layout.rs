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

use ratatui::layout::Rect;

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
    let body = area.height.saturating_sub(4 + status);
    let mut y = area.y;
    let [head, steps, body, status, strip, keys] = [1, 1, body, status, 1, 1].map(|height| {
        let row = Rect { y, height, ..area };
        y = row.bottom();
        row
    });
    Rows { head, steps, body, status, strip, keys }
}

/// The panes of a step and their places, in the order of drawing.
pub(super) fn panes(body: Rect, shape: Shape, step: Step, focused: Pane, matrix: bool) -> Vec<(Pane, Rect)> {
    let has_computed = matches!(step, Step::App | Step::Features);
    match shape {
        Shape::TooSmall => Vec::new(),
        Shape::Narrow => vec![(focused, body)],
        Shape::Wide if has_computed => {
            let parts = match step {
                Step::App => [13, 7, 8],
                Step::Features if matrix => [15, 5, 6],
                _ => [9, 9, 8],
            };
            let [main, computed, details] = columns(body, parts);
            vec![(Pane::Main, main), (Pane::Computed, computed), (Pane::Details, details)]
        }
        Shape::Wide => {
            let [main, details] = columns(body, [3, 2]);
            vec![(Pane::Main, main), (Pane::Details, details)]
        }
        Shape::Middle => {
            let parts = match step {
                Step::App => [3, 2],
                Step::Features if matrix => [2, 1],
                _ => [1, 1],
            };
            let [main, right] = columns(body, parts);
            if has_computed {
                let [upper, lower] = shares(right.height, [1, 1]);
                let computed = Rect { height: upper, ..right };
                let details = Rect { y: computed.bottom(), height: lower, ..right };
                vec![(Pane::Main, main), (Pane::Computed, computed), (Pane::Details, details)]
            } else {
                vec![(Pane::Main, main), (Pane::Details, right)]
            }
        }
    }
}

/// Cuts `area` into columns of these parts.
fn columns<const N: usize>(area: Rect, parts: [u16; N]) -> [Rect; N] {
    let mut x = area.x;
    shares(area.width, parts).map(|width| {
        let column = Rect { x, width, ..area };
        x = column.right();
        column
    })
}

/// Shares `whole` out by `parts`, with every edge on the nearest cell.
///
/// As ratatui's `Layout` would, whose solver for any constraint took longer than the drawing of a pane.
fn shares<const N: usize>(whole: u16, parts: [u16; N]) -> [u16; N] {
    let total = u32::from(parts.iter().sum::<u16>()).max(1);
    let (mut taken, mut edge) = (0, 0);
    parts.map(|part| {
        taken += u32::from(part);
        let next = (2 * u32::from(whole) * taken + total) / (2 * total);
        let share = next - edge;
        edge = next;
        u16::try_from(share).unwrap_or(whole)
    })
}

#[cfg(test)]
mod tests {
    use ratatui::layout::{Constraint, Layout};

    use super::*;

    #[test]
    fn what_is_shared_out_is_what_ratatui_would_share_out() {
        for width in 0..=300 {
            let area = Rect { x: 3, y: 5, width, height: 7 };
            let told = |parts: &[u16]| Layout::horizontal(parts.iter().copied().map(Constraint::Fill)).split(area);
            assert_eq!(columns(area, [13, 7, 8])[..], told(&[13, 7, 8])[..], "{width}");
            assert_eq!(columns(area, [9, 9, 8])[..], told(&[9, 9, 8])[..], "{width}");
            assert_eq!(columns(area, [3, 2])[..], told(&[3, 2])[..], "{width}");
            assert_eq!(columns(area, [1, 1])[..], told(&[1, 1])[..], "{width}");
        }
    }

    #[test]
    fn the_rows_fill_the_screen() {
        for height in SMALLEST.1..100 {
            let area = Rect { x: 0, y: 0, width: 80, height };
            let rows = rows(area, shape(80, height));
            let all = [rows.head, rows.steps, rows.body, rows.status, rows.strip, rows.keys];
            assert!(all.windows(2).all(|pair| pair[0].bottom() == pair[1].y));
            assert_eq!((all[0].y, all[5].bottom()), (0, height));
            assert!(rows.body.height >= 6);
        }
    }
}
