//! Bytes of a text replaced by others, many at a time.
//!
//! Owns that no two of them touch the same bytes.

use std::collections::BTreeMap;

/// Puts `with` in the place of the bytes from `start` to before `end`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) with: String,
}

/// Splices that do not overlap, in order. At one byte, what is put in before it comes first.
#[derive(Debug, Default)]
pub(super) struct Splices(BTreeMap<(usize, usize), String>);

impl Splices {
    /// Takes `splice`, unless it overlaps another one.
    pub(super) fn take(&mut self, splice: Splice) -> bool {
        let Splice { start, end, with } = splice;
        let free = |(other_start, other_end): (usize, usize)| other_end <= start || end <= other_start;
        // Those before do not overlap each other: the last one that begins before reaches farthest.
        let before = self.0.range(..(start, end)).next_back().is_none_or(|(place, _)| free(*place));
        let after = self.0.range((start, end)..).next().is_none_or(|(place, _)| free(*place) && *place != (start, end));
        let takes = before && after;
        if takes {
            self.0.insert((start, end), with);
        }
        takes
    }

    /// `text` with all of them done.
    pub(super) fn apply(&self, text: &str) -> String {
        let more: usize = self.0.values().map(String::len).sum();
        let mut out = String::with_capacity(text.len() + more);
        let mut at = 0;
        for ((start, end), with) in &self.0 {
            out.push_str(text.get(at..*start).unwrap_or_default());
            out.push_str(with);
            at = *end;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }
}
