//! A list with a cursor: only the rows that are seen are made.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::text::{cut, cut_start, width};
use crate::tui::model::Pane;
use crate::tui::region::Target;

/// A row as it is drawn.
pub(super) struct Row {
    /// The text from the left.
    pub(super) spans: Vec<Span<'static>>,
    /// What stands at the right edge: the first of these that leaves room for the left.
    pub(super) right: Vec<Span<'static>>,
    /// Whether the left is cut rather than the right left out.
    pub(super) keeps_right: bool,
    /// The span that gives way first, at its beginning: what tells paths apart is their end.
    pub(super) yields: Option<usize>,
}

impl Row {
    pub(super) fn new(spans: Vec<Span<'static>>) -> Self {
        Self { spans, right: Vec::new(), keeps_right: false, yields: None }
    }
}

/// Draws `total` rows of which `row` is under the cursor; `make` gives the lines of one row.
pub(super) fn draw(
    canvas: &mut Canvas<'_, '_>,
    area: Rect,
    pane: Pane,
    row: usize,
    total: usize,
    make: impl Fn(&Canvas<'_, '_>, usize) -> Row,
) {
    let room = usize::from(area.height);
    let focused = canvas.model.pane == pane;
    if focused {
        canvas.seen.note_page(room);
    }
    let offset = canvas.seen.offset((canvas.model.step, pane), row, room.max(1), total);
    for (y, place) in (area.y..area.bottom()).zip(offset..total) {
        let line = Rect { y, height: 1, ..area };
        let row_here = make(canvas, place);
        render(canvas, line, row_here, (place == row).then_some(focused));
        canvas.seen.add(line, Target::Row(pane, place));
    }
}

/// Draws one row; `cursor` is whether the pane has the keys, where the cursor is on it.
pub(super) fn render(canvas: &mut Canvas<'_, '_>, line: Rect, row: Row, cursor: Option<bool>) {
    let columns = usize::from(line.width);
    let left_width: usize = row.spans.iter().map(|span| width(&span.content)).sum();
    let fits = |span: &Span<'_>| left_width + width(&span.content) < columns;
    let shortest = row.right.last().cloned();
    // What a row costs is worth more than the end of a long name.
    let squeezed = || shortest.filter(|span| row.keeps_right && width(&span.content) + 16 <= columns);
    let right = row.right.into_iter().find(fits).or_else(squeezed);
    let room = columns - right.as_ref().map_or(0, |span| width(&span.content) + 1);
    let spans = yielded(row.spans, row.yields, room, canvas.theme.ellipsis());
    let mut left = columns_of(spans, room, canvas.theme.ellipsis());
    if let Some(right) = right {
        let used: usize = left.iter().map(|span| width(&span.content)).sum();
        let gap = columns.saturating_sub(used + width(&right.content));
        left.push(Span::raw(" ".repeat(gap)));
        left.push(right);
    }
    let mut text = Line::from(left);
    if let Some(focused) = cursor {
        text = text.patch_style(canvas.theme.cursor(focused));
        let buffer = canvas.frame.buffer_mut();
        buffer.set_style(line, canvas.theme.cursor(focused));
    }
    canvas.frame.render_widget(text, line);
}

/// The spans with the one that yields cut at its beginning, so that all of them fit if that is enough.
fn yielded(mut spans: Vec<Span<'static>>, place: Option<usize>, columns: usize, ellipsis: &str) -> Vec<Span<'static>> {
    let all: usize = spans.iter().map(|span| width(&span.content)).sum();
    if let Some(span) = place.and_then(|place| spans.get_mut(place)).filter(|_| all > columns) {
        let room = width(&span.content).saturating_sub(all - columns);
        span.content = cut_start(&span.content, room, ellipsis).into();
    }
    spans
}

fn columns_of(spans: Vec<Span<'static>>, columns: usize, ellipsis: &str) -> Vec<Span<'static>> {
    let mut left = columns;
    let mut kept = Vec::new();
    for span in spans {
        if left == 0 {
            break;
        }
        let text = cut(&span.content, left, ellipsis);
        // What follows a cut text is cut off with it.
        left = if text == span.content { left - width(&text).min(left) } else { 0 };
        kept.push(Span::styled(text, span.style));
    }
    kept
}
