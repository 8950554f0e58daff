//! Fitting text into cells: widths as the terminal counts them.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that `text` takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// The beginning of `text` in at most `columns`, with `ellipsis` where it was cut.
pub(super) fn cut(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(width(ellipsis));
    let mut kept = take(text.chars(), room);
    if columns >= width(ellipsis) {
        kept.push_str(ellipsis);
    }
    kept
}

/// The end of `text` in at most `columns`, with `ellipsis` where it was cut.
pub(super) fn cut_start(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(width(ellipsis));
    let kept: String = take(text.chars().rev(), room).chars().rev().collect();
    if columns >= width(ellipsis) { format!("{ellipsis}{kept}") } else { kept }
}

/// Beginning and end of `text` in at most `columns`, with `ellipsis` between them.
pub(super) fn cut_middle(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(width(ellipsis));
    let tail_room = room / 3;
    let tail: String = take(text.chars().rev(), tail_room).chars().rev().collect();
    format!("{}{ellipsis}{tail}", take(text.chars(), room - tail_room))
}

fn take(letters: impl Iterator<Item = char>, columns: usize) -> String {
    let mut used = 0;
    letters
        .take_while(|c| {
            used += c.width().unwrap_or(0);
            used <= columns
        })
        .collect()
}

/// `text` in lines of at most `columns`, broken between words where it can be.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    textwrap::wrap(text, columns.max(1)).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// `text` in lines of exactly `columns` (the last may be shorter), broken anywhere: for URLs.
pub(super) fn chunks(text: &str, columns: usize) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(columns.max(1)).map(|chunk| chunk.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn wide_letters_count_twice() {
        assert_eq!(cut("日本語", 5, "…"), "日本…");
        assert_eq!(cut_middle("abcdefghij", 7, "…"), "abcd…ij");
    }

    proptest! {
        #[test]
        fn what_is_cut_fits(text in "\\PC{0,40}", columns in 0usize..30) {
            prop_assert!(width(&cut(&text, columns, "…")) <= columns);
            prop_assert!(width(&cut_start(&text, columns, "…")) <= columns);
            prop_assert!(width(&cut_middle(&text, columns.max(1), "…")) <= columns.max(1));
        }
    }
}
