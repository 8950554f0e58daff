//! The status row: what is asked, what just happened, or what choosing the row would cost.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::first::first_hint;
use super::ghosts::rest;
use super::text::{cut, shorten, width, wrap};
use crate::catalog::Status;
use crate::diagnostic::Diagnostic;
use crate::plan::{PinOrigin, Plan};
use crate::prose::{counted, listed};
use crate::terminal::sanitize;
use crate::tui::action::Command;
use crate::tui::keys::Context;
use crate::tui::model::{
    CellState, Choice, Earlier, Find, FoundCall, Hit, LinkRow, Mend, Model, Pane, Purpose, Step, call_of, contexts,
    open_object,
};
use crate::tui::theme::Tone;

/// Draws the row.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    if canvas.model.asking_to_quit {
        let key = canvas.model.key(Command::AcceptLink);
        let with_link = match canvas.model.is_available(Command::AcceptLink) {
            true => format!("The plan is not saved. Leave without saving it? {key} leaves with the link all the same."),
            false => String::new(),
        };
        let words = ["The plan is not saved. Leave without saving it?", "Not saved. Leave without saving it?"];
        let longest = (!with_link.is_empty()).then_some(with_link.as_str());
        ask(canvas, area, &longest.into_iter().chain(words).collect::<Vec<_>>());
        return;
    }
    // The rest is for the answer.
    let of_label = usize::from(area.width) * 2 / 3;
    if canvas.model.message.is_none()
        && let Some(label) =
            canvas.model.typing.as_ref().and_then(|typing| label(&typing.purpose, of_label, canvas.theme.ellipsis()))
    {
        draw_question(canvas, area, &label);
        return;
    }
    if canvas.model.message.is_none()
        && let Some(earlier) = offered(canvas.model)
    {
        let (yes, no) = (canvas.model.key(Command::TakeWork), canvas.model.key(Command::DropWork));
        let date = sanitize(&earlier.date).into_owned();
        let day = date.split(' ').next().unwrap_or_default();
        let [long, short] = [&*date, day].map(|when| format!("Unsaved work of {when}: take it?"));
        let whole = format!("Unsaved work of {date}, {}: take it? {yes} {no}", contents(&earlier.plan));
        ask(canvas, area, &[&whole, &format!("{long} {yes} {no}"), &long, &short]);
        return;
    }
    let (tone, text) = match &canvas.model.message {
        Some(message) => (if message.is_fault { Tone::Bad } else { Tone::Strong }, message.text.clone()),
        None => (Tone::Dim, about_row(canvas.model)),
    };
    let columns = usize::from(area.width).saturating_sub(2);
    let first = first_hint(canvas.model, columns).filter(|_| canvas.model.message.is_none());
    let is_first_alone = first.is_some() && text.is_empty();
    let text = if is_first_alone { first.clone().unwrap_or_default() } else { text };
    let text = sanitize(&text);
    let text = canvas.theme.text(&text).into_owned();
    let mut lines = wrap(&text, columns);
    let room = usize::from(area.height);
    if let Some(first) = first.filter(|_| !is_first_alone && lines.len() < room) {
        lines.push(first);
    }
    if lines.len() > room {
        let rest = lines.split_off(room - 1).join(" ");
        lines.push(cut(&rest, columns, canvas.theme.ellipsis()));
    }
    for (y, line) in (area.y..).zip(lines) {
        let place = Rect { y, height: 1, ..area };
        canvas.line(place, [Span::raw(" "), canvas.span(tone, line)]);
    }
}

/// Unsaved work that its keys would take or drop now: while something is typed, the offer waits.
fn offered(model: &Model) -> Option<&Earlier> {
    model.earlier.as_ref().filter(|_| contexts(model).contains(&Context::Earlier))
}

/// What the plan holds, counted.
fn contents(plan: &Plan) -> String {
    let entered = plan.pins.iter().filter(|pin| pin.origin != PinOrigin::Declared).count();
    let counts = [(plan.selections.len(), "feature"), (plan.calls.len(), "API call"), (entered, "scope")];
    let parts: Vec<String> =
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, of)| counted(count, of)).collect();
    if parts.is_empty() { "no feature yet".to_owned() } else { listed(&parts) }
}

