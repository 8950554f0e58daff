//! The body of an API's refusal: which scopes it names, whether one or all are needed, and the call, where it was pasted
//! with it.
//!
//! It reads JSON where there is JSON, and the words where a body is cut off. It judges no name.

use serde_json::Value;

use crate::catalog::{Call, Method, name_from_text};

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
    /// The call that was pasted before it.
    pub call: Option<Call>,
    /// How many of the names are needed.
    pub mode: Mode,
    /// The names, as they stand, each once.
    pub names: Vec<String>,
}

/// Reads `text`; `None` where it names no scopes and is no refusal for their lack.
pub fn read_body(text: &str) -> Option<Body> {
    let folded = text.to_ascii_lowercase();
    let is_refusal = ["missing_scopes", "requiredscopes", "requiredgranularscopes", "following scopes are required"]
        .iter()
        .any(|mark| folded.contains(mark))
        || folded.contains("granted all required scopes");
    if !is_refusal {
        return None;
    }
    let mut names = Vec::new();
    let json = text.find('{').and_then(|start| first_value(&text[start..]));
    match &json {
        Some(value) => collect(value, false, &mut names),
        None => names = in_brackets(text),
    }
    if names.is_empty() {
        // Older answers name them in the message alone.
        names = in_brackets(text);
    }
    let mut met = std::collections::HashSet::new();
    // A key of a body that is cut off is no name; no scope ends so.
    names.retain(|name| !name.to_ascii_lowercase().ends_with("scopes") && met.insert(name.clone()));
    let mode = if folded.contains("all of the following scopes") {
        Mode::AllOf
    } else if folded.contains("one or more of the following scopes") || folded.contains("one of the following scopes") {
        Mode::OneOf
    } else {
        Mode::Unsaid
    };
    Some(Body { call: call_before(text), mode, names })
}

/// The first JSON value of `text`, whatever follows it.
fn first_value(text: &str) -> Option<Value> {
    serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok()
}

/// Every name in a list of scopes, however deep. The parser has bounded the depth.
fn collect(value: &Value, in_scopes: bool, names: &mut Vec<String>) {
    match value {
        Value::String(text) if in_scopes => {
            let words = text.split(|c: char| c == ',' || c.is_whitespace());
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

/// The names between square brackets, with or without quotes.
pub(super) fn in_brackets(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in text.split('[').skip(1) {
        let inside = part.split(']').next().unwrap_or_default();
        // A list of objects is no list of names.
        if inside.contains(['{', ':']) {
            continue;
        }
        let words = inside.split(|c: char| c == ',' || c.is_whitespace());
        let words = words.map(|word| word.trim_matches(['"', '\'', '`', '\\']));
        names.extend(words.filter_map(name_from_text).map(str::to_owned));
    }
    names
}

/// `GET /crm/v3/owners/ {"status":…}`: the call in front.
fn call_before(text: &str) -> Option<Call> {
    let mut words = text.split_whitespace().take(40).peekable();
    while let Some(word) = words.next() {
        let method = Method::from_word(word.trim_matches(|c: char| !c.is_ascii_alphabetic()));
        let path = words.peek().copied().unwrap_or_default().trim_matches(['"', '\'', '`', ',', ';']);
        if method.is_some() && (path.starts_with('/') || path.contains("://")) {
            return method.and_then(|method| Call::new(method, path).ok());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_read_with_its_mode_its_names_and_the_call_before_it() {
        let text = r#"GET /crm/v3/owners/ {"category":"MISSING_SCOPES","errors":[{"message":"All of the following scopes are required.",
            "context":{"requiredScopes":["contacts","contacts"]}}]} trailing"#;
        let body = read_body(text).unwrap();
        assert_eq!((body.mode, &body.names[..]), (Mode::AllOf, &["contacts".to_owned()][..]));
        assert_eq!(body.call.unwrap().to_string(), "GET /crm/v3/owners");
    }

    #[test]
    fn a_body_that_is_cut_off_or_too_deep_is_read_by_its_words() {
        let cut = r#"{"message":"One or more of the following scopes are required.","requiredGranularScopes":["a.read","b.read"], "#;
        let body = read_body(cut).unwrap();
        assert_eq!((body.mode, body.names), (Mode::OneOf, vec!["a.read".to_owned(), "b.read".to_owned()]));
        let deep = format!("{}\"requiredScopes\"", "{\"a\":[".repeat(10_000));
        assert_eq!(read_body(&deep).map(|body| body.names), Some(Vec::new()));
        assert_eq!(read_body("{\"category\":\"RATE_LIMITS\"}"), None);
    }
}
