//! The matrix of CRM records: objects down, what an app does with them across. Only cells that are seen are made.
//!
//! ```text
//!                read   write  sch r  sch w  sens   high   hook   card
//!  contacts      ●      ○ +1   ○ +1   ○ +1   ○ +1E  ○ +1E  ●lock  ○
//! ```

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::find;
use super::text::{cut, width};
use crate::tui::model::{Capability, CellState, Pane};
use crate::tui::region::Target;
use crate::tui::theme::Tone;

/// Columns of a cell with the gap after it.
const CELL: usize = 6;
/// Columns of an object's name.
const NAMES: std::ops::RangeInclusive<usize> = 11..=21;

/// Where the columns are.
struct Columns {
    names: usize,
    first: usize,
    shown: usize,
}

/// Draws the matrix.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let Some(matrix) = &canvas.model.matrix else { return };
    let mut inner = canvas.pane(area, Pane::Main, "CRM records", &matrix.shown.len().to_string());
    if canvas.model.find.is_some() && inner.height > 2 {
        inner = find::field(canvas, inner);
    }
    let columns = columns(usize::from(inner.width), matrix.column);
    heading(canvas, Rect { height: inner.height.min(1), ..inner }, &columns);
    let mut legend = legend(canvas, usize::from(inner.width));
    // The signs first: what a cell costs stands in the status row, too.
    legend.truncate(match inner.height {
        ..=10 => 1,
        11..=13 => 2,
        _ => 3,
    });
    let foot = if inner.height > 4 { u16::try_from(legend.len()).unwrap_or(1) } else { 0 };
    let body = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1 + foot), ..inner };
    rows(canvas, body, &columns);
    for (y, text) in (body.bottom()..inner.bottom()).zip(legend) {
        let text = canvas.span(Tone::Dim, text);
        canvas.line(Rect { y, height: 1, ..inner }, [text]);
    }
}

/// As many columns as there is room for, the one under the cursor among them.
fn columns(width: usize, column: usize) -> Columns {
    let all = Capability::ALL.len();
    let names = width.saturating_sub(all * CELL + 1).clamp(*NAMES.start(), *NAMES.end());
    let shown = (width.saturating_sub(names + 1) / CELL).clamp(1, all);
    Columns { names, first: (column + 1).saturating_sub(shown), shown }
}

fn heading(canvas: &mut Canvas<'_, '_>, line: Rect, columns: &Columns) {
    let before = if columns.first > 0 { canvas.theme.beyond("Left") } else { "" };
    let names = columns.names;
    let mut spans = vec![canvas.span(Tone::Dim, format!(" {:>names$}", format!("{before} ")))];
    let here = canvas.model.matrix.as_ref().map_or(0, |matrix| matrix.column);
    for (column, capability) in Capability::ALL.into_iter().enumerate().skip(columns.first).take(columns.shown) {
        let tone = if column == here { Tone::Accent } else { Tone::Strong };
        spans.push(canvas.span(tone, format!("{:<CELL$}", capability.short())));
    }
    if columns.first + columns.shown < Capability::ALL.len() {
        spans.push(canvas.span(Tone::Dim, canvas.theme.beyond("Right")));
    }
    canvas.line(line, spans);
}

