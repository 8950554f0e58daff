//! Addresses in a text that was wrapped: on which line and in which columns each part of them stands.

use std::ops::Range;

use super::text::width;

/// A part of an address on one line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// The line.
    pub(super) line: usize,
    /// Its columns on the line.
    pub(super) columns: Range<usize>,
    /// The whole address.
    pub(super) address: &'a str,
}

/// The parts of the addresses of `text` on its `lines`, which are what wrapping it has made of it.
pub(super) fn parts<'a>(text: &'a str, lines: &[&str]) -> Vec<Part<'a>> {
    let addresses = addresses(text);
    let mut parts = Vec::new();
    let mut from = 0;
    for (line, shown) in lines.iter().enumerate() {
        let bare = shown.trim();
        let indent = width(shown) - width(shown.trim_start());
        let Some(start) = text[from..].find(bare).map(|at| from + at) else { break };
        from = start + bare.len();
        for address in &addresses {
            let (first, last) = (address.start.max(start), address.end.min(from));
            if first < last {
                let column = indent + width(&text[start..first]);
                let columns = column..column + width(&text[first..last]);
                parts.push(Part { line, columns, address: &text[address.clone()] });
            }
        }
    }
    parts
}

/// Where addresses of the web stand in `text`, without the punctuation behind them.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find("http").map(|at| from + at) {
        let rest = &text[at..];
        let end = rest.find(|c: char| !c.is_ascii_graphic() || "()<>\"".contains(c)).unwrap_or(rest.len());
        let address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
        let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        if host.is_some_and(|host| !host.is_empty()) {
            found.push(at..at + address.len());
        }
        from = at + end.max(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::text::wrap;
    use super::*;

    #[test]
    fn an_address_that_is_wrapped_is_whole_in_each_of_its_parts() {
        let text = "see https://docs.example/a-long-way/to/go, (2024)";
        let lines = ["  see https://docs.example/a-", "  long-way/to/go, (2024)"];
        let address = "https://docs.example/a-long-way/to/go";
        assert_eq!(
            parts(text, &lines),
            [Part { line: 0, columns: 6..29, address }, Part { line: 1, columns: 2..16, address }]
        );
    }

    #[test]
    fn what_only_begins_like_an_address_is_none() {
        for text in ["http", "https://", "https://,", "httpx://a", "HTTP docs"] {
            assert_eq!(parts(text, &[text]), [], "{text}");
        }
        let two = "https://a.example; https://b.example.";
        let found: Vec<&str> = parts(two, &[two]).into_iter().map(|part| part.address).collect();
        assert_eq!(found, ["https://a.example", "https://b.example"]);
    }

    proptest! {
        #[test]
        fn every_part_lies_on_its_line(text in "[a-z日 ]{0,20}(https://[a-z/.-]{1,30})?[a-z ,]{0,20}", columns in 1usize..30) {
            let lines = wrap(&text, columns);
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            for part in parts(&text, &lines) {
                prop_assert!(part.columns.start < part.columns.end);
                prop_assert!(part.columns.end <= width(lines[part.line]));
            }
        }
    }
}
