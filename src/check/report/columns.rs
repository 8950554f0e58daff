//! Lines and columns of bytes, for many places in one text.
//!
//! Owns that a place costs the same wherever it stands, also in a line of ten megabytes.

const MARK: &str = "\u{feff}";
/// Bytes between two counts.
const STEP: usize = 1024;

/// Where the lines of a text begin, and how many characters stand before each step.
#[derive(Debug)]
pub(super) struct Columns<'t> {
    text: &'t str,
    mark: usize,
    line_starts: Vec<usize>,
    counts: Vec<usize>,
}

impl<'t> Columns<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mark = if text.starts_with(MARK) { MARK.len() } else { 0 };
        let line_starts = std::iter::once(mark).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut counts = vec![0];
        let mut count = 0;
        for step in text.as_bytes().chunks(STEP) {
            count += characters(step);
            counts.push(count);
        }
        Self { text, mark, line_starts, counts }
    }

    /// Line and column in characters, from 1. A byte order mark has no column.
    pub(super) fn at(&self, byte: usize) -> (usize, usize) {
        let byte = byte.clamp(self.mark, self.text.len().max(self.mark));
        let line = self.line_starts.partition_point(|first| *first <= byte).max(1);
        let first = self.line_starts.get(line - 1).copied().unwrap_or_default();
        (line, self.characters_before(byte) - self.characters_before(first) + 1)
    }

    fn characters_before(&self, byte: usize) -> usize {
        let step = byte / STEP;
        let rest = self.text.as_bytes().get(step * STEP..byte).unwrap_or_default();
        self.counts.get(step).copied().unwrap_or_default() + characters(rest)
    }
}

/// The characters that begin in these bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters_wherever_they_stand() {
        let columns = Columns::of("\u{feff}é\n試x");
        assert_eq!(
            [0, 3, 5, 6, 9, 10, 99].map(|at| columns.at(at)),
            [(1, 1), (1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (2, 3)]
        );
        let long = format!("a\n{}x", "é".repeat(5_000));
        assert_eq!(Columns::of(&long).at(long.len() - 1), (2, 5_001));
        assert_eq!(Columns::of("").at(3), (1, 1));
    }
}
