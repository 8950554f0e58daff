//! Where the borders between panes were dragged to; kept for the walk.

use super::place::Step;

/// A border between panes, by the arrangement that it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Border {
    /// The step that shows the panes.
    pub step: Step,
    /// The matrix stands in place of the tree.
    pub matrix: bool,
    /// All panes stand side by side.
    pub wide: bool,
    /// Which of its borders.
    pub side: Side,
}

/// Which panes a border parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The main pane and what is to its right.
    Main,
    /// The details and what is to their left.
    Details,
    /// The computed scopes and the details below them.
    Below,
}

impl Side {
    /// Whether the panes stand one above the other.
    pub fn is_flat(self) -> bool {
        self == Self::Below
    }
}

/// A border as it was drawn: what is dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grip {
    /// The border.
    pub border: Border,
    /// Column or row where the panes of the arrangement begin.
    pub from: u16,
    /// Columns or rows of all of them.
    pub length: u16,
    /// Column or row where the second pane begins.
    pub edge: u16,
}

/// The borders that were moved, in thousandths of what they part.
#[derive(Debug, Clone, Default)]
pub struct Splits(Vec<(Border, u16)>);

impl Splits {
    /// Where the border stands in `length` columns or rows; `None` = where it stands by itself.
    pub fn edge(&self, border: Border, length: u16) -> Option<u16> {
        let (_, share) = self.0.iter().find(|(known, _)| *known == border)?;
        let edge = (u32::from(*share) * u32::from(length) + 500) / 1000;
        u16::try_from(edge).ok()
    }

    /// Moves the border to the column or row `to`.
    pub fn drag(&mut self, grip: Grip, to: u16) {
        let length = u32::from(grip.length.max(1));
        let at = u32::from(to.saturating_sub(grip.from).min(grip.length));
        let share = u16::try_from((at * 1000 + length / 2) / length).unwrap_or(1000);
        self.0.retain(|(known, _)| *known != grip.border);
        self.0.push((grip.border, share));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_border_stands_where_it_was_dragged_and_keeps_its_share_in_another_size() {
        let border = Border { step: Step::Features, matrix: false, wide: true, side: Side::Main };
        for length in [76, 110, 200, 499] {
            for to in 0..=length {
                let mut splits = Splits::default();
                splits.drag(Grip { border, from: 3, length, edge: 9 }, 3 + to);
                assert_eq!(splits.edge(border, length), Some(to));
            }
        }
        let mut splits = Splits::default();
        splits.drag(Grip { border, from: 0, length: 100, edge: 50 }, 25);
        assert_eq!(splits.edge(border, 200), Some(50));
        assert_eq!(splits.edge(Border { wide: false, ..border }, 200), None);
    }
}