/// A question for a key, in the first of these words that fit.
fn ask(canvas: &mut Canvas<'_, '_>, area: Rect, words: &[&str]) {
    let room = usize::from(area.width).saturating_sub(2);
    let text = words.iter().find(|text| width(text) <= room).or(words.last()).copied().unwrap_or_default();
    let line = canvas.span(Tone::Warn, format!(" {text}"));
    canvas.line(area, [line]);
}

/// What a question for text is about; a field is edited in its own row.
fn label(purpose: &Purpose, columns: usize, ellipsis: &str) -> Option<String> {
    match purpose {
        Purpose::Field(_) => None,
        Purpose::PinName(_) => Some("Scope name: ".to_owned()),
        Purpose::CallObject(call) | Purpose::FoundObject(_, call) => {
            let hole = open_object(call).unwrap_or_default();
            Some(format!("Record type for {hole}, such as contacts: "))
        }
        Purpose::PinReason(scope) => {
            let (before, after) = ("Why is ", " needed? (may stay empty) ");
            let room = columns.saturating_sub(width(before) + width(after));
            Some(format!("{before}{}{after}", shorten(scope, room, ellipsis)))
        }
        Purpose::LinkName => Some("Name of the new link: ".to_owned()),
    }
}

fn draw_question(canvas: &mut Canvas<'_, '_>, area: Rect, label: &str) {
    let Some(typing) = &canvas.model.typing else { return };
    let label = cut(&sanitize(label), usize::from(area.width) * 2 / 3, canvas.theme.ellipsis());
    let columns = usize::from(area.width).saturating_sub(width(&label) + 2);
    let (text, cursor) = window(typing.input.value(), typing.input.cursor(), columns);
    let before = u16::try_from(width(&label) + 1 + cursor).unwrap_or(0);
    let spans = [Span::raw(" "), canvas.span(Tone::Strong, label), canvas.span(Tone::Plain, sanitize(&text))];
    canvas.line(area, spans);
    canvas.frame.set_cursor_position((area.x.saturating_add(before).min(area.right().saturating_sub(1)), area.y));
}

/// The part of a typed text around its cursor that fits into `columns`, and the column of the cursor in it.
pub(super) fn window(text: &str, cursor: usize, columns: usize) -> (String, usize) {
    let letters: Vec<char> = text.chars().collect();
    let cursor = cursor.min(letters.len());
    let mut start = cursor;
    let mut used = 0;
    while start > 0 {
        let more = width(&letters[start - 1].to_string());
        if used + more >= columns {
            break;
        }
        used += more;
        start -= 1;
    }
    let shown: String = letters[start..].iter().collect();
    let before: String = letters[start..cursor].iter().collect();
    (cut(&shown, columns, ""), width(&before))
}

fn said(finding: Option<&Diagnostic>) -> String {
    finding.map_or_else(String::new, |finding| finding.message.clone())
}

/// What the row under the cursor costs or means.
fn about_row(model: &Model) -> String {
    match (model.step, model.pane) {
        (Step::Features, Pane::Main) if model.matrix.is_some() => about_cell(model),
        (Step::Features, Pane::Main) => about_feature(model),
        (Step::App, Pane::Main) => model.current_field().map(|row| row.hint).unwrap_or_default(),
        (Step::Scopes, Pane::Main) => match model.current_scope() {
            Some(scope) => match (scope.locked(), model.answer.suggestion_for(&scope.name)) {
                (Some(why), _) => format!("locked: {why}"),
                (None, Some(suggestion)) => format!("suggestion: {} {}", suggestion.scope, suggestion.change()),
                (None, None) => {
                    model.better_name().map_or_else(String::new, |name| format!("suggestion: {name} in its place"))
                }
            },
            None => match model.current_ghosts().as_slice() {
                [] => String::new(),
                ghosts => format!("missing; taking it: {}", model.preview_ghosts(ghosts).sentence()),
            },
        },
        (Step::Link, Pane::Main) => match model.current_link_row() {
            Some(LinkRow::Finding(place)) => said(model.answer.built.diagnostics.get(place)),
            Some(LinkRow::Note(place)) => said(model.notes().get(place)),
            Some(LinkRow::ProjectFinding(place)) => said(model.project_findings.get(place)),
            Some(LinkRow::Link(_)) if model.is_available(Command::Choose) => {
                let key = model.key(Command::Choose);
                format!("link: {}, while the cursor is on it; {key} makes it the current one", model.link_name())
            }
            _ => format!("link: {}", model.link_name()),
        },
        _ => String::new(),
    }
}

