//! The part of a line that a finding is shown in.
//!
//! Owns how much of a line is shown and that it is safe to show: a minified file or a link can be one line of ten
//! megabytes, and what draws the underline must never see it.

use crate::escape::sanitize;

/// The most characters of a line that are shown.
const MOST: usize = 110;
/// The most of them before the place, in a line that is cut.
const BEFORE: usize = 40;

/// A piece of one line, ready to be shown, and the bytes in it to be underlined.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The line of `text` that the byte `start` is on, around the bytes from `start` to before `end`.
pub(super) fn window(text: &str, start: usize, end: usize, ellipsis: &str) -> Window {
    let start = (0..=start.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let (before, after) = text.split_at(start);
    let ends_line = |c: char| c == '\n';
    let head: usize = before.chars().rev().take(MOST + 1).take_while(|c| !ends_line(*c) && *c != '\u{feff}').count();
    let tail: usize = after.chars().take(MOST + 1).take_while(|c| !ends_line(*c)).count();
    let is_cut = head + tail > MOST;
    let first = if is_cut { head.min(BEFORE.max(MOST.saturating_sub(tail))) } else { head };
    let last = if is_cut { tail.min(MOST - first) } else { tail };

    let mut window = Window { text: String::new(), start: 0, end: 0 };
    if first < head {
        window.text.push_str(ellipsis);
    }
    let from = before.char_indices().rev().take(first).last().map_or(start, |(at, _)| at);
    for (at, c) in text[from..].char_indices().take(first + last) {
        let at = from + at;
        // Of a line end of two characters the first one belongs to it.
        if c == '\r' && text[at..].starts_with("\r\n") {
            break;
        }
        if at == start {
            window.start = window.text.len();
            window.end = window.start;
        }
        match c {
            '\t' => window.text.push_str("    "),
            _ => window.text.push_str(&sanitize(c.encode_utf8(&mut [0; 4]))),
        }
        if at >= start && at < end {
            window.end = window.text.len();
        }
        if at < start {
            window.start = window.text.len();
            window.end = window.start;
        }
    }
    if last < tail {
        window.text.push_str(ellipsis);
    }
    window
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str, start: usize, end: usize) -> (String, String) {
        let window = window(text, start, end, "…");
        (window.text[window.start..window.end].to_owned(), window.text)
    }

    #[test]
    fn a_short_line_is_shown_whole_and_safe() {
        assert_eq!(shown("one\r\n\ttwo\x1b[2J\r\n", 6, 9), ("two".into(), "    two\\x1b[2J".into()));
        assert_eq!(shown("one\r\ntwo", 3, 3), (String::new(), "one".into()));
        assert_eq!(shown("{\n}", 0, 3), ("{".into(), "{".into()));
        assert_eq!(shown("", 7, 9), (String::new(), String::new()));
        assert_eq!(shown("\u{feff}{}", 3, 5), ("{}".into(), "{}".into()));
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = format!("{}試{}", "a".repeat(5_000_000), "b".repeat(5_000_000));
        let (mark, text) = shown(&line, 5_000_000, 5_000_003);
        assert_eq!(mark, "試");
        assert_eq!(text, format!("…{}試{}…", "a".repeat(40), "b".repeat(69)));
        let (mark, text) = shown(&line, 0, line.len());
        assert_eq!((mark.len(), text.chars().count()), (110, 111));
        let (_, text) = shown(&line, line.len(), line.len());
        assert_eq!(text, format!("…{}", "b".repeat(110)));
    }

    proptest! {
        #[test]
        fn the_underlined_bytes_are_characters_of_a_safe_line(
            text in prop_oneof![any::<String>(), "[a\t\r\n試\u{1b}\u{feff}é]{0,300}"],
            (start, end) in (0_usize..400, 0_usize..400),
        ) {
            let window = window(&text, start, end, "...");
            prop_assert!(window.text.get(window.start..window.end).is_some());
            prop_assert_eq!(sanitize(&window.text), window.text.as_str());
        }
    }
}
