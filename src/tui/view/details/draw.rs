//! The pane of details: of which row they are, wrapped and scrolled.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{cell, feature, field, ghost_scope, hit, link, scope};
use crate::terminal::sanitize;
use crate::tui::model::{Model, Pane, ScopeRow, Step};
use crate::tui::theme::Tone;
use crate::tui::view::canvas::Canvas;
use crate::tui::view::paper::wrapped;
use crate::tui::view::prose::Text;
use crate::tui::view::text::cut;

/// Draws the pane.
pub(in crate::tui::view) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let (title, text) = of_row(canvas.model);
    let title = if title.is_empty() { "Details".to_owned() } else { sanitize(&title).into_owned() };
    let room = usize::from(area.width).saturating_sub(8);
    let title = cut(&title, room, canvas.theme.ellipsis());
    let inner = canvas.pane(area, Pane::Details, &title, "");
    let columns = usize::from(inner.width).saturating_sub(2);
    let lines: Vec<(Tone, String)> = text.0.iter().flat_map(|paragraph| wrapped(canvas, paragraph, columns)).collect();
    let room = usize::from(inner.height);
    let limit = lines.len().saturating_sub(room);
    let focused = canvas.model.pane == Pane::Details;
    if focused {
        canvas.seen.note_page(room);
        canvas.seen.note_scroll_limit(u16::try_from(limit).unwrap_or(u16::MAX));
    }
    let from = if focused { usize::from(canvas.model.details_scroll).min(limit) } else { 0 };
    let more_below = lines.len() > from + room;
    let shown = lines.into_iter().skip(from);
    // Where more is below, the last row says so.
    let last_row = inner.bottom().saturating_sub(u16::from(more_below));
    for (y, (tone, line)) in (inner.y..last_row).zip(shown) {
        let spans = vec![Span::raw(" "), canvas.span(tone, line)];
        canvas.frame.render_widget(Line::from(spans), Rect { y, height: 1, ..inner });
    }
    if more_below {
        let more = canvas.span(Tone::Dim, format!(" {} more", canvas.theme.ellipsis()));
        canvas.frame.render_widget(Line::from(more), Rect { y: last_row, height: 1, ..inner });
    }
}

/// Title and text for what has the cursor.
fn of_row(model: &Model) -> (String, Text) {
    let mut text = Text::default();
    let title = match model.step {
        _ if of_computed(model) => of_scope(model, model.computed.row, &mut text),
        Step::App => field::describe(model, &mut text),
        Step::Features if model.matrix.is_some() => cell::describe(model, &mut text),
        Step::Features => hit::describe(model, &mut text).unwrap_or_else(|| feature::describe(model, &mut text)),
        Step::Scopes => of_scope(model, model.scopes.row, &mut text),
        Step::Link => link::describe(model, &mut text),
    };
    (title, text)
}

fn of_scope(model: &Model, row: usize, text: &mut Text) -> String {
    match model.scope_rows().get(row) {
        Some(ScopeRow::Ghost(place)) => ghost_scope::describe(model, *place, text),
        _ => scope::describe(model, row, text),
    }
}

/// Whether the details are of the computed scopes: they have the keys, or had them before the details took them.
fn of_computed(model: &Model) -> bool {
    model.details_of_computed && matches!(model.step, Step::App | Step::Features)
}
