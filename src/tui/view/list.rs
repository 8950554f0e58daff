//! A list with a cursor: only the rows that are seen are made.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::text::{cut, shorten, width};
use crate::tui::model::Pane;
use crate::tui::region::Target;

/// A row as it is drawn.
#[derive(Default)]
pub(super) struct Row {
    /// The text from the left.
    pub(super) spans: Vec<Span<'static>>,
    /// What stands at the right edge: the first of these that leaves room for the left.
    pub(super) right: Vec<Span<'static>>,
    /// Whether the left is cut rather than the right left out.
    pub(super) keeps_right: bool,
    /// The span that gives way first: what tells paths and scopes apart is their end.
    pub(super) yields: Option<usize>,
    /// The span that is the mark of the choice.
    pub(super) mark: Option<usize>,
    /// The span that is the sign of a row that unfolds.
    pub(super) fold: Option<usize>,
}

impl Row {
    pub(super) fn new(spans: Vec<Span<'static>>) -> Self {
        Self { spans, ..Self::default() }
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
    canvas.more_below(total.saturating_sub(offset + room));
    for (y, place) in (area.y..area.bottom()).zip(offset..total) {
        let line = Rect { y, height: 1, ..area };
        let row_here = make(canvas, place);
        canvas.seen.add(line, Target::Row(pane, place));
        let signs = [(row_here.mark, Target::Mark(pane, place)), (row_here.fold, Target::Fold(place))];
        for (span, target) in signs.into_iter().filter_map(|(span, target)| Some((span?, target))) {
            canvas.seen.add(place_of(line, &row_here.spans, span), target);
        }
        render(canvas, line, row_here, (place == row).then_some(focused));
    }
}

/// Where a span before the text stands; what is empty around a sign is not the sign.
fn place_of(line: Rect, spans: &[Span<'_>], span: usize) -> Rect {
    let before: usize = spans.iter().take(span).map(|span| width(&span.content)).sum();
    let text = spans.get(span).map_or("", |span| &*span.content);
    let indent = width(text) - width(text.trim_start());
    let columns = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let x = line.x.saturating_add(columns(before + indent));
    Rect { x, width: columns(width(text.trim())), ..line }.intersection(line)
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
    if let Some(focused) = cursor {
        canvas.frame.buffer_mut().set_style(line, canvas.theme.cursor(focused));
    }
    canvas.line(line, left);
}

/// The spans with the one that yields shortened, its end kept, so that all of them fit if that is enough.
fn yielded(mut spans: Vec<Span<'static>>, place: Option<usize>, columns: usize, ellipsis: &str) -> Vec<Span<'static>> {
    let all: usize = spans.iter().map(|span| width(&span.content)).sum();
    if let Some(span) = place.and_then(|place| spans.get_mut(place)).filter(|_| all > columns) {
        let room = width(&span.content).saturating_sub(all - columns);
        span.content = shorten(&span.content, room, ellipsis).into();
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
