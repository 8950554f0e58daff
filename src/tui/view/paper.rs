//! A page of paragraphs over the whole screen, scrolled, with a title above and the keys below.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::keyline;
use super::text::{width, wrap};
use crate::terminal::sanitize;
use crate::tui::theme::Tone;

/// A paragraph: its tone, its indent in steps of two columns, its text.
pub(super) type Paragraph = (Tone, usize, String);

/// Draws the page; `scroll` is the first line that is shown.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, title: &str, text: &[Paragraph], scroll: u16) {
    let head = Rect { height: area.height.min(1), ..area };
    let title = canvas.span(Tone::Strong, format!(" {title}"));
    let taken = title.width();
    canvas.line(head, [title]);
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
    let columns = usize::from(area.width).saturating_sub(2);
    let lines: Vec<(Tone, String)> = text.iter().flat_map(|paragraph| wrapped(canvas, paragraph, columns)).collect();
    let room = usize::from(body.height);
    let limit = lines.len().saturating_sub(room);
    canvas.seen.note_page(room);
    canvas.seen.note_scroll_limit(u16::try_from(limit).unwrap_or(u16::MAX));
    let from = usize::from(scroll).min(limit);
    for (y, (tone, line)) in (body.y..body.bottom()).zip(lines.into_iter().skip(from)) {
        let spans = [Span::raw(" "), canvas.span(tone, line)];
        canvas.line(Rect { y, height: 1, ..body }, spans);
    }
    if let Some(message) = &canvas.model.message {
        // What a key did is said where it was pressed.
        let line = Rect { y: area.bottom().saturating_sub(2), height: 1, ..area };
        let tone = if message.is_fault { Tone::Bad } else { Tone::Accent };
        let text = canvas.span(tone, format!(" {}", sanitize(&message.text)));
        canvas.frame.render_widget(ratatui::widgets::Clear, line);
        canvas.line(line, [text]);
    }
    let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    keyline::draw(canvas, foot);
    if from < limit {
        let long = format!(" {} more below", canvas.theme.ellipsis());
        let fits = width(&long) + taken < usize::from(head.width);
        let more = if fits { long } else { format!(" {} more", canvas.theme.ellipsis()) };
        let width = u16::try_from(width(&more) + 1).unwrap_or(0).min(head.width);
        let place = Rect { x: head.right().saturating_sub(width), width, ..head };
        let more = canvas.span(Tone::Dim, more);
        canvas.line(place, [more]);
    }
}

/// The paragraph in lines that fit, with everything from outside made harmless.
pub(super) fn wrapped(canvas: &Canvas<'_, '_>, paragraph: &Paragraph, columns: usize) -> Vec<(Tone, String)> {
    let (tone, indent, text) = paragraph;
    let text = sanitize(text);
    let text = canvas.theme.text(&text);
    let pad = "  ".repeat(*indent);
    wrap(&text, columns.saturating_sub(pad.len())).into_iter().map(|line| (*tone, format!("{pad}{line}"))).collect()
}
