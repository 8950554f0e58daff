//! A pasted text as it was before logs, pages and other programs wrapped it: entities and escapes undone, the JSON in it found.
//!
//! Owns the unwrapping. It judges nothing of what it finds.

use std::ops::Range;

use serde_json::Value;

/// So many bytes are searched for JSON: an answer of HubSpot's is far shorter.
const SEARCHED: usize = 1 << 20;

/// So many values are read, and so many places looked at that turn out to be none.
const MOST: usize = 100;

/// JSON in a string of JSON, so deep.
const DEEP: usize = 4;

/// A pasted text, unwrapped.
#[derive(Debug, Clone)]
pub(super) struct Text {
    /// Without entities and escapes.
    pub(super) plain: String,
    /// The JSON objects in it, the outermost first; those in strings of others follow.
    pub(super) values: Vec<Value>,
}

impl Text {
    pub(super) fn read(text: &str) -> Self {
        let decoded = decode(text);
        let mut values = values_in(&decoded);
        let mut plain = decoded;
        for _ in 0..DEEP {
            if !plain.contains('\\') {
                break;
            }
            plain = unescape(&plain);
            if values.is_empty() {
                values = values_in(&plain);
            }
        }
        nested(&mut values);
        Self { plain, values }
    }
}

/// Adds the JSON that stands in strings of JSON.
fn nested(values: &mut Vec<Value>) {
    let mut from = 0;
    for _ in 0..DEEP {
        let mut strings = Vec::new();
        values[from..].iter().for_each(|value| leaves(value, &mut strings));
        let found: Vec<Value> = strings.iter().flat_map(|text| values_in(text)).collect();
        from = values.len();
        values.extend(found.into_iter().take(MOST.saturating_sub(from)));
        if values.len() == from {
            break;
        }
    }
}

fn leaves<'a>(value: &'a Value, strings: &mut Vec<&'a str>) {
    match value {
        Value::String(text) if text.contains('{') => strings.push(text),
        Value::Array(items) => items.iter().for_each(|item| leaves(item, strings)),
        Value::Object(fields) => fields.values().for_each(|item| leaves(item, strings)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The JSON objects of `text`, whatever stands around them. `{"a":…} {"b":…}` are two.
fn values_in(text: &str) -> Vec<Value> {
    objects(text).into_iter().map(|(_, value)| value).collect()
}

/// The same, each with its bytes in `text`.
pub(super) fn objects(text: &str) -> Vec<(Range<usize>, Value)> {
    let text = &text[..floor(text, SEARCHED)];
    let mut values = Vec::new();
    let (mut at, mut failed) = (0, 0);
    while let Some(start) = text[at..].find('{').map(|found| at + found) {
        let mut stream = serde_json::Deserializer::from_str(&text[start..]).into_iter::<Value>();
        if let Some(Ok(value)) = stream.next() {
            at = start + stream.byte_offset().max(1);
            values.push((start..at, value));
        } else {
            at = start + 1;
            failed += 1;
        }
        if values.len() >= MOST || failed >= MOST {
            break;
        }
    }
    values
}

/// The place of a letter at `at` or before it.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The entities that answers are shown with on pages.
const ENTITIES: [(&str, &str); 11] = [
    ("&quot;", "\""),
    ("&#34;", "\""),
    ("&#x22;", "\""),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&#039;", "'"),
    ("&apos;", "'"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&nbsp;", " "),
    ("&amp;", "&"),
];

/// Without the entities of pages.
pub(super) fn decode(text: &str) -> String {
    let mut decoded = text.to_owned();
    if decoded.contains('&') {
        for (entity, letter) in ENTITIES {
            if decoded.contains(entity) {
                decoded = decoded.replace(entity, letter);
            }
        }
    }
    decoded
}

/// One level of escapes undone; what is none stays.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let mut letters = rest.chars();
        match letters.next() {
            Some(letter @ ('"' | '\'' | '\\' | '/' | '`')) => plain.push(letter),
            Some('n' | 'r' | 't') => plain.push(' '),
            Some('u') => {
                let code = rest.get(1..5).and_then(|digits| u32::from_str_radix(digits, 16).ok());
                if let Some(letter) = code.and_then(char::from_u32) {
                    plain.push(letter);
                    rest = &rest[5..];
                } else {
                    plain.push('\\');
                }
                continue;
            }
            _ => {
                plain.push('\\');
                continue;
            }
        }
        rest = letters.as_str();
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_found_however_it_was_wrapped() {
        for text in [
            r#"{"a":"it's"}"#,
            r#"error 403: {"a":"it's"} (see the log)"#,
            r#""{\"a\":\"it's\"}""#,
            r#"b'{"a":"it\'s"}'"#,
            r"{&quot;a&quot;:&quot;it&#39;s&quot;}",
            r#"{"body":"{\"a\":\"it's\"}"}"#,
            r#"{"log":"{\"body\":\"{\\\"a\\\":\\\"it's\\\"}\"}"}"#,
            r#"{{ template }} {"a":"it's"}"#,
        ] {
            let read = Text::read(text);
            assert!(read.values.iter().any(|value| value["a"] == "it's"), "{text}: {read:?}");
        }
        assert_eq!(Text::read(r"hasn\u2019t \/ \x").plain, "hasn\u{2019}t / \\x");
    }
}