fn rows(canvas: &mut Canvas<'_, '_>, body: Rect, columns: &Columns) {
    let model = canvas.model;
    let Some(matrix) = &model.matrix else { return };
    if matrix.shown.is_empty() {
        let nothing = canvas.span(Tone::Dim, " nothing matches");
        canvas.line(body, [nothing]);
        return;
    }
    let room = usize::from(body.height);
    canvas.seen.note_page(room);
    let offset = canvas.seen.offset_over_tree(matrix.row, room.max(1), matrix.shown.len());
    canvas.more_below(matrix.shown.len().saturating_sub(offset + room));
    for (y, row) in (body.y..body.bottom()).zip(offset..matrix.shown.len()) {
        let line = Rect { y, height: 1, ..body };
        let Some(cells) = model.matrix_row(row) else { break };
        let names = columns.names;
        let name = cut(cells.object, names, canvas.theme.ellipsis());
        let tone = if row == matrix.row { Tone::Strong } else { Tone::Plain };
        let mut spans = vec![canvas.span(tone, format!(" {name:<names$}"))];
        for place in 0..columns.shown {
            let column = columns.first + place;
            let [sign, gap] = cell(canvas, row, column);
            let of_sign = u16::try_from(sign.width()).unwrap_or(0);
            spans.extend([sign, gap]);
            let x = body.x + u16::try_from(names + 1 + place * CELL).unwrap_or(0);
            let area = Rect { x, width: u16::try_from(CELL).unwrap_or(0), ..line }.intersection(line);
            canvas.seen.add(area, Target::Cell(row, column));
            canvas.seen.add(Rect { width: of_sign.min(area.width), ..area }, Target::CellMark(row, column));
        }
        canvas.line(line, spans);
    }
}

/// The sign of a cell, and what it costs or why it is locked; the gap after it.
fn cell(canvas: &Canvas<'_, '_>, row: usize, column: usize) -> [Span<'static>; 2] {
    let model = canvas.model;
    let gap = |text: &str| Span::raw(" ".repeat(CELL.saturating_sub(width(text))));
    let Some((matrix, cells)) = model.matrix.as_ref().zip(model.matrix_row(row)) else {
        return [Span::raw(""), gap("")];
    };
    let capability = Capability::ALL[column];
    let members = cells.cell(capability);
    let state = model.cell_state(members, capability);
    let sign = canvas.theme.cell_sign(state);
    let (tone, text) = match state {
        CellState::Missing => (Tone::Dim, sign.to_owned()),
        CellState::Chosen | CellState::OfProject => {
            let is_locked =
                members.first().and_then(|(id, _)| model.catalog.feature(id)).is_some_and(|f| f.checked_at_setup);
            (Tone::Accent, format!("{sign}{}", if is_locked { "lock" } else { "" }))
        }
        CellState::Open | CellState::Partly => {
            let tag = canvas.seen.tag_of_cell(model, matrix.shown[row], column);
            // Only what costs nothing can be there already.
            let is_served =
                state == CellState::Open && tag.text.is_empty() && model.served_elsewhere(members).is_some();
            let sign = if is_served { canvas.theme.served_sign() } else { sign };
            (if tag.loses_tiers { Tone::Warn } else { Tone::Plain }, format!("{sign}{}", tag.tight()))
        }
    };
    let mut span = canvas.span(tone, cut(&text, CELL - 1, ""));
    if (row, column) == (matrix.row, matrix.column) {
        span = span.patch_style(canvas.theme.cursor(model.pane == Pane::Main));
    }
    let after = gap(&span.content);
    [span, after]
}

/// What the signs and letters mean, each line in the longest of its words that fit.
fn legend(canvas: &Canvas<'_, '_>, columns: usize) -> Vec<String> {
    let sign = |state| canvas.theme.cell_sign(state);
    let [chosen, project, open, none] =
        [CellState::Chosen, CellState::OfProject, CellState::Open, CellState::Missing].map(sign);
    let served = canvas.theme.served_sign();
    let signs = vec![
        format!(" {chosen} chosen  {project} project  {served} scope is there  {open} not  {none} none"),
        format!(" {chosen} chosen {project} project {served} has scope {open} not {none} none"),
        format!(" {chosen} yes {project} project {served} scope {open} no {none} none"),
    ];
    let costs = vec![
        " +1 scope  S Starter+  P Pro+  E Ent  ! Super Admin".to_owned(),
        " +1 scope S P E tier ! Super Admin".to_owned(),
    ];
    let heads = vec![
        " sch: schema  sens: sensitive  high: highly  hook: webhook".to_owned(),
        " sch schema sens, high sensitive hook webhook".to_owned(),
    ];
    [signs, costs, heads]
        .into_iter()
        .filter_map(|words| words.into_iter().find(|text| width(text) <= columns))
        .collect()
}
