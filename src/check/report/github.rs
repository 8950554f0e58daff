//! The report as commands of GitHub's workflow log, which shows each finding beside the line it is about.
//!
//! Owns the escapes of those commands.

use super::place::{Places, path_of, whole_message};
use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Severity};
use crate::escape::sanitize;

/// One line a finding.
pub fn github(targets: &[Checked]) -> String {
    let mut out = String::new();
    for checked in targets {
        let mut places = Places::of(checked);
        for finding in &checked.diagnostics {
            out.push_str(&command(checked, finding, &mut places));
            out.push('\n');
        }
    }
    out
}

fn command(checked: &Checked, finding: &Diagnostic, places: &mut Places<'_>) -> String {
    let name = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = Vec::new();
    let in_file = finding.span.as_ref().and_then(|span| Some((span, path_of(checked, &span.file)?)));
    if let Some((span, path)) = in_file {
        properties.push(format!("file={}", property(&path)));
        properties.push(format!("line={}", span.line));
        // GitHub takes columns only of a finding on one line, and counts the last one in.
        match places.end(span) {
            Some((line, _)) if line > span.line => properties.push(format!("endLine={line}")),
            Some((line, column)) => {
                let last = column.saturating_sub(1).max(span.column);
                properties.push(format!("col={},endLine={line},endColumn={last}", span.column));
            }
            None => properties.push(format!("col={}", span.column)),
        }
    }
    properties.push(format!("title={}", property(finding.rule.id)));
    format!("::{name} {}::{}", properties.join(","), message(&whole_message(finding)))
}

/// A message; its lines become one.
fn message(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| sanitize(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    sanitize(&text.replace(':', "%3A").replace(',', "%2C")).into_owned()
}
