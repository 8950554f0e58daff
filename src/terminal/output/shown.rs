//! What stands on the terminal: the letters and pens that were written last.
//!
//! Owns what the writer of cells may write again without being told. A letter that terminals may count otherwise than here
//! is not known, nor is one of a hyperlink.

use std::ops::Range;

use super::pen::{PLAIN, Pen};

/// The rows, as far as anything was written on them since the screen was cleared.
#[derive(Debug)]
pub(super) struct Shown {
    rows: Vec<Vec<Known>>,
    /// What stands where nothing was written.
    elsewhere: Known,
}

/// A cell; the letter is `None` where it is not known.
#[derive(Debug, Clone, Copy)]
struct Known {
    letter: Option<char>,
    pen: Pen,
}

/// What a cleared screen shows everywhere.
const EMPTY: Known = Known { letter: Some(' '), pen: PLAIN };
const UNKNOWN: Known = Known { letter: None, pen: PLAIN };

impl Default for Shown {
    fn default() -> Self {
        Self { rows: Vec::new(), elsewhere: EMPTY }
    }
}

impl Known {
    fn is_empty(self) -> bool {
        self.letter == Some(' ') && self.pen.leaves_blanks_empty()
    }
}

impl Shown {
    /// The screen is empty now.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Somebody else may have written on the screen.
    pub(super) fn forget(&mut self) {
        *self = Self { rows: Vec::new(), elsewhere: UNKNOWN };
    }

    /// A letter was written.
    pub(super) fn set(&mut self, x: u16, y: u16, letter: char, pen: Pen) {
        self.fill(x..x + 1, y, Known { letter: Some(letter), pen });
    }

    /// Something was written that is not to be written again by itself.
    pub(super) fn hide(&mut self, columns: Range<u16>, y: u16) {
        self.fill(columns, y, UNKNOWN);
    }

    fn fill(&mut self, columns: Range<u16>, y: u16, known: Known) {
        let (columns, y) = (usize::from(columns.start)..usize::from(columns.end), usize::from(y));
        if self.rows.len() <= y {
            self.rows.resize_with(y + 1, Vec::new);
        }
        let row = &mut self.rows[y];
        if row.len() < columns.end {
            row.resize(columns.end, self.elsewhere);
        }
        row[columns].fill(known);
    }

    /// The letter that stands there, if it is known.
    pub(super) fn letter(&self, x: u16, y: u16) -> Option<char> {
        self.known(x, y).letter
    }

    /// Whether nothing stands there.
    pub(super) fn is_empty(&self, x: u16, y: u16) -> bool {
        self.known(x, y).is_empty()
    }

    /// Whether writing its letter with this pen changes nothing.
    pub(super) fn is_as_with(&self, pen: Pen, x: u16, y: u16) -> bool {
        let known = self.known(x, y);
        let is_same = known.letter.is_some() && known.pen == pen;
        is_same || (known.is_empty() && pen.leaves_blanks_empty())
    }

    fn known(&self, x: u16, y: u16) -> Known {
        let row = self.rows.get(usize::from(y));
        row.and_then(|row| row.get(usize::from(x))).copied().unwrap_or(self.elsewhere)
    }
}
