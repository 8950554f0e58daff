//! The names of a scope list, each with its bytes and with what stands between it and the one before.
//!
//! Any separator that people write is seen as one; which of them is right is told by [`Between`].

use std::ops::Range;

use super::known::Known;
use super::percent::decoded;
use super::placeholder::Placeholders;
use super::stand_in::stands_in;

/// What stands between two names, or at an end of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Between {
    /// Its bytes.
    pub range: Range<usize>,
    /// A space that is written as one, `%20` or `+` being right.
    pub raw_space: bool,
    /// What stands there in the place of a space, such as "a comma".
    pub wrong: Option<&'static str>,
    /// A separator that was encoded twice: `%2520`.
    pub doubled: bool,
    /// A `+`.
    pub plus: bool,
}

/// One name of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopeName {
    /// Decoded, without what is glued on.
    pub name: String,
    /// The bytes of the name.
    pub range: Range<usize>,
    /// What stands before it; empty before the first.
    pub before: Between,
    /// Quotes and brackets that are glued on.
    pub glued: Vec<Range<usize>>,
    /// Whether it is a placeholder, or has one in it.
    pub placeholder: bool,
}

/// The names in `range`, and what stands after the last one.
pub(super) fn names(text: &str, range: &Range<usize>, placeholders: &Placeholders) -> (Vec<ScopeName>, Between) {
    let mut found: Vec<ScopeName> = Vec::new();
    let mut between = Between { range: range.start..range.start, ..Between::default() };
    let mut at = range.start;
    while at < range.end {
        if let Some(sign) = sign_at(&text.as_bytes()[..range.end], at, placeholders) {
            between.take(&sign, at);
            at = between.range.end;
            continue;
        }
        let start = at;
        while at < range.end && sign_at(&text.as_bytes()[..range.end], at, placeholders).is_none() {
            at = placeholders.end_at(at).map_or(at + 1, |end| end.min(range.end));
        }
        found.push(scope_name(text, start..at, between, placeholders));
        between = Between { range: at..at, ..Between::default() };
    }
    (found, between)
}

fn scope_name(text: &str, token: Range<usize>, before: Between, placeholders: &Placeholders) -> ScopeName {
    let placeholder = placeholders.touch(&token);
    let (range, glued) = if placeholder { (token, Vec::new()) } else { unglued(text, token) };
    let name = decoded(text, &range, placeholders);
    let placeholder = placeholder || stands_in(Known::Scope, &name);
    ScopeName { name, range, before, glued, placeholder }
}

/// Takes quotes and brackets off both ends.
fn unglued(text: &str, mut token: Range<usize>) -> (Range<usize>, Vec<Range<usize>>) {
    const GLUE: [&str; 28] = [
        "\"", "'", "`", "[", "]", "(", ")", "{", "}", "<", ">", "\\", "%22", "%27", "%60", "%5B", "%5D", "%5b", "%5d",
        "%28", "%29", "%7B", "%7D", "%7b", "%7d", "“", "”", "’",
    ];
    let (start, end) = (token.start, token.end);
    while let Some(glue) = GLUE.iter().find(|glue| text[token.clone()].starts_with(**glue)) {
        token.start += glue.len();
    }
    while let Some(glue) = GLUE.iter().find(|glue| text[token.clone()].ends_with(**glue)) {
        token.end -= glue.len();
    }
    let ends = [start..token.start, token.end..end];
    (token, ends.into_iter().filter(|range| !range.is_empty()).collect())
}

/// A sign that separates names.
struct Sign {
    length: usize,
    raw_space: bool,
    wrong: Option<&'static str>,
    doubled: bool,
    plus: bool,
}

impl Between {
    fn take(&mut self, sign: &Sign, at: usize) {
        self.range.end = at + sign.length;
        self.raw_space |= sign.raw_space;
        self.wrong = self.wrong.or(sign.wrong);
        self.doubled |= sign.doubled;
        self.plus |= sign.plus;
    }
}

