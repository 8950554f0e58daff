//! The body of an API's refusal: which scopes it names, and whether one or all are needed.
//!
//! It reads JSON where there is JSON, and the words where a body is cut off. It judges no name.

use std::collections::HashSet;

use serde_json::Value;

use super::text::Text;
use crate::catalog::name_from_text;

/// How many of the named scopes are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Any one of them.
    OneOf,
    /// All of them.
    AllOf,
    /// The text does not say.
    Unsaid,
}

/// What was read of a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// How many of the names are needed.
    pub mode: Mode,
    /// The names, as they stand, each once.
    pub names: Vec<String>,
}

/// Words that only a refusal for the lack of a scope has.
const MARKS: [&str; 6] = [
    "missing_scopes",
    "requiredscopes",
    "requiredgranularscopes",
    "following scopes are required",
    "granted all required scopes",
    "does not have proper permissions",
];

/// Reads `text`; `None` where it names no scopes and is no refusal for their lack.
pub(super) fn read_body(text: &Text) -> Option<Body> {
    let folded = text.plain.to_ascii_lowercase();
    MARKS.iter().any(|mark| folded.contains(mark)).then(|| Body { mode: mode(&folded), names: names(text) })
}

fn mode(folded: &str) -> Mode {
    const ALL: [&str; 3] = ["all of the following scopes", "requires all of", "require all of"];
    const ONE: [&str; 4] =
        ["one or more of the following scopes", "one of the following scopes", "requires any of", "requires one of"];
    if ALL.iter().any(|words| folded.contains(words)) {
        Mode::AllOf
    } else if ONE.iter().any(|words| folded.contains(words)) {
        Mode::OneOf
    } else {
        Mode::Unsaid
    }
}

/// The names that the answer lists: in JSON, behind the key of a list, or in the brackets of its sentence.
pub(super) fn names(text: &Text) -> Vec<String> {
    let mut names = Vec::new();
    text.values.iter().for_each(|value| collect(value, false, &mut names));
    if names.is_empty() {
        names = listed(&text.plain);
    }
    if names.is_empty() {
        names = in_brackets(&text.plain);
    }
    let mut met = HashSet::new();
    // A key of a body that is cut off is no name; no scope ends so.
    names.retain(|name| !name.to_ascii_lowercase().ends_with("scopes") && met.insert(name.clone()));
    names
}

/// Every name in a list of scopes, however deep. The parser has bounded the depth.
fn collect(value: &Value, in_scopes: bool, names: &mut Vec<String>) {
    match value {
        Value::String(text) if in_scopes => {
            let words = text.split(|c: char| matches!(c, ',' | '[' | ']' | '"') || c.is_whitespace());
            names.extend(words.filter_map(name_from_text).map(str::to_owned));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, in_scopes, names)),
        Value::Object(fields) => {
            for (key, item) in fields {
                let of_scopes = matches!(
                    key.to_ascii_lowercase().as_str(),
                    "requiredscopes" | "requiredgranularscopes" | "missingscopes" | "scopes"
                );
                collect(item, of_scopes, names);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The names of the lists that stand behind a key or words that announce them; a list that is cut off is read to its end.
fn listed(text: &str) -> Vec<String> {
    const BEFORE: [&str; 6] = [
        "requiredgranularscopes",
        "requiredscopes",
        "missingscopes",
        "requires any of",
        "requires all of",
        "scopes are required",
    ];
    let lower = text.to_ascii_lowercase();
    let mut names = Vec::new();
    for words in BEFORE {
        for (at, _) in lower.match_indices(words).take(20) {
            let behind = &text[at + words.len()..];
            let Some(open) = behind.find('[').filter(|open| *open < 60 && !behind[..*open].contains(['.', '{'])) else {
                continue;
            };
            let inside = behind[open + 1..].split(']').next().unwrap_or_default();
            names.extend(in_list(&inside[..super::text::floor(inside, 20_000)]));
        }
    }
    names
}

fn in_list(inside: &str) -> impl Iterator<Item = String> {
    let words = inside.split(|c: char| c == ',' || c.is_whitespace());
    let words = words.map(|word| word.trim_matches(['"', '\'', '`', '\\']));
    // A template's hole is no name.
    words.filter(|word| !word.contains(['{', '}'])).filter_map(name_from_text).map(str::to_owned)
}

/// The names between square brackets, with or without quotes.
pub(super) fn in_brackets(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in text.split('[').skip(1) {
        let inside = part.split(']').next().unwrap_or_default();
        // A list of objects is no list of names; `[ERROR]` is the mark of a log.
        if inside.contains(['{', ':']) || inside.bytes().all(|byte| !byte.is_ascii_lowercase()) {
            continue;
        }
        names.extend(in_list(inside));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> Option<Body> {
        read_body(&Text::read(text))
    }

    #[test]
    fn a_body_is_read_with_its_mode_and_its_names() {
        let text = r#"{"category":"MISSING_SCOPES","errors":[{"message":"All of the following scopes are required.",
            "context":{"requiredScopes":["contacts","contacts"]}}]} trailing"#;
        let read = body(text).unwrap();
        assert_eq!((read.mode, &read.names[..]), (Mode::AllOf, &["contacts".to_owned()][..]));
        let sentence = body(
            "[ERROR] This oauth-token (HIDDEN) does not have proper permissions! (requires any of [a-access, b.read])",
        );
        assert_eq!(sentence.unwrap().names, ["a-access", "b.read"]);
    }

    #[test]
    fn a_body_that_is_cut_off_or_too_deep_or_of_another_language_is_read_by_its_words() {
        for cut in [
            r#"{"message":"One or more of the following scopes are required.","requiredGranularScopes":["a.read","b.read"], "#,
            r#"{"message":"One or more of the following scopes are required.","requiredGranularScopes":["a.read","b.read"#,
            "{ message: 'One or more of the following scopes are required.', requiredGranularScopes: [ 'a.read', 'b.read' ], x: [Object] }",
        ] {
            let read = body(cut).unwrap();
            assert_eq!((read.mode, read.names), (Mode::OneOf, vec!["a.read".to_owned(), "b.read".to_owned()]), "{cut}");
        }
        let deep = format!("{}\"requiredScopes\"", "{\"a\":[".repeat(10_000));
        assert_eq!(body(&deep).map(|body| body.names), Some(Vec::new()));
        assert_eq!(body("{\"category\":\"RATE_LIMITS\"}"), None);
    }
}
