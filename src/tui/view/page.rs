//! Pages over the whole screen: help, the bare link, and the word that the screen is too small.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::text::{chunks, width, wrap};
use super::{keyline, offer, paper, pasted, pasted_text};
use crate::catalog::matches;
use crate::terminal::sanitize;
use crate::tui::action::Command;
use crate::tui::keys::{Binding, Context};
use crate::tui::model::{Model, Page, Pane, SMALLEST, Step};
use crate::tui::theme::Tone;

/// Says that the screen is too small, as well as it fits.
pub(super) fn too_small(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let text = format!(
        "hubscope needs {}x{} cells; here are {}x{}. Ctrl-C leaves.",
        SMALLEST.0, SMALLEST.1, area.width, area.height
    );
    for (y, line) in (area.y..area.bottom()).zip(wrap(&text, usize::from(area.width))) {
        canvas.line(Rect { y, height: 1, ..area }, [Span::raw(line)]);
    }
}

/// Draws the open page.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    match canvas.model.page {
        Some(Page::Help(scroll)) => help(canvas, area, scroll),
        Some(Page::Bare) => bare(canvas, area),
        Some(Page::Pasted(scroll)) => pasted::draw(canvas, area, scroll),
        Some(Page::PastedText(scroll)) => pasted_text::draw(canvas, area, scroll),
        Some(Page::Offer(scroll)) => offer::draw(canvas, area, scroll),
        Some(Page::Edit(scroll)) => edit(canvas, area, scroll),
        None => {}
    }
}

/// The link alone, from edge to edge, so that a terminal's selection takes nothing else.
fn bare(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let lines = chunks(&canvas.model.answer.built.draft, usize::from(area.width));
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        canvas.line(Rect { y, height: 1, ..area }, [Span::raw(line)]);
    }
    let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    let used = canvas.model.answer.built.draft.len().div_ceil(usize::from(area.width).max(1));
    if used + 1 < usize::from(area.height) {
        match &canvas.model.message {
            Some(message) => {
                let line = canvas.span(Tone::Dim, sanitize(&message.text));
                canvas.line(foot, [line]);
            }
            None => keyline::draw(canvas, foot),
        }
    }
}

/// The edit of the project's settings: a diff, with what is written besides.
fn edit(canvas: &mut Canvas<'_, '_>, area: Rect, scroll: u16) {
    let tone = |line: &str| match line.as_bytes() {
        [b'+', ..] => Tone::Good,
        [b'-', ..] => Tone::Bad,
        [b'@', ..] => Tone::Dim,
        _ => Tone::Plain,
    };
    let mut text: Vec<paper::Paragraph> = canvas.model.edit.iter().map(|line| (tone(line), 0, line.clone())).collect();
    let besides = "What the project's files do not hold is written to hubscope.json.";
    text.extend([(Tone::Plain, 0, String::new()), (Tone::Dim, 0, besides.to_owned())]);
    paper::draw(canvas, area, "What saving changes", &text, scroll);
}

fn help(canvas: &mut Canvas<'_, '_>, area: Rect, scroll: u16) {
    let lines = help_lines(canvas);
    let room = usize::from(area.height.saturating_sub(1));
    let limit = lines.len().saturating_sub(room);
    canvas.seen.note_page(room);
    canvas.seen.note_scroll_limit(u16::try_from(limit).unwrap_or(u16::MAX));
    let from = usize::from(scroll).min(limit);
    let shown = lines.into_iter().skip(from);
    for (y, line) in (area.y..area.bottom().saturating_sub(1)).zip(shown) {
        canvas.line(Rect { y, height: 1, ..area }, line);
    }
    let place = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    let typed = sanitize(canvas.model.help_filter.input.value()).into_owned();
    if canvas.model.help_filter.is_open {
        let line = vec![canvas.span(Tone::Strong, " Filter: "), canvas.span(Tone::Plain, typed)];
        let cursor = line.iter().map(Span::width).sum::<usize>();
        canvas.line(place, line);
        let column = place.x.saturating_add(u16::try_from(cursor).unwrap_or(0)).min(place.right().saturating_sub(1));
        canvas.frame.set_cursor_position((column, place.y));
        return;
    }
    let key = |command| keyline::key_name(canvas.theme, canvas.model.key(command));
    let more = if from < limit { format!("more below: {}  ", key(Command::Down)) } else { String::new() };
    let (back, filter) = (key(Command::Close), key(Command::Find));
    let shown = if typed.is_empty() { String::new() } else { format!("  only what has {typed:?}") };
    let foot = format!(" {more}{back} back  {filter} filter{shown}");
    canvas.line(place, [canvas.span(Tone::Dim, foot)]);
}

/// The contexts of help: this view first, with all that holds in it.
fn order(model: &Model) -> Vec<Context> {
    let of_step: &[Context] = match model.step {
        Step::App => &[Context::App, Context::Field],
        Step::Features if model.matrix.is_some() => &[Context::Matrix],
        Step::Features => &[Context::Features, Context::Code],
        Step::Scopes => &[Context::Scopes, Context::Code],
        Step::Link => &[Context::Link, Context::Value],
    };
    let in_details = (model.pane == Pane::Details).then_some(Context::Details);
    let mut order: Vec<Context> = in_details.into_iter().chain(of_step.iter().copied()).collect();
    order.push(Context::List);
    order.extend(Context::ALL.into_iter().filter(|context| !order.contains(context)).collect::<Vec<_>>());
    order
}

/// Keys and what they do: side by side, on more lines where the screen is narrow.
fn help_row(canvas: &Canvas<'_, '_>, keys: &str, help: &str) -> Vec<Vec<Span<'static>>> {
    let columns = usize::from(canvas.frame.area().width);
    let room_of_keys = if columns < 76 { 10 } else { 22 };
    let mut texts = wrap(help, columns.saturating_sub(room_of_keys + 4)).into_iter();
    let mut lines = vec![vec![Span::raw("   "), canvas.span(Tone::Strong, keys)]];
    if width(keys) < room_of_keys {
        let pad = " ".repeat(room_of_keys - width(keys));
        lines[0].push(canvas.span(Tone::Plain, format!("{pad}{}", texts.next().unwrap_or_default())));
    }
    let pad = " ".repeat(room_of_keys + 3);
    lines.extend(texts.map(|text| vec![canvas.span(Tone::Plain, format!("{pad}{text}"))]));
    lines
}

fn help_lines(canvas: &Canvas<'_, '_>) -> Vec<Vec<Span<'static>>> {
    let mut lines = vec![vec![canvas.span(Tone::Strong, " Keys, those of this step first")]];
    for context in order(canvas.model) {
        let typed = canvas.model.help_filter.input.value();
        let fits = |row: &&Binding| {
            let keys = row.keys.join(" ");
            row.context == context
                && !row.keys.is_empty()
                && matches(typed, &[&keys, row.help, row.hint, context.name()])
        };
        let rows: Vec<&Binding> = canvas.model.keys.rows().iter().filter(fits).collect();
        if rows.is_empty() {
            continue;
        }
        lines.push(Vec::new());
        lines.push(vec![canvas.span(Tone::Accent, format!(" {}", context.name()))]);
        for row in rows {
            lines.extend(help_row(canvas, &row.keys.join("  "), row.help));
        }
    }
    if lines.len() == 1 {
        let all = keyline::key_name(canvas.theme, canvas.model.key(Command::Close));
        lines.push(vec![canvas.span(Tone::Plain, format!(" No key has that; {all} shows all."))]);
    }
    lines
}
