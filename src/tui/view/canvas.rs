//! What a frame is drawn with, and the frame around a pane.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders};

use super::layout::Shape;
use super::seen::Seen;
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
}

impl Canvas<'_, '_> {
    /// Draws a pane's frame with its title and gives the room inside.
    pub(super) fn pane(&mut self, area: Rect, pane: Pane, title: &str, count: &str) -> Rect {
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
            self.frame.render_widget(Line::from(spans), line);
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

    /// A span in a tone, with its text as this screen can show it.
    pub(super) fn span(&self, tone: Tone, text: impl AsRef<str>) -> Span<'static> {
        Span::styled(self.theme.text(text.as_ref()).into_owned(), self.theme.style(tone))
    }
}
