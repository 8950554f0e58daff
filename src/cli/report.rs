//! Messages on standard error: findings, failures, wrong usage.

use super::exit::Exit;
use super::failure;
use super::output::{ClosedPipe, ColorChoice, Streams};
use crate::diagnostic::Diagnostic;
use crate::terminal::sanitize;

/// Says each finding: what is wrong, what HubSpot says, what to do.
pub(super) fn findings<'a>(found: impl IntoIterator<Item = &'a Diagnostic>, streams: &mut Streams) {
    for finding in found {
        let place = finding
            .span
            .as_ref()
            .map_or_else(String::new, |span| format!("{}:{}:{}: ", sanitize(&span.file), span.line, span.column));
        let severity = streams.severity(finding.severity);
        streams.say(&format!("{place}{severity}[{}]: {}", finding.rule, sanitize(&finding.message)));
        if let Some(says) = &finding.hubspot_says {
            streams.say(&format!("  HubSpot says: {}", sanitize(says)));
        }
        if let Some(fix) = finding.fix_text() {
            streams.say(&format!("  fix: {}", sanitize(fix)));
        }
    }
}

/// Says why a command could not be done. A closed pipe ends quietly.
pub(super) fn failure(error: &anyhow::Error, streams: &mut Streams) -> Exit {
    if error.is::<ClosedPipe>() {
        return Exit::Done;
    }
    streams.say(&format!("hubscope: {}", sanitize(&failure::words(error))));
    // A program that asked for a document gets one; where it has one already, the words above and the exit code say the rest.
    if streams.owes_document() {
        let _ = streams.json(&failure::document(error));
    }
    Exit::Trouble
}

/// Says what is wrong with the command line, or shows help and version, which are results.
pub(super) fn usage(error: &clap::Error, asks_for_json: bool) -> Exit {
    if !error.use_stderr() {
        // A closed pipe is nobody's fault.
        let _ = error.print();
        return Exit::Done;
    }
    // What was typed is quoted, and may hold anything.
    let shown: Vec<String> = error.render().to_string().lines().map(|line| sanitize(line).into_owned()).collect();
    let mut streams = Streams::new(ColorChoice::Never);
    streams.say(&shown.join("\n"));
    if asks_for_json {
        let _ = streams.json(&failure::usage_document(error));
    }
    Exit::Trouble
}
