//! The finding that a file is not JSON, and where.
//!
//! Owns the words for it. A byte that is no text at all, [`super::config_file`] reports.

use super::config_file::ConfigFile;
use crate::diagnostic::{Diagnostic, rule};

/// What the parser's `error` means for the reader of `file`.
pub(super) fn finding(file: &ConfigFile, error: &serde_json::Error) -> Diagnostic {
    let (name, text) = (file.name(), file.text());
    let at = file.byte_at(error.line(), error.column());
    let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let span = file.span(at..at + length);
    let why = reason(text, at, error);
    let message = format!("{name} is not valid JSON: {why} (line {}, column {}).", span.line, span.column);
    Diagnostic::new(rule::CONFIG_INVALID_JSON, name, message)
        .with_span(span)
        .with_fix("Mend the file: HubSpot takes no comments and no trailing commas.")
}

/// What is wrong with `text` at the byte `at`: in plain words for the slips that people make, else as the parser says it.
fn reason(text: &str, at: usize, error: &serde_json::Error) -> String {
    let (before, after) = (text.get(..at).unwrap_or_default().trim_end(), text.get(at..).unwrap_or_default());
    if text.trim().is_empty() {
        return "the file is empty".to_owned();
    }
    if error.is_eof() {
        return "the file ends before it is complete".to_owned();
    }
    if after.starts_with(['}', ']']) && before.ends_with(',') {
        return "a comma stands before the closing bracket".to_owned();
    }
    if after.starts_with("//") || after.starts_with("/*") {
        return "a comment stands here".to_owned();
    }
    let said = error.to_string();
    said.rsplit_once(" at line ").map_or(said.as_str(), |(why, _)| why).to_owned()
}
