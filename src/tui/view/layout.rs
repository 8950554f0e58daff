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

use crate::tui::model::{Border, Grip, Pane, SMALLEST, Side, Splits, Step};

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
pub(super) fn rows(area: Rect) -> Rows {
    let status = if area.height < 20 { 1 } else { 2 };
    let body = area.height.saturating_sub(4 + status);
    let mut y = area.y;
    let [head, steps, body, status, strip, keys] = [1, 1, body, status, 1, 1].map(|height| {
        let row = Rect { y, height, ..area };
        y = row.bottom();
        row
    });
    Rows { head, steps, body, status, strip, keys }
}

/// What decides where the panes of a step stand.
#[derive(Clone, Copy)]
pub(super) struct Arrangement<'a> {
    pub(super) shape: Shape,
    pub(super) step: Step,
    pub(super) focused: Pane,
    pub(super) matrix: bool,
    pub(super) splits: &'a Splits,
}

/// The smallest pane that a border can be dragged to.
const SMALLEST_PANE: (u16, u16) = (16, 4);

impl Arrangement<'_> {
    /// The panes and their places, in the order of drawing.
    pub(super) fn panes(self, body: Rect) -> Vec<(Pane, Rect)> {
        let has_computed = matches!(self.step, Step::App | Step::Features);
        match self.shape {
            Shape::TooSmall => Vec::new(),
            Shape::Narrow => vec![(self.focused, body)],
            Shape::Wide if has_computed => {
                let parts = match self.step {
                    // A client id fits beside its label, and most scopes into their pane.
                    Step::App => [18, 11, 11],
                    // The columns of the matrix are 62 cells wide; from there on the scopes have theirs.
                    Step::Features if self.matrix && body.width >= 120 => [31, 16, 13],
                    Step::Features if self.matrix => [15, 5, 6],
                    _ => [9, 9, 8],
                };
                let [main, computed, details] = self.columns(body, parts, [Side::Main, Side::Details]);
                vec![(Pane::Main, main), (Pane::Computed, computed), (Pane::Details, details)]
            }
            Shape::Wide => {
                let [main, details] = self.columns(body, [3, 2], [Side::Main]);
                vec![(Pane::Main, main), (Pane::Details, details)]
            }
            Shape::Middle => {
                let parts = match self.step {
                    Step::App => [3, 2],
                    Step::Features if self.matrix => [2, 1],
                    _ => [1, 1],
                };
                let [main, right] = self.columns(body, parts, [Side::Main]);
                if has_computed {
                    let heights = shares(right.height, [1, 1]);
                    let [upper, lower] = self.moved(heights, right.height, SMALLEST_PANE.1, [Side::Below]);
                    let computed = Rect { height: upper, ..right };
                    let details = Rect { y: computed.bottom(), height: lower, ..right };
                    vec![(Pane::Main, main), (Pane::Computed, computed), (Pane::Details, details)]
                } else {
                    vec![(Pane::Main, main), (Pane::Details, right)]
                }
            }
        }
    }

    /// The borders between `panes` that can be dragged, and the cells that take hold of each.
    pub(super) fn grips(self, body: Rect, panes: &[(Pane, Rect)]) -> Vec<(Rect, Grip)> {
        let of = |wanted| panes.iter().find(|(pane, _)| *pane == wanted).map(|(_, place)| *place);
        let (Some(main), Some(details)) = (of(Pane::Main), of(Pane::Details)) else { return Vec::new() };
        let upright = |side, edge| {
            let grip = Grip { border: self.border(side), from: body.x, length: body.width, edge };
            (Rect { x: edge.saturating_sub(1), width: 2, ..body }, grip)
        };
        let mut grips = vec![upright(Side::Main, main.right())];
        match of(Pane::Computed) {
            Some(computed) if computed.x == details.x => {
                let border = self.border(Side::Below);
                let grip = Grip { border, from: body.y, length: body.height, edge: details.y };
                // The corner belongs to the upright border.
                let (x, width) = (details.x + 1, details.width.saturating_sub(1));
                grips.push((Rect { x, y: details.y.saturating_sub(1), width, height: 2 }, grip));
            }
            Some(_) => grips.push(upright(Side::Details, details.x)),
            None => {}
        }
        grips
    }

    fn border(self, side: Side) -> Border {
        Border { step: self.step, matrix: self.matrix, wide: self.shape == Shape::Wide, side }
    }

    /// Cuts `area` into columns of these parts, or where their borders were dragged to.
    fn columns<const N: usize>(self, area: Rect, parts: [u16; N], sides: impl AsRef<[Side]>) -> [Rect; N] {
        let mut x = area.x;
        self.moved(shares(area.width, parts), area.width, SMALLEST_PANE.0, sides).map(|width| {
            let column = Rect { x, width, ..area };
            x = column.right();
            column
        })
    }

    /// The lengths with each border between two where it was dragged to, as near as leaves every pane the `least`.
    fn moved<const N: usize>(
        self,
        mut lengths: [u16; N],
        whole: u16,
        least: u16,
        sides: impl AsRef<[Side]>,
    ) -> [u16; N] {
        let sides = sides.as_ref();
        let wanted = |place: usize| self.splits.edge(self.border(*sides.get(place)?), whole);
        if (0..N).all(|place| wanted(place).is_none()) {
            return lengths;
        }
        let (mut start, mut natural) = (0, 0);
        for (place, length) in lengths.iter_mut().enumerate() {
            natural += *length;
            let after = u16::try_from(N - 1 - place).unwrap_or(0);
            let most = whole.saturating_sub(least * after);
            let edge = if after == 0 { whole } else { wanted(place).unwrap_or(natural) };
            let edge = edge.min(most).max((start + least).min(most));
            *length = edge - start;
            start = edge;
        }
        lengths
    }
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

    fn arrangement(shape: Shape, step: Step, splits: &Splits) -> Arrangement<'_> {
        Arrangement { shape, step, focused: Pane::Main, matrix: false, splits }
    }

    #[test]
    fn a_border_goes_where_it_is_dragged_and_leaves_every_pane_its_room() {
        for (columns, rows) in [(110, 16), (76, 20), (120, 40), (200, 60)] {
            let body = Rect { x: 0, y: 2, width: columns, height: rows - 6 };
            for step in Step::ALL {
                let (mut splits, shape) = (Splits::default(), shape(columns, rows));
                let panes = arrangement(shape, step, &splits).panes(body);
                for (_, grip) in arrangement(shape, step, &splits).grips(body, &panes) {
                    for to in [0, 5, 31, 60, 300] {
                        splits.drag(grip, to);
                        let panes = arrangement(shape, step, &splits).panes(body);
                        let cells: u32 = panes.iter().map(|(_, place)| place.area()).sum();
                        assert_eq!(cells, body.area(), "{columns}x{rows} {step:?} {to}: {panes:?}");
                        let fits = |place: &Rect| place.width >= SMALLEST_PANE.0 && place.height >= SMALLEST_PANE.1;
                        assert!(panes.iter().all(|(_, place)| fits(place)), "{panes:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_shared_out_is_what_ratatui_would_share_out() {
        for width in (0..=120).chain((130..=300).step_by(10)) {
            let area = Rect { x: 3, y: 5, width, height: 7 };
            let told = |parts: &[u16]| Layout::horizontal(parts.iter().copied().map(Constraint::Fill)).split(area);
            let splits = Splits::default();
            let here = arrangement(Shape::Wide, Step::Features, &splits);
            assert_eq!(here.columns(area, [13, 7, 8], [])[..], told(&[13, 7, 8])[..], "{width}");
            assert_eq!(here.columns(area, [9, 9, 8], [])[..], told(&[9, 9, 8])[..], "{width}");
            assert_eq!(here.columns(area, [3, 2], [])[..], told(&[3, 2])[..], "{width}");
            assert_eq!(here.columns(area, [1, 1], [])[..], told(&[1, 1])[..], "{width}");
        }
    }

    #[test]
    fn the_rows_fill_the_screen() {
        for height in SMALLEST.1..100 {
            let area = Rect { x: 0, y: 0, width: 80, height };
            let rows = rows(area);
            let all = [rows.head, rows.steps, rows.body, rows.status, rows.strip, rows.keys];
            assert!(all.windows(2).all(|pair| pair[0].bottom() == pair[1].y));
            assert_eq!((all[0].y, all[5].bottom()), (0, height));
            assert!(rows.body.height >= 6);
        }
    }
}
