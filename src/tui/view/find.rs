//! The search: its field, and what was found with the letters marked and the kind at the right.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::list::{Row, render};
use super::status::window;
use super::text::shorten;
use crate::terminal::sanitize;
use crate::tui::model::{Choice, Entry, Find, Hit, Pane};
use crate::tui::region::Target;
use crate::tui::theme::Tone;

/// Draws the field in the first row and gives the room below it.
pub(super) fn field(canvas: &mut Canvas<'_, '_>, area: Rect) -> Rect {
    let line = Rect { height: 1, ..area };
    if let Some(find) = &canvas.model.find {
        let columns = usize::from(line.width).saturating_sub(4);
        let (text, column) = window(find.input.value(), find.input.cursor(), columns);
        let mut spans = vec![canvas.span(Tone::Strong, " / "), canvas.span(Tone::Accent, sanitize(&text))];
        if let Some(nearest) = find.nearest() {
            spans.push(canvas.span(Tone::Dim, format!("  nearest: {}", sanitize(nearest))));
        }
        canvas.line(line, spans);
        let x = line.x.saturating_add(3 + u16::try_from(column).unwrap_or(0));
        canvas.frame.set_cursor_position((x.min(line.right().saturating_sub(1)), line.y));
    }
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}

/// Draws the matches.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let Some(find) = &canvas.model.find else { return };
    if find.is_empty() {
        let nothing = canvas.span(Tone::Dim, " nothing matches");
        canvas.line(area, [nothing]);
        return;
    }
    let room = usize::from(area.height);
    canvas.seen.note_page(room);
    let offset = canvas.seen.offset_over_tree(find.row, room.max(1), find.len());
    canvas.more_below(find.len().saturating_sub(offset + room));
    for (y, place) in (area.y..area.bottom()).zip(offset..find.len()) {
        let Some(entry) = find.at(place) else { break };
        let line = Rect { y, height: 1, ..area };
        let row = match_row(canvas, find, entry, usize::from(area.width));
        render(canvas, line, row, (place == find.row).then_some(true));
        canvas.seen.add(line, Target::Row(Pane::Main, place));
    }
}

fn match_row(canvas: &Canvas<'_, '_>, find: &Find, entry: &Entry, columns: usize) -> Row {
    let right = right_of(canvas, entry);
    let sign = match (&entry.hit, entry.in_plan) {
        (Hit::Feature(..) | Hit::Call(_), true) => "[x] ",
        (Hit::Feature(..) | Hit::Call(_), false) => "[ ] ",
        (Hit::Found(_), _) => canvas.theme.ghost_sign(),
        (Hit::Scope(_), true) => canvas.theme.done_sign(),
        _ => "",
    };
    let mut spans = vec![canvas.span(if entry.in_plan { Tone::Accent } else { Tone::Plain }, format!(" {sign:<4}"))];
    let (method, name) = match entry.hit {
        Hit::Call(_) | Hit::Found(_) => entry.name.split_once(' ').unwrap_or(("", &entry.name)),
        _ => ("", entry.name.as_str()),
    };
    if !method.is_empty() {
        spans.push(canvas.span(Tone::Dim, format!("{method:<7}")));
    }
    // What tells paths and scopes apart is their end.
    let taken = spans.iter().map(Span::width).sum::<usize>() + 1 + right.last().map_or(0, Span::width);
    let shown = shorten(name, columns.saturating_sub(taken), canvas.theme.ellipsis());
    spans.extend(marked(canvas, find, &shown));
    if method.is_empty() && !entry.label.is_empty() {
        spans.push(canvas.span(Tone::Dim, format!("  {}", sanitize(&entry.label))));
    }
    Row { spans, right, keeps_right: true, ..Row::default() }
}

/// The kind, after what choosing it would cost where there is room for that.
fn right_of(canvas: &Canvas<'_, '_>, entry: &Entry) -> Vec<Span<'static>> {
    let kind = entry.hit.kind();
    let choice = match entry.hit {
        Hit::Feature(feature, option) => Some(Choice::Feature(feature, option)),
        Hit::Call(operation) => Some(Choice::Operation(operation)),
        Hit::Found(place) => Some(Choice::Found(place)),
        _ => None,
    };
    let tag =
        choice.filter(|_| !entry.in_plan).map(|choice| canvas.seen.tag_of_match(canvas.model, &entry.name, choice));
    let cost = tag.filter(|tag| !tag.text.is_empty()).map(|tag| {
        let tone = if tag.loses_tiers { Tone::Warn } else { Tone::Dim };
        canvas.span(tone, format!("{}  {kind}", tag.text))
    });
    cost.into_iter().chain([canvas.span(Tone::Dim, kind)]).collect()
}

/// The name with the letters that the search found in the accent.
fn marked(canvas: &Canvas<'_, '_>, find: &Find, name: &str) -> Vec<Span<'static>> {
    let marks = find.marks(name);
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut run = (false, String::new());
    for (at, letter) in name.char_indices() {
        let is_marked = marks.contains(&at);
        if is_marked != run.0 && !run.1.is_empty() {
            spans.push(span_of(canvas, &run));
            run.1.clear();
        }
        run.0 = is_marked;
        run.1.push(letter);
    }
    spans.push(span_of(canvas, &run));
    spans
}

fn span_of(canvas: &Canvas<'_, '_>, (is_marked, text): &(bool, String)) -> Span<'static> {
    canvas.span(if *is_marked { Tone::Accent } else { Tone::Plain }, sanitize(text))
}
