//! One walk over a text: its runs of letters and digits, each judged by its shape and by the name before it.

use std::ops::Range;

use super::found::Found;
use super::named;
use super::shape::{Shape, shape_of};

pub(super) fn scan(text: &str) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        at += match bytes[at] {
            b':' if text[at..].starts_with("://") => {
                if let Some(span) = password(text, at + 3) {
                    at = span.end;
                    found.push(Found { span, shape: Shape::Secret });
                    continue;
                }
                3
            }
            b'\\' => escape(&bytes[at..]),
            b'%' if bytes[at..].len() > 2 && bytes[at + 1..at + 3].iter().all(u8::is_ascii_hexdigit) => 3,
            byte if is_of_run(byte) => {
                at = run(text, at, &mut found);
                continue;
            }
            _ => 1,
        };
    }
    found
}

/// How many bytes the escape takes that `bytes` begins with: `\n`, `\"`, `\u0022`.
fn escape(bytes: &[u8]) -> usize {
    let is_unicode = bytes.get(1) == Some(&b'u') && bytes.len() >= 6 && bytes[2..6].iter().all(u8::is_ascii_hexdigit);
    match bytes.get(1) {
        _ if is_unicode => 6,
        Some(b'n' | b'r' | b't' | b'b' | b'f' | b'/' | b'"' | b'\'' | b'\\') => 2,
        _ => 1,
    }
}

fn is_of_run(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// Reads the run that begins at `start`; gives the place to go on from.
fn run(text: &str, start: usize, found: &mut Vec<Found>) -> usize {
    let bytes = text.as_bytes();
    let length = bytes[start..].iter().take_while(|byte| is_of_run(**byte)).count();
    let end = start + length;
    if let Some(span) = jwt(text, start..end) {
        let next = span.end;
        found.push(Found { span, shape: Shape::Jwt });
        return next;
    }
    if let Some((skipped, shape)) = shape_of(&text[start..end]) {
        let span = start + skipped..extended(bytes, end, shape);
        let next = span.end;
        found.push(Found { span, shape });
        return next;
    }
    let Some((value, called)) = named::value(text, start..end) else { return end };
    // What it looks like says more than what it is called, but a UUID looks like anything.
    let looks = shape_of(&text[value.clone()]).map(|(_, shape)| shape);
    let shape = looks.filter(|shape| !matches!(shape, Shape::Uuid | Shape::Long)).unwrap_or(called);
    let span = value.start..extended(bytes, value.end, shape);
    let next = span.end;
    found.push(Found { span, shape });
    next
}

/// Base64 has signs that no run has: where such a token really ends.
fn extended(bytes: &[u8], end: usize, shape: Shape) -> usize {
    let more = |byte: &&u8| match shape {
        Shape::PersonalAccessKey | Shape::Long => is_of_run(**byte) || matches!(byte, b'+' | b'/' | b'='),
        Shape::AccessToken => is_of_run(**byte) || **byte == b'=',
        _ => false,
    };
    end + bytes[end..].iter().take_while(more).count()
}

/// `eyJ…` with two more parts behind dots, or one that was cut off.
fn jwt(text: &str, run: Range<usize>) -> Option<Range<usize>> {
    if run.len() < 10 || !text[run.clone()].starts_with("eyJ") {
        return None;
    }
    let more = text[run.end..].bytes().take_while(|byte| is_of_run(*byte) || *byte == b'.').count();
    Some(run.start..run.end + more)
}

/// Name and password before the host that begins at `start`.
fn password(text: &str, start: usize) -> Option<Range<usize>> {
    // No name and password are longer; a text of nothing but addresses is read once.
    let until = text[start..].bytes().take(256).position(|byte| b"/?# \"'<>\n@".contains(&byte))?;
    (text.as_bytes()[start + until] == b'@' && until > 0).then(|| start..start + until)
}
