//! Percent-encoding in a text with placeholders: what it means, and where it is broken.

use std::ops::Range;

use super::placeholder::Placeholders;
use crate::link::encode::decode;

/// What the bytes of `range` mean; a placeholder stays as it is written.
pub(super) fn decoded(text: &str, range: &Range<usize>, placeholders: &Placeholders) -> String {
    let mut meant = String::new();
    let mut from = range.start;
    for hole in placeholders.within(range) {
        meant.push_str(&decode(text.get(from..hole.start).unwrap_or_default()));
        meant.push_str(&text[hole.clone()]);
        from = hole.end;
    }
    meant.push_str(&decode(text.get(from..range.end).unwrap_or_default()));
    meant
}

/// Each `%` of `range` that two hexadecimal digits do not follow, outside of placeholders.
pub fn bad_pairs(text: &str, range: &Range<usize>, placeholders: &Placeholders) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if let Some(end) = placeholders.end_at(at) {
            at = end;
            continue;
        }
        if bytes[at] == b'%' {
            let digits = bytes[at + 1..range.end].iter().take(2).take_while(|byte| byte.is_ascii_hexdigit()).count();
            if digits < 2 {
                found.push(at..at + 1 + digits);
            }
        }
        at += 1;
    }
    found
}

/// Each `25` of a `%25` in `range` that two hexadecimal digits follow: what was encoded once more.
pub fn double_encoded(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let bytes = &text.as_bytes()[..range.end];
    let mut found = Vec::new();
    let mut at = range.start;
    while at + 4 < range.end {
        let pairs = bytes[at] == b'%' && &bytes[at + 1..at + 3] == b"25";
        if pairs {
            // `%252520` was encoded twice more.
            let mut end = at + 3;
            while bytes[end..].starts_with(b"25") && end + 4 <= range.end {
                end += 2;
            }
            if bytes[end..].iter().take(2).filter(|byte| byte.is_ascii_hexdigit()).count() == 2 {
                found.push(at + 1..end);
                at = end;
                continue;
            }
        }
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_not_decoded() {
        let text = "a+%20${b+c}%2Fd";
        assert_eq!(decoded(text, &(0..text.len()), &Placeholders::of(text, false)), "a  ${b+c}/d");
    }

    #[test]
    fn broken_and_doubled_pairs_are_found_where_they_stand() {
        let text = "%20%2%zz%s&%";
        let bad = bad_pairs(text, &(0..text.len()), &Placeholders::of(text, false));
        assert_eq!(bad, [3..5, 5..6, 11..12]);
        let text = "a%2520b%252520c%25d%253A";
        let doubled: Vec<&str> = double_encoded(text, &(0..text.len())).into_iter().map(|range| &text[range]).collect();
        assert_eq!(doubled, ["25", "2525", "25"]);
    }
}
