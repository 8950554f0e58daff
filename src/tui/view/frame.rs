//! The whole frame: which regions there are, and who draws them.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::layout::{self, Arrangement, Shape, shape};
use super::seen::Seen;
use super::{app, details, features, head, keyline, link, page, scopes, status, strip};
use crate::tui::model::{Model, Pane, Step};
use crate::tui::region::Target;
use crate::tui::theme::Theme;

/// Draws the frame; `seen` keeps what was drawn where, and how far lists are scrolled.
pub fn draw(frame: &mut Frame<'_>, model: &Model, theme: Theme, seen: &mut Seen) {
    seen.begin();
    let area = frame.area();
    let shape = shape(area.width, area.height);
    let mut canvas = Canvas { frame, model, theme, shape, seen, pane_area: area };
    if shape == Shape::TooSmall {
        page::too_small(&mut canvas, area);
        return;
    }
    if model.page.is_some() {
        page::draw(&mut canvas, area);
        return;
    }
    let rows = layout::rows(area);
    head::draw(&mut canvas, rows.head);
    head::steps(&mut canvas, rows.steps);
    let (step, focused, matrix) = (model.step, model.pane, model.matrix.is_some());
    let arrangement = Arrangement { shape, step, focused, matrix, splits: &model.splits };
    let panes = arrangement.panes(rows.body);
    for (pane, place) in &panes {
        draw_pane(&mut canvas, *pane, *place);
    }
    for (place, grip) in arrangement.grips(rows.body, &panes) {
        canvas.seen.add(place, Target::Border(grip));
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
