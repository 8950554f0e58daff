//! The lines and columns of a text.
//!
//! Owns how a byte becomes a line and a column without counting the whole line each time: a file of one line and ten
//! megabytes has as many places as any other.

/// How many bytes lie between two counts.
const BLOCK: usize = 1024;

/// An index over one text.
#[derive(Debug)]
pub(super) struct Lines {
    /// The first byte of each line.
    starts: Vec<usize>,
    /// How many characters begin before each block.
    characters: Vec<usize>,
}

impl Lines {
    /// The index of `text`.
    pub(super) fn of(text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut characters = vec![0];
        let mut before = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            before += beginning_in(block);
            characters.push(before);
        }
        Self { starts, characters }
    }

    /// Line and column (in characters) of the byte `at` of `text`, both from 1.
    pub(super) fn place(&self, text: &str, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|first| *first <= at).max(1);
        let first = self.starts.get(line - 1).copied().unwrap_or_default();
        (line, self.characters_before(text, at).saturating_sub(self.characters_before(text, first)) + 1)
    }

    /// The first byte of a line, from 1; the end of `text` for one that is not there.
    pub(super) fn start_of(&self, text: &str, line: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or(text.len())
    }

    fn characters_before(&self, text: &str, at: usize) -> usize {
        let at = at.min(text.len());
        let block = at / BLOCK;
        let before = self.characters.get(block).copied().unwrap_or_default();
        before + text.as_bytes().get(block * BLOCK..at).map_or(0, beginning_in)
    }
}

/// How many characters begin in these bytes of a text.
fn beginning_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0b1100_0000) != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_what_counting_from_the_start_gives() {
        let text = format!("{}\n{}é{}x\n", "ä".repeat(900), "z".repeat(3000), "ß".repeat(2000));
        let lines = Lines::of(&text);
        for (at, _) in text.char_indices().step_by(7) {
            let before = &text[..at];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            assert_eq!(lines.place(&text, at), (line, column), "{at}");
        }
        assert_eq!(lines.start_of(&text, 2), 1801);
        assert_eq!(lines.start_of(&text, 9), text.len());
    }
}
