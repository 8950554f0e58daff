//! Where a finding stands, as a program outside wants to know it.
//!
//! Owns the path of its file, seen from where the command ran, and the end of its span.

use std::collections::HashMap;

use super::columns::Columns;
use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Span};

/// The file `name` of a target, as a path from where the command ran; `None` = it is no file (a link, standard input).
pub(super) fn path_of(checked: &Checked, name: &str) -> Option<String> {
    let is_named = |name: &str| !name.is_empty() && name != "-" && !name.starts_with('<');
    if checked.kind == "url" || !is_named(name) {
        return None;
    }
    let slashed = |path: &str| if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let (target, name) = (slashed(&checked.target), slashed(name));
    let target = target.trim_end_matches('/').trim_start_matches("./");
    let is_file = checked.kind != "project" && (target == name || target.ends_with(&format!("/{name}")));
    Some(match target {
        _ if is_file => target.to_owned(),
        _ if checked.kind != "project" => name,
        "" if checked.target.starts_with('/') => format!("/{name}"),
        "" | "." => name,
        _ => format!("{target}/{name}"),
    })
}

/// The lines and columns of the texts of a target.
#[derive(Debug)]
pub(super) struct Places<'a> {
    checked: &'a Checked,
    columns: HashMap<&'a str, Columns<'a>>,
}

impl<'a> Places<'a> {
    pub(super) fn of(checked: &'a Checked) -> Self {
        Self { checked, columns: HashMap::new() }
    }

    /// Line and column of a byte of the file `name`; `None` = its text is not there.
    pub(super) fn at(&mut self, name: &str, byte: usize) -> Option<(usize, usize)> {
        let (name, text) = self.checked.texts.get_key_value(name)?;
        Some(self.columns.entry(name).or_insert_with(|| Columns::of(text)).at(byte))
    }

    /// Line and column after the last character of the span, where that is known and not before its start.
    pub(super) fn end(&mut self, span: &Span) -> Option<(usize, usize)> {
        self.at(&span.file, span.end).filter(|end| *end >= (span.line, span.column))
    }
}

/// What is said of a finding where a message is all there is: what is wrong, what HubSpot says, what to do.
pub(super) fn whole_message(finding: &Diagnostic) -> String {
    let mut text = match finding.confidence {
        crate::catalog::Confidence::Documented => finding.message.clone(),
        less => format!("{} ({})", finding.message, less.as_str()),
    };
    for (label, part) in [("HubSpot says", finding.hubspot_says.as_deref()), ("Fix", finding.fix_text())] {
        if let Some(part) = part {
            text.push('\n');
            text.push_str(label);
            text.push_str(": ");
            text.push_str(part);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_seen_from_where_the_command_ran() {
        let path =
            |kind, target: &str, name| path_of(&Checked { kind, target: target.into(), ..Checked::default() }, name);
        assert_eq!(path("project", ".", "src/a.json").as_deref(), Some("src/a.json"));
        assert_eq!(path("project", "./app/", "src/a.json").as_deref(), Some("app/src/a.json"));
        assert_eq!(path("project", "/x", "src/a.json").as_deref(), Some("/x/src/a.json"));
        assert_eq!(path("project", "/", "a.json").as_deref(), Some("/a.json"));
        assert_eq!(path("config", "src/app/a.json", "a.json").as_deref(), Some("src/app/a.json"));
        assert_eq!(path("source", ".env", ".env").as_deref(), Some(".env"));
        assert_eq!(path("source", "-", "-"), None);
        assert_eq!(path("url", "https://app.hubspot.com/", "<link>"), None);
    }
}