/// Where Enter leads.
fn about_hit(model: &Model, hit: &Hit) -> String {
    let key = model.key(Command::Accept);
    match hit {
        Hit::Scope(name) if model.answer.resolved.scope(name).is_none() => {
            let is_retired = model.catalog.scope_named(name).is_some_and(|scope| scope.status == Status::Retired);
            if is_retired {
                format!("{name} is retired: a link that has it is refused; {key} offers to pin it all the same")
            } else {
                format!("{name} is not in the plan; {key} offers to pin it")
            }
        }
        Hit::Scope(name) => format!("{key} goes to {name} on Scopes"),
        Hit::Object(object) => format!("{key} goes to {object} in the matrix"),
        Hit::Topic(_) | Hit::Credential(_) => {
            format!("what it says stands beside it; {} closes the search", model.key(Command::Close))
        }
        Hit::Field(field) => format!("{key} goes to {} on App", field.name()),
        Hit::Finding(place) => about_finding(model, key, &LinkRow::Finding(*place)),
        Hit::ProjectFinding(place) => about_finding(model, key, &LinkRow::ProjectFinding(*place)),
        Hit::Note(place) => about_finding(model, key, &LinkRow::Note(*place)),
        Hit::Feature(..) | Hit::Call(_) | Hit::Found(_) => String::new(),
    }
}

/// Where Enter leads from a finding.
fn about_finding(model: &Model, key: &str, row: &LinkRow) -> String {
    match model.finding_of_row(row).and_then(|finding| model.mend_of(finding)) {
        Some(Mend::Field(field)) => format!("{key} goes to {} on App", field.name()),
        Some(Mend::Scope(name)) => format!("{key} goes to {name} on Scopes"),
        Some(Mend::Feature(..) | Mend::Call(_)) => format!("{key} goes to what it is about on Features"),
        None => format!("{key} goes to the finding on Link"),
    }
}

fn nothing_matches(model: &Model) -> String {
    format!("Nothing matches; {} clears the search.", model.key(Command::Close))
}

fn about_cell(model: &Model) -> String {
    let Some((row, capability)) = model.current_cell() else {
        return nothing_matches(model);
    };
    let cell = row.cell(capability);
    let what = format!("{}, {}", row.object, capability.name());
    match model.cell_state(cell, capability) {
        CellState::Missing => format!("{what}: HubSpot has no such thing"),
        CellState::Open | CellState::Partly => {
            format!("{what}; adding it: {}", model.preview_cell(cell, capability).sentence())
        }
        CellState::Chosen | CellState::OfProject => {
            format!("{what}; removing it: {}", model.preview_cell(cell, capability).sentence())
        }
    }
}

/// Where the code makes the call, and what taking it would change.
fn about_found(model: &Model, choice: Choice, found: &FoundCall) -> String {
    let place = found.places.first().map_or_else(String::new, |place| format!("{}:{}", place.file, place.line));
    let more = found.places.len().saturating_sub(1);
    let place = if more > 0 { format!("{place} +{more} more") } else { place };
    match (found.is_open, model.is_lacking(found)) {
        (true, _) => format!("in {place}; taking it asks which record type it is about"),
        (false, true) => format!("in {place}; taking it: {}", model.preview_choice(choice).sentence()),
        (false, false) => format!("in {place}; the plan's scopes allow it already"),
    }
}

fn about_feature(model: &Model) -> String {
    if let Some(entry) = model.find.as_ref().filter(|find| !find.is_blank()).map(Find::current) {
        match entry.map(|entry| &entry.hit) {
            None => return nothing_matches(model),
            Some(Hit::Feature(..) | Hit::Call(_) | Hit::Found(_)) => {}
            Some(hit) => return about_hit(model, hit),
        }
    }
    let Some(node) = model.tree.current() else { return nothing_matches(model) };
    if model.tree.is_on_rest() {
        return format!("{}: the details say where and why", rest(model));
    }
    let Some(choice) = node.choice() else { return String::new() };
    if let Choice::Found(place) = choice
        && let Some(found) = model.found_call(place)
    {
        return about_found(model, choice, found);
    }
    if let Choice::Operation(operation) = choice
        && model.needs_object(&call_of(operation))
    {
        return "adding it asks which record type it is about".to_owned();
    }
    let preview = model.preview_choice(choice).sentence();
    if model.is_chosen(choice) { format!("removing it: {preview}") } else { format!("adding it: {preview}") }
}
