//! What a frame is drawn with, and the frame around a pane.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders};

use super::layout::Shape;
use super::seen::Seen;
use super::text::{is_plain, width};
use crate::tui::model::{Model, Pane};
use crate::tui::region::Target;
use crate::tui::theme::{Theme, Tone};

/// What a frame is drawn with.
pub(super) struct Canvas<'a, 'b> {
    pub(super) frame: &'a mut Frame<'b>,
    pub(super) model: &'a Model,
    pub(super) theme: Theme,
    pub(super) shape: Shape,
    pub(super) seen: &'a mut Seen,
    /// The pane that was begun last, with its frame.
    pub(super) pane_area: Rect,
}

impl Canvas<'_, '_> {
    /// Draws a pane's frame with its title and gives the room inside.
    pub(super) fn pane(&mut self, area: Rect, pane: Pane, title: &str, count: &str) -> Rect {
        self.pane_area = area;
        let focused = self.model.pane == pane;
        self.seen.add(area, Target::Pane(pane));
        let tone = if focused { Tone::Accent } else { Tone::Strong };
        let title = self.theme.text(title).into_owned();
        let mut spans = vec![Span::raw(" "), Span::styled(title, self.theme.style(tone))];
        if !count.is_empty() {
            spans.push(Span::styled(format!(" {count}"), self.theme.style(Tone::Dim)));
        }
        spans.push(Span::raw(" "));
        if self.shape == Shape::Narrow {
            // No room for a frame: the title has a line of its own.
            let line = Rect { height: area.height.min(1), ..area };
            self.line(line, spans);
            return Rect { y: area.y + line.height, height: area.height - line.height, ..area };
        }
        let style = if focused { self.theme.style(Tone::Accent) } else { self.theme.style(Tone::Dim) };
        let block = Block::new()
            .borders(Borders::ALL)
            .border_set(self.theme.border())
            .border_style(style)
            .title(Line::from(spans));
        let inner = block.inner(area);
        self.frame.render_widget(block, area);
        inner
    }

    /// Says that so many rows are below what is seen: in the frame of the pane, or, where it has none, beside its title.
    pub(super) fn more_below(&mut self, rows: usize) {
        if rows == 0 {
            return;
        }
        let text = format!(" {} {rows} more ", self.theme.ellipsis());
        let taken = u16::try_from(width(&text)).unwrap_or(u16::MAX);
        let area = self.pane_area;
        let (y, margin) = if self.shape == Shape::Narrow { (area.y, 0) } else { (area.bottom().saturating_sub(1), 2) };
        let Some(x) = area.right().checked_sub(taken + margin).filter(|x| *x > area.x + margin) else { return };
        let place = Rect { x, y, width: taken, height: 1 };
        // A long title stays.
        let mut is_free =
            |column: u16| self.frame.buffer_mut().cell((column, y)).is_some_and(|cell| cell.symbol() == " ");
        if self.shape == Shape::Narrow && !(place.x..place.right()).all(&mut is_free) {
            return;
        }
        let text = self.span(Tone::Dim, text);
        self.line(place, [text]);
    }

    /// Writes `spans` into the first row of `place`, from the left; what goes beyond its end is cut off.
    pub(super) fn line<'s>(&mut self, place: Rect, spans: impl IntoIterator<Item = Span<'s>>) {
        let buffer = self.frame.buffer_mut();
        let place = place.intersection(buffer.area);
        if place.is_empty() {
            return;
        }
        let mut x = place.x;
        for span in spans {
            if x >= place.right() {
                break;
            }
            x = put(buffer, (x, place.y), &span, place.right());
        }
    }

    /// A span in a tone, with its text as this screen can show it.
    pub(super) fn span(&self, tone: Tone, text: impl AsRef<str>) -> Span<'static> {
        Span::styled(self.theme.text(text.as_ref()).into_owned(), self.theme.style(tone))
    }
}

/// Writes a span that begins and ends before the column `end`, and gives the column after it. Most texts are ASCII, of which every
/// letter is one cell: they need not be taken apart into letters.
fn put(buffer: &mut Buffer, (x, y): (u16, u16), span: &Span<'_>, end: u16) -> u16 {
    let text = &*span.content;
    let room = end.saturating_sub(x);
    if !is_plain(text) {
        return buffer.set_span(x, y, span, room).0;
    }
    let room = usize::from(room).min(text.len());
    let first = buffer.index_of(x, y);
    let cells = buffer.content.iter_mut().skip(first).take(room);
    for (cell, letter) in cells.zip(text.chars()) {
        cell.set_char(letter).set_style(span.style);
    }
    x + u16::try_from(room).unwrap_or(0)
}
