//! Fitting text into cells: widths as the terminal counts them.

use std::borrow::Cow;

use textwrap::{Options, WordSplitter};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Columns that `text` takes.
pub(super) fn width(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.width() }
}

/// Whether each byte of `text` is a letter of one column.
pub(super) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The beginning of `text` in at most `columns`, with `ellipsis` where it was cut.
pub(super) fn cut(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(width(ellipsis));
    let mut kept = take_start(text, room).to_owned();
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
    let kept = take_end(text, room);
    if columns >= width(ellipsis) { format!("{ellipsis}{kept}") } else { kept.to_owned() }
}

/// A path or the name of a scope in at most `columns`: the end tells such names apart, so it is kept; of a name that
/// does not begin with a slash the first letters, too.
pub(super) fn shorten(text: &str, columns: usize, ellipsis: &str) -> String {
    let room = columns.saturating_sub(width(ellipsis));
    if text.starts_with('/') || room < 16 || width(text) <= columns {
        return cut_start(text, columns, ellipsis);
    }
    let head = take_start(text, room / 5);
    let tail = take_end(text, room - width(head));
    format!("{head}{ellipsis}{tail}")
}

/// Beginning and end of `text` in at most `columns`, with `ellipsis` between them.
pub(super) fn cut_middle(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(width(ellipsis));
    let tail_room = room / 3;
    format!("{}{ellipsis}{}", take_start(text, room - tail_room), take_end(text, tail_room))
}

/// How many of these letters, as they are read, fit into `columns`. A letter is what takes cells of its own: a base with
/// its marks, an emoji with its parts.
fn fitting<'a>(letters: impl Iterator<Item = &'a str>, columns: usize) -> usize {
    let mut used = 0;
    let fits = |letter: &&str| {
        used += width(letter);
        used <= columns
    };
    letters.take_while(fits).map(str::len).sum()
}

fn take_start(text: &str, columns: usize) -> &str {
    if is_plain(text) {
        return &text[..columns.min(text.len())];
    }
    &text[..fitting(text.graphemes(true), columns)]
}

fn take_end(text: &str, columns: usize) -> &str {
    &text[text.len() - fitting(text.graphemes(true).rev(), columns)..]
}

/// `text` in lines of at most `columns`, broken between words where it can be, and a longer word between its parts.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    // A hyphen is part of a name or an address: no place to break.
    let options = Options::new(columns.max(1)).word_splitter(WordSplitter::NoHyphenation);
    let parted = parted(text, columns.max(1));
    textwrap::wrap(&parted, options).into_iter().map(Cow::into_owned).collect()
}

/// `text` with each word that fits on no line on several lines, broken after a dot or a slash where there is one.
fn parted(text: &str, columns: usize) -> Cow<'_, str> {
    if text.split(' ').all(|word| width(word) <= columns) {
        return Cow::Borrowed(text);
    }
    let words = text.split(' ').map(|word| {
        let mut lines: Vec<&str> = Vec::new();
        let mut rest = word;
        loop {
            // Never the width of the whole rest: the time would grow with its square.
            let first = take_start(rest, columns);
            if first.is_empty() || first.len() == rest.len() {
                break;
            }
            let natural = first.rfind(['.', '/']).map(|at| at + 1).filter(|at| *at < rest.len() && 3 * at >= columns);
            let (line, more) = rest.split_at(natural.unwrap_or(first.len()));
            lines.push(line);
            rest = more;
        }
        lines.push(rest);
        lines.join("\n")
    });
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// `text` in lines of exactly `columns` (the last may be shorter), broken anywhere: for URLs.
pub(super) fn chunks(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.graphemes(true).next() {
        let end = fitting(rest.graphemes(true), columns).max(first.len());
        lines.push(rest[..end].to_owned());
        rest = &rest[end..];
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn wide_letters_count_twice() {
        assert_eq!(cut("日本語", 5, "…"), "日本…");
        assert_eq!(cut_middle("abcdefghij", 7, "…"), "abcd…ij");
        assert_eq!(chunks("日本語x", 5), ["日本", "語x"]);
        assert_eq!(chunks("日本", 1), ["日", "本"], "what fits nowhere is not lost");
    }

    #[test]
    fn a_letter_is_cut_with_its_marks_and_an_emoji_whole() {
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2, "…"), "e\u{301}…");
        assert_eq!(cut("☎\u{fe0f}☎\u{fe0f}", 3, "…"), "☎\u{fe0f}…");
        assert_eq!(cut_start("ab👩🏽", 3, "…"), "…👩🏽");
    }

    #[test]
    fn a_name_that_fits_on_no_line_is_broken_at_its_dots() {
        let text = "needs crm.objects.contacts.read (documented)";
        assert_eq!(wrap(text, 22), ["needs", "crm.objects.contacts.", "read (documented)"]);
        assert_eq!(wrap(text, 30), ["needs", "crm.objects.contacts.read", "(documented)"]);
        assert_eq!(wrap("日本語日本語", 5), ["日本", "語日", "本語"]);
    }

    #[test]
    fn a_shortened_name_keeps_what_tells_it_from_its_neighbours() {
        let scope = "crm.objects.deals.highly_sensitive.read.v2";
        assert_eq!(shorten(scope, 28, "…"), "crm.o…ghly_sensitive.read.v2");
        assert_eq!(shorten("/crm/v3/objects/contacts", 10, "…"), "…/contacts");
        assert_eq!(shorten(scope, 60, "…"), scope);
    }

    proptest! {
        #[test]
        fn what_is_cut_fits(text in "\\PC{0,40}", columns in 0usize..30) {
            prop_assert!(width(&cut(&text, columns, "…")) <= columns);
            prop_assert!(width(&cut_start(&text, columns, "…")) <= columns);
            prop_assert!(width(&shorten(&text, columns, "…")) <= columns);
            prop_assert!(width(&cut_middle(&text, columns.max(1), "…")) <= columns.max(1));
        }
    }
}
