//! What a watch tells: the first scan, then each change, in words or as one line of JSON.

use serde_json::{Value, json};

use super::super::scanned::Scanned;
use super::super::{human, json as fields};
use super::change::{Change, Moves};
use crate::cli::output::Streams;
use crate::prose::counted;
use crate::scan::{CallConfidence, Open, ScanCall};
use crate::terminal::sanitize;

/// The first scan of a folder.
pub(super) fn first(scanned: &Scanned, as_json: bool, streams: &mut Streams) -> anyhow::Result<()> {
    if !as_json {
        return human::whole(scanned, streams);
    }
    let mut line = json!({"event": "scan", "folder": scanned.folder.display().to_string()});
    if let (Some(line), Value::Object(all)) = (line.as_object_mut(), fields::of(scanned)) {
        line.extend(all);
    }
    streams.json_line(&line)
}

/// A change of a folder.
pub(super) fn change(
    change: &Change,
    before: &Scanned,
    now: &Scanned,
    as_json: bool,
    streams: &mut Streams,
) -> anyhow::Result<()> {
    if as_json {
        return streams.json_line(&as_value(change, now));
    }
    let mut text = String::new();
    for line in in_words(change, before, now) {
        text.push_str(&sanitize(&line));
        text.push('\n');
    }
    streams.write(&text)
}

fn as_value(change: &Change, now: &Scanned) -> Value {
    json!({
        "event": "change",
        "folder": now.folder.display().to_string(),
        "calls": {
            "gained": change.calls.gained.iter().map(fields::call).collect::<Vec<_>>(),
            "lost": change.calls.lost.iter().map(fields::call).collect::<Vec<_>>(),
        },
        "unresolved": {"gained": change.unresolved.gained, "lost": change.unresolved.lost},
        "scopes": names(&change.scopes),
        "missing": names(&change.missing),
        "missing_optional": names(&change.missing_optional),
        "unused": names(&change.unused),
    })
}

fn names(moves: &Moves<String>) -> Value {
    json!({"gained": moves.gained, "lost": moves.lost})
}

fn in_words(change: &Change, before: &Scanned, now: &Scanned) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", now.folder.display(), head(change, before, now))];
    lines.extend(change.calls.gained.iter().map(|call| format!("  + {}", told(call))));
    lines.extend(change.calls.lost.iter().map(|call| format!("  - {}", told(call))));
    let place = |open: &Open| format!("{}:{}", open.file, open.line);
    lines.extend(change.unresolved.gained.iter().map(|open| format!("  ? {} {}", place(open), open.why)));
    lines.extend(change.unresolved.lost.iter().map(|open| format!("  - {} (was not settled)", place(open))));
    for (moves, gained, lost) in [
        (&change.scopes, "now needed", "no longer needed"),
        (&change.missing, "missing, declared nowhere", "no longer missing"),
        (
            &change.missing_optional,
            "needed, and only optional or conditionally required",
            "no longer short of a required scope",
        ),
        (&change.unused, "declared, and used by nothing that was found", "no longer unused"),
    ] {
        for (label, names) in [(gained, &moves.gained), (lost, &moves.lost)] {
            if !names.is_empty() {
                lines.push(format!("  {label}: {}", names.join(", ")));
            }
        }
    }
    lines
}

/// A call whose object is open asks for no scope that could be named; that is said, so that it is not silent.
fn told(call: &ScanCall) -> String {
    let open = if call.confidence == CallConfidence::ObjectUnknown { " (the record type is not known)" } else { "" };
    format!("{}{open}", human::in_one_line(call))
}

fn head(change: &Change, before: &Scanned, now: &Scanned) -> String {
    let calls = |count: usize| counted(count, "call");
    match (change.calls.gained.len(), change.calls.lost.len()) {
        (0, 0) if before.own.declared != now.own.declared => "the app declares other scopes".to_owned(),
        (0, 0) if !change.unresolved.is_empty() => "other places are not settled".to_owned(),
        (0, 0) => "the project asks for other scopes".to_owned(),
        (gained, 0) => format!("{} gained", calls(gained)),
        (0, lost) => format!("{} lost", calls(lost)),
        (gained, lost) => format!("{} gained, {lost} lost", calls(gained)),
    }
}
