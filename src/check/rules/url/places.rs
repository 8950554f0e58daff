//! Lines and columns of bytes, in one walk over the text.

/// Where a byte is: line and column, both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// A walk over a text: spots that are asked for in order cost one pass together.
#[derive(Debug, Clone)]
pub(super) struct Places<'a> {
    text: &'a str,
    at: usize,
    spot: Spot,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, spot: Spot { line: 1, column: 1 } }
    }

    /// The spots of all `bytes`, in their order.
    pub(super) fn spots(&mut self, bytes: &[usize]) -> Vec<Spot> {
        let mut order: Vec<usize> = (0..bytes.len()).collect();
        order.sort_by_key(|i| bytes[*i]);
        let mut spots = vec![self.spot; bytes.len()];
        for i in order {
            spots[i] = self.spot_of(bytes[i]);
        }
        spots
    }

    fn spot_of(&mut self, byte: usize) -> Spot {
        if byte < self.at {
            *self = Self::new(self.text);
        }
        let mut end = byte.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        for sign in self.text[self.at.min(end)..end].chars() {
            if sign == '\n' {
                self.spot = Spot { line: self.spot.line + 1, column: 1 };
            } else {
                self.spot.column += 1;
            }
        }
        self.at = end;
        self.spot
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_begin_at_one() {
        let text = "é1\nab";
        let spots = Places::new(text).spots(&[5, 0, 2, 4]);
        assert_eq!(
            spots.iter().map(|spot| (spot.line, spot.column)).collect::<Vec<_>>(),
            [(2, 2), (1, 1), (1, 2), (2, 1)]
        );
    }
}
