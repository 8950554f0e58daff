//! Reading a file of rows, and where in it something is wrong: file, row, field.
//!
//! What is read well is read once and nothing is looked for; only a refused text is searched for the place.

use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde_json::Value;

/// What is wrong with a file of rows, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Such as `scopes.json`.
    pub(crate) file: &'static str,
    /// Such as `row crm.lists.read, status`.
    pub(crate) at: String,
    pub(crate) what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}: {}", self.file, self.at, self.what)
    }
}

/// The rows of `text`, which is the file of that name.
pub(crate) fn read<'a, T: Deserialize<'a>>(file: &'static str, text: &'a str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|error| fault(file, text, &error))
}

#[cold]
fn fault(file: &'static str, text: &str, error: &serde_json::Error) -> Fault {
    let said = error.to_string();
    let said = said.rfind(" at line ").map_or(said.as_str(), |end| &said[..end]);
    let is_escaped = said.starts_with("invalid type: string") && said.ends_with(", expected a borrowed string");
    let what = match is_escaped {
        true => {
            "the text holds a character that JSON escapes; rows are read as they stand, so write it without".to_owned()
        }
        false => said.replace("a borrowed string", "a text"),
    };
    let line_start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let end = (line_start + error.column()).saturating_sub(1).min(text.len());
    let at = place(text, end).unwrap_or_else(|| format!("line {}", error.line()));
    Fault { file, at, what }
}

/// A list or an object that is not closed yet.
struct Open {
    start: usize,
    /// The key that was read last.
    key: Range<usize>,
    /// Items before the one at hand.
    before: usize,
}

/// The row and the field in which `end` lies; `None` outside of any row.
fn place(text: &str, end: usize) -> Option<String> {
    let open = open_at(text.as_bytes(), end);
    let [document, list, inside @ ..] = &open[..] else { return None };
    let name_of = |open: &Open| text.get(open.key.clone()).filter(|key| !key.is_empty());
    let row = match inside.first() {
        Some(row) => named(&text[row.start..])
            .unwrap_or_else(|| format!("{} of {}", list.before + 1, name_of(document).unwrap_or("the list"))),
        None => name_of(list).or_else(|| name_of(document))?.to_owned(),
    };
    let fields: Vec<&str> = inside.iter().filter_map(name_of).collect();
    Some(if fields.is_empty() { format!("row {row}") } else { format!("row {row}, {}", fields.join(".")) })
}

/// What is open before `end`, from the outside in.
fn open_at(text: &[u8], end: usize) -> Vec<Open> {
    let mut open: Vec<Open> = Vec::new();
    let mut at = 0;
    while at < end {
        match text[at] {
            b'{' | b'[' => open.push(Open { start: at, key: 0..0, before: 0 }),
            b'}' | b']' => {
                open.pop();
            }
            b',' => {
                if let Some(inner) = open.last_mut() {
                    inner.before += 1;
                }
            }
            b'"' => {
                let start = at + 1;
                at = end_of_string(text, start);
                let is_key = text[at..].iter().skip(1).find(|byte| !byte.is_ascii_whitespace()) == Some(&b':');
                if let Some(inner) = open.last_mut().filter(|_| is_key) {
                    inner.key = start..at;
                }
            }
            _ => {}
        }
        at += 1;
    }
    open
}

/// The place of the quote that ends the string, or the end of the text.
fn end_of_string(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at] != b'"' {
        at += if text[at] == b'\\' { 2 } else { 1 };
    }
    at.min(text.len())
}

