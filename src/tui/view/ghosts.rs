//! Rows about the code: calls and scopes that it needs and the plan lacks, and what is not settled.
//!
//! They are dim, for they count nowhere; what the plan's scopes do not allow says so in yellow and in a word.

use ratatui::text::Span;

use super::canvas::Canvas;
use super::list::Row;
use crate::terminal::sanitize;
use crate::tui::model::{GhostScope, Model, Node, Scanning, counted};
use crate::tui::theme::Tone;

/// The method, then the path.
pub(super) fn call_spans(canvas: &Canvas<'_, '_>, call: &str, tone: Tone) -> [Span<'static>; 2] {
    let (method, path) = call.split_once(' ').unwrap_or(("", call));
    [canvas.span(Tone::Dim, format!("{method:<7}")), canvas.span(tone, sanitize(path))]
}

/// A call that the code makes and the plan does not have.
pub(super) fn call_row(canvas: &Canvas<'_, '_>, node: &Node, place: usize) -> Row {
    let model = canvas.model;
    let Some(found) = model.found_call(place) else { return Row::new(Vec::new()) };
    let mut spans = vec![canvas.span(Tone::Dim, format!("    {} ", canvas.theme.ghost_sign()))];
    spans.extend(call_spans(canvas, &found.call, Tone::Dim));
    let places = match found.places.len() {
        1 => "in code".to_owned(),
        many => format!("in code {many}{}", canvas.theme.times()),
    };
    let (tone, cost) = match model.is_lacking(found) {
        true => (Tone::Warn, canvas.seen.tag(model, node).text),
        false if found.is_open => (Tone::Warn, "type?".to_owned()),
        false => (Tone::Dim, String::new()),
    };
    let long = if cost.is_empty() { places } else { format!("{places}  {cost}") };
    let short = if cost.is_empty() { "code".to_owned() } else { cost };
    let right = [long, short].map(|text| canvas.span(tone, text)).to_vec();
    Row { spans, right, keeps_right: true, yields: Some(2), mark: Some(0), ..Row::default() }
}

/// What else is to say of the code.
pub(super) fn rest_row(canvas: &Canvas<'_, '_>) -> Row {
    let text = format!("    {}", rest(canvas.model));
    Row::new(vec![canvas.span(Tone::Dim, text)])
}

/// What else is to say of the code, in a few words.
pub(super) fn rest(model: &Model) -> String {
    let mut parts = Vec::new();
    if let Scanning::Failed(_) = model.code.scanning {
        parts.push("the code was not scanned".to_owned());
    }
    let open = model.code.found.as_ref().map_or(0, |found| found.open.len());
    if open > 0 {
        parts.push(format!("{} in the code not settled", counted(open, "place")));
    }
    if model.code.dismissed() > 0 {
        parts.push(format!("{} dismissed", counted(model.code.dismissed(), "call")));
    }
    parts.join(", ")
}

/// A scope that the code needs and the plan does not have.
pub(super) fn scope_row(canvas: &Canvas<'_, '_>, scope: &GhostScope) -> Row {
    let spans = vec![
        canvas.span(Tone::Dim, format!("  {} ", canvas.theme.ghost_sign())),
        canvas.span(Tone::Dim, sanitize(&scope.name)),
    ];
    let calls = counted(scope.calls.len(), "call");
    let right = [format!("missing: {calls}"), "missing".to_owned()].map(|text| canvas.span(Tone::Warn, text)).to_vec();
    Row { spans, right, keeps_right: true, yields: Some(1), mark: Some(0), ..Row::default() }
}
