//! The step App: one row a field, a fault under its field.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::list::{Row, render};
use super::status::window;
use super::text::{cut_start, width, wrap};
use crate::terminal::sanitize;
use crate::tui::model::{FieldRow, Pane, Purpose};
use crate::tui::region::Target;
use crate::tui::theme::{Theme, Tone};

/// Draws the fields.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let origin = sanitize(&canvas.model.origin);
    let room = usize::from(area.width).saturating_sub("App".len() + 6);
    // What tells two folders apart is their end.
    let origin = cut_start(&origin, room, canvas.theme.ellipsis());
    let inner = canvas.pane(area, Pane::Main, "App", &origin);
    let rows = canvas.model.field_rows();
    let focused = canvas.model.pane == Pane::Main;
    if focused {
        canvas.seen.note_page(usize::from(inner.height));
    }
    let lines = lines(canvas, &rows, usize::from(inner.width));
    let under_cursor = lines.iter().rposition(|line| line.place == Some(canvas.model.app.row)).unwrap_or(0);
    // A fault belongs to its field: both are to be seen.
    let last = lines.iter().rposition(|line| line.owner == canvas.model.app.row).unwrap_or(under_cursor);
    let room = usize::from(inner.height).max(1);
    let key = (canvas.model.step, Pane::Main);
    let below = canvas.seen.offset(key, last, room, lines.len());
    let offset = below.min(under_cursor);
    canvas.more_below(lines.len().saturating_sub(offset + room));
    for (y, line) in (inner.y..inner.bottom()).zip(lines.into_iter().skip(offset)) {
        let place = Rect { y, height: 1, ..inner };
        let on_cursor = line.place == Some(canvas.model.app.row);
        canvas.seen.add(place, Target::Row(Pane::Main, line.owner));
        let editing = on_cursor && is_edited(canvas, &rows[line.owner]);
        render(canvas, place, Row::new(line.spans), on_cursor.then_some(focused && !editing));
        if editing {
            put_cursor(canvas, place);
        }
    }
}

struct FieldLine {
    owner: usize,
    place: Option<usize>,
    spans: Vec<Span<'static>>,
}

fn label_width(columns: usize) -> usize {
    if columns >= 66 { 26 } else { 14 }
}

fn is_edited(canvas: &Canvas<'_, '_>, row: &FieldRow) -> bool {
    canvas.model.typing.as_ref().is_some_and(|typing| typing.purpose == Purpose::Field(row.field))
}

fn lines(canvas: &Canvas<'_, '_>, rows: &[FieldRow], columns: usize) -> Vec<FieldLine> {
    let label_width = label_width(columns);
    let mut lines = Vec::new();
    for (owner, row) in rows.iter().enumerate() {
        let name = short_name(row, label_width);
        let mut spans = vec![canvas.span(Tone::Plain, format!(" {name:<label_width$} "))];
        let room = columns.saturating_sub(label_width + 2);
        if is_edited(canvas, row) {
            let typed =
                canvas.model.typing.as_ref().map(|typing| window(typing.input.value(), typing.input.cursor(), room));
            spans.push(canvas.span(Tone::Accent, sanitize(&typed.unwrap_or_default().0)));
        } else if row.field.is_text() {
            let tone = if row.value.is_empty() { Tone::Dim } else { Tone::Plain };
            let value = if row.value.is_empty() { "-" } else { &row.value };
            spans.push(canvas.span(tone, sanitize(value)));
        } else {
            let (before, after) = canvas.theme.stepper();
            spans.push(canvas.span(Tone::Dim, before));
            spans.push(canvas.span(Tone::Plain, &row.value));
            spans.push(canvas.span(Tone::Dim, after));
        }
        lines.push(FieldLine { owner, place: Some(owner), spans });
        if let Some(fault) = &row.fault {
            let text = fault.message.clone();
            for line in wrap(&sanitize(&text), columns.saturating_sub(5)) {
                let spans = vec![Span::raw("   "), canvas.span(Theme::severity(fault.severity), line)];
                lines.push(FieldLine { owner, place: None, spans });
            }
        }
    }
    lines
}

fn short_name(row: &FieldRow, columns: usize) -> String {
    let name = row.field.name();
    if width(name) <= columns {
        return name.to_owned();
    }
    match name {
        "Who will click this link?" => "Who clicks?".to_owned(),
        "Advanced scope settings" => "Advanced".to_owned(),
        "Tokens act for" => "Tokens for".to_owned(),
        _ => super::text::cut(name, columns, ""),
    }
}

fn put_cursor(canvas: &mut Canvas<'_, '_>, line: Rect) {
    let columns = usize::from(line.width);
    let label_width = label_width(columns);
    let room = columns.saturating_sub(label_width + 2);
    let Some(typing) = &canvas.model.typing else { return };
    let (_, column) = window(typing.input.value(), typing.input.cursor(), room);
    let x = line.x.saturating_add(u16::try_from(label_width + 2 + column).unwrap_or(0));
    canvas.frame.set_cursor_position((x.min(line.right().saturating_sub(1)), line.y));
}