/// What the row that `text` begins with is called: by its key, or by method and path.
fn named(text: &str) -> Option<String> {
    const KEYS: [&str; 8] = ["id", "name", "scope", "plural", "version", "package", "path", "word"];
    let row = serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok()?;
    let key = KEYS.iter().find_map(|key| row.get(key)).or_else(|| row.get(0))?.as_str()?;
    let methods = match row.get("methods").or_else(|| row.get("method")) {
        Some(Value::String(method)) => format!("{method} "),
        Some(Value::Array(methods)) => methods.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("/") + " ",
        _ => String::new(),
    };
    Some(format!("{methods}{key}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::rows::{FeaturesFile, OverridesFile, ScopesFile, SdkFile};

    fn refused<T: Deserialize<'static> + fmt::Debug>(file: &'static str, text: &str) -> String {
        read::<T>(file, text.to_owned().leak()).expect_err(text).to_string()
    }

    #[test]
    fn what_is_refused_is_told_with_file_row_and_field() {
        let scopes = |row: &str| {
            let head = r#"{"as_of": "2026-11-21", "sources": {}, "scopes": ["#;
            let oauth = r#"{"name": "oauth", "summary": "s", "group": "g", "status": "current", "selectable": "no", "confidence": "reported"}"#;
            refused::<ScopesFile>("scopes.json", &format!("{head}\n{oauth},\n{row}\n]}}"))
        };
        let row = |rest: &str| scopes(&format!(r#"{{"name": "a.read", "summary": "s", "group": "g", {rest}}}"#));
        let status = row(r#""status": "new", "selectable": "no", "confidence": "reported""#);
        assert!(
            status.starts_with("scopes.json, row a.read, status: unknown variant `new`, expected one of"),
            "{status}"
        );
        let key = row(r#""stauts": "current""#);
        assert!(key.starts_with("scopes.json, row a.read, stauts: unknown field `stauts`"), "{key}");
        let missing = row(r#""selectable": "no", "confidence": "reported""#);
        assert_eq!(missing, "scopes.json, row a.read, confidence: missing field `status`");
        let deep = row(r#""status": "current", "tier": {"any_of": [{"hub": "moon", "level": "free"}]}"#);
        assert!(deep.starts_with("scopes.json, row a.read, tier.any_of.hub: unknown variant `moon`"), "{deep}");
        let escaped = row(r#""note": "a \"b\"""#);
        assert!(escaped.starts_with("scopes.json, row a.read, note: the text holds a character"), "{escaped}");
        assert!(scopes("{").starts_with("scopes.json, "), "{}", scopes("{"));
    }

    #[test]
    fn rows_without_a_name_are_told_by_what_they_have() {
        let text =
            r#"{"as_of": "2026-11-21", "overrides": [{"methods": ["GET", "PUT"], "path": "/a/b", "effect": "mend"}]}"#;
        let told = refused::<OverridesFile>("overrides.json", text);
        assert!(told.starts_with("overrides.json, row GET/PUT /a/b, effect: "), "{told}");
        let text = r#"{"as_of": "2026-11-21", "official": [["a.b", "GET", "/a"], ["a.c", "FETCH", "/a"]], "dated": [], "unofficial": []}"#;
        let told = refused::<SdkFile>("sdk.json", text);
        assert!(told.starts_with("sdk.json, row a.c: unknown variant `FETCH`"), "{told}");
        let text = r#"{"as_of": "2026-11-21", "groups": [{"id": 7}]}"#;
        let told = refused::<FeaturesFile>("features.json", text);
        assert!(
            told.starts_with("features.json, row 1 of groups, id: invalid type: integer `7`, expected a text"),
            "{told}"
        );
        let text = r#"{"as_of": "2026-02-30"}"#;
        let told = refused::<FeaturesFile>("features.json", text);
        assert!(told.contains("`2026-02-30` is no day"), "{told}");
    }

    #[test]
    fn any_text_is_refused_without_a_panic() {
        let whole = include_str!("../../../assets/catalog/scopes.json");
        for end in (0..whole.len()).step_by(997).filter(|end| whole.is_char_boundary(*end)) {
            let told = refused::<ScopesFile>("scopes.json", &whole[..end]);
            assert!(told.starts_with("scopes.json, "), "{told}");
        }
        for text in ["", "7", "[]", "{\"", "\\", "{\"a\\", "ż", "{\"scopes\": [{\"ż\\\"", "\u{0}"] {
            assert!(refused::<ScopesFile>("scopes.json", text).starts_with("scopes.json, "));
        }
    }
}
