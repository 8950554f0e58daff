//! One frame from the model. It decides nothing: everything shown is in the model or follows from it.

mod app;
mod details;
mod features;
mod head;
mod keyline;
mod layout;
mod link;
mod list;
mod page;
mod scopes;
mod seen;
mod status;
mod strip;
mod text;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders};

pub use layout::{Shape, shape};
pub use seen::Seen;

use super::model::{Model, Pane, Step};
use super::theme::{Theme, Tone};

/// What a frame is drawn with.
pub(super) struct Canvas<'a, 'b> {
    frame: &'a mut Frame<'b>,
    model: &'a Model,
    theme: Theme,
    shape: Shape,
    seen: &'a mut Seen,
}

/// Draws the frame; `seen` keeps what was drawn where, and how far lists are scrolled.
pub fn draw(frame: &mut Frame<'_>, model: &Model, theme: Theme, seen: &mut Seen) {
    seen.begin();
    let area = frame.area();
    let shape = shape(area.width, area.height);
    let mut canvas = Canvas { frame, model, theme, shape, seen };
    if shape == Shape::TooSmall {
        page::too_small(&mut canvas, area);
        return;
    }
    if model.page.is_some() {
        page::draw(&mut canvas, area);
        return;
    }
    let rows = layout::rows(area, shape);
    head::draw(&mut canvas, rows.head);
    head::steps(&mut canvas, rows.steps);
    for (pane, place) in layout::panes(rows.body, shape, model.step, model.pane) {
        draw_pane(&mut canvas, pane, place);
    }
    status::draw(&mut canvas, rows.status);
    strip::draw(&mut canvas, rows.strip);
    keyline::draw(&mut canvas, rows.keys);
}

fn draw_pane(canvas: &mut Canvas<'_, '_>, pane: Pane, area: Rect) {
    match (pane, canvas.model.step) {
        (Pane::Main, Step::App) => app::draw(canvas, area),
        (Pane::Main, Step::Features) => features::draw(canvas, area),
        (Pane::Main, Step::Scopes) => scopes::draw(canvas, area, Pane::Main),
        (Pane::Main, Step::Link) => link::draw(canvas, area),
        (Pane::Computed, _) => scopes::draw(canvas, area, Pane::Computed),
        (Pane::Details, _) => details::draw(canvas, area),
    }
}

impl Canvas<'_, '_> {
    /// Draws a pane's frame with its title and gives the room inside.
    fn pane(&mut self, area: Rect, pane: Pane, title: &str, count: &str) -> Rect {
        let focused = self.model.pane == pane;
        self.seen.add(area, super::region::Target::Pane(pane));
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
    fn span(&self, tone: Tone, text: impl AsRef<str>) -> Span<'static> {
        Span::styled(self.theme.text(text.as_ref()).into_owned(), self.theme.style(tone))
    }
}