fn sign_at(bytes: &[u8], at: usize, placeholders: &Placeholders) -> Option<Sign> {
    let first = bytes[at];
    if !matches!(first, b' ' | b'+' | b',' | b';' | b'|' | b'\n' | b'\r' | b'\t' | b'%' | b'\\' | 0xc2) {
        return None;
    }
    if placeholders.end_at(at).is_some() {
        return None;
    }
    let plain = |length, wrong| Some(Sign { length, raw_space: false, wrong, doubled: false, plus: false });
    match first {
        b' ' => Some(Sign { length: 1, raw_space: true, wrong: None, doubled: false, plus: false }),
        b'+' => Some(Sign { length: 1, raw_space: false, wrong: None, doubled: false, plus: true }),
        b'%' => escaped(&bytes[at..]),
        b'\\' if matches!(bytes.get(at + 1), Some(b'n' | b'r')) => plain(2, Some("a line break")),
        0xc2 if bytes.get(at + 1) == Some(&0xa0) => plain(2, Some("a no-break space")),
        b'\\' | 0xc2 => None,
        byte => plain(1, meaning(byte)),
    }
}

/// `%20`, `%2C` … and the same encoded once more.
fn escaped(bytes: &[u8]) -> Option<Sign> {
    let mut length = 1;
    while bytes[length..].starts_with(b"25") {
        length += 2;
    }
    let doubled = length > 1;
    let pair = std::str::from_utf8(bytes.get(length..length + 2)?).ok()?;
    let byte = u8::from_str_radix(pair, 16).ok()?;
    length += 2;
    match byte {
        b' ' => Some(Sign { length, raw_space: false, wrong: None, doubled, plus: false }),
        b'+' => Some(Sign { length, raw_space: false, wrong: None, doubled: true, plus: false }),
        0xc2 if bytes[length..].starts_with(b"%A0") || bytes[length..].starts_with(b"%a0") => {
            Some(Sign { length: length + 3, raw_space: false, wrong: Some("a no-break space"), doubled, plus: false })
        }
        _ => meaning(byte).map(|wrong| Sign { length, raw_space: false, wrong: Some(wrong), doubled, plus: false }),
    }
}

fn meaning(byte: u8) -> Option<&'static str> {
    match byte {
        b',' => Some("a comma"),
        b';' => Some("a semicolon"),
        b'|' => Some("a vertical bar"),
        b'\n' | b'\r' => Some("a line break"),
        b'\t' => Some("a tab"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<ScopeName> {
        names(text, &(0..text.len()), &Placeholders::of(text, false)).0
    }

    #[test]
    fn every_separator_parts_two_names() {
        for sign in
            [" ", "+", "%20", ",", ", ", ";", "|", "\n", "%2C", "%2c%20", "%0A", "%2520", "\\n", "%C2%A0", "%2B"]
        {
            let text = format!("oauth{sign}forms");
            let read = read(&text);
            let found: Vec<&str> = read.iter().map(|name| name.name.as_str()).collect();
            assert_eq!(found, ["oauth", "forms"], "{sign:?}");
            assert_eq!(&text[read[1].before.range.clone()], sign);
            let right = matches!(sign, " " | "+" | "%20" | "%2520" | "%2B");
            assert_eq!(read[1].before.wrong.is_none(), right, "{sign:?}");
            assert_eq!(read[1].before.doubled, matches!(sign, "%2520" | "%2B"), "{sign:?}");
        }
    }

    #[test]
    fn quotes_and_brackets_are_no_part_of_a_name() {
        let text = "[\"oauth\",%22forms%22]";
        let read = read(text);
        assert_eq!(read.iter().map(|name| name.name.as_str()).collect::<Vec<_>>(), ["oauth", "forms"]);
        assert_eq!(&text[read[0].glued[0].clone()], "[\"");
    }

    #[test]
    fn a_placeholder_is_one_name_whatever_is_in_it() {
        let read = read("${a.join(', ')}%20crm.objects.{object}.read%20oauth%20SCOPES");
        let placeholders: Vec<bool> = read.iter().map(|name| name.placeholder).collect();
        assert_eq!(placeholders, [true, true, false, true]);
    }
}
