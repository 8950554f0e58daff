//! The pane of details: of which row they are, wrapped and scrolled.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::text::Span;

use super::{cell, feature, field, ghost_scope, hit, link, scope};
use crate::catalog::{Source, SourceKind};
use crate::terminal::{Links, sanitize};
use crate::tui::action::Command;
use crate::tui::model::{Model, Pane, ScopeRow, Step, contexts};
use crate::tui::theme::Tone;
use crate::tui::view::canvas::Canvas;
use crate::tui::view::keyline::key_name;
use crate::tui::view::linked::parts;
use crate::tui::view::paper::{Paragraph, wrapped};
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
    let lines: Vec<Shown> = text.0.iter().flat_map(|paragraph| shown(canvas, paragraph, columns)).collect();
    let room = usize::from(inner.height);
    let limit = lines.len().saturating_sub(room);
    if canvas.model.pane == Pane::Details {
        canvas.seen.note_page(room);
    }
    canvas.seen.note_scroll_limit(u16::try_from(limit).unwrap_or(u16::MAX));
    let from = usize::from(canvas.model.details_scroll).min(limit);
    let more_below = lines.len() > from + room;
    let lines = lines.into_iter().skip(from);
    // Where more is below, the last row says so.
    let last_row = inner.bottom().saturating_sub(u16::from(more_below));
    for (y, line) in (inner.y..last_row).zip(lines) {
        canvas.line(Rect { y, height: 1, ..inner }, [Span::raw(" "), canvas.span(line.tone, line.text)]);
        for (columns, mark) in line.links {
            for x in columns {
                let x = inner.x.saturating_add(u16::try_from(x + 1).unwrap_or(u16::MAX));
                if let Some(cell) = canvas.frame.buffer_mut().cell_mut((x, y)) {
                    cell.underline_color = mark;
                }
            }
        }
    }
    if more_below {
        let key = key_of_more(canvas.model).map(|key| format!(": {}", key_name(canvas.theme, key)));
        let more = format!(" {} more{}", canvas.theme.ellipsis(), key.unwrap_or_default());
        let more = canvas.span(Tone::Dim, more);
        canvas.line(Rect { y: last_row, height: 1, ..inner }, [more]);
    }
}

/// The key that leads to what is below: it scrolls, or goes to the pane where it does. None holds while something is
/// typed.
fn key_of_more(model: &Model) -> Option<&'static str> {
    let contexts = contexts(model);
    let wanted = match model.pane {
        Pane::Details => [Command::Down, Command::PageDown],
        Pane::Main | Pane::Computed => [Command::DetailsDown, Command::PreviousPane],
    };
    let binding = |command| model.keys.bindings(&contexts).find(|row| row.command == command);
    wanted.into_iter().find_map(binding)?.keys.first().copied()
}

/// A line, with the marks of the columns that lead somewhere.
struct Shown {
    tone: Tone,
    text: String,
    links: Vec<(Range<usize>, Color)>,
}

/// The lines of a paragraph; only a source leads somewhere, for all else may come from outside.
fn shown(canvas: &Canvas<'_, '_>, paragraph: &Paragraph, columns: usize) -> Vec<Shown> {
    let lines = wrapped(canvas, paragraph, columns).into_iter();
    let mut shown: Vec<Shown> = lines.map(|(tone, text)| Shown { tone, text, links: Vec::new() }).collect();
    if let Some(known) = canvas.seen.links().filter(|_| paragraph.0 == Tone::Source) {
        let whole = canvas.theme.text(&paragraph.2).into_owned();
        let texts: Vec<String> = shown.iter().map(|line| line.text.clone()).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        named(&whole, &texts, known, &mut shown);
        for part in parts(&whole, &texts) {
            shown[part.line].links.extend(known.mark(part.address).map(|mark| (part.columns, mark)));
        }
    }
    shown
}

/// The mark on the name of a source that is no address itself: an issue, a file of a repository, a post of a changelog.
fn named(whole: &str, lines: &[&str], known: &Links, shown: &mut [Shown]) {
    let source = Source::read(whole).filter(|source| source.kind != SourceKind::Address);
    let Some((name, url)) = source.and_then(|source| Some((source.name(), source.url()?))) else { return };
    // Names are ASCII, and only spaces stand before one: bytes are columns.
    if let Some((line, at)) = lines.iter().enumerate().find_map(|(line, text)| Some((line, text.find(name)?))) {
        shown[line].links.extend(known.mark(&url).map(|mark| (at..at + name.len(), mark)));
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
