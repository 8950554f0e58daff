//! The step Features: the tree, with what choosing a row would cost.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::list::{self, Row};
use super::status::window;
use crate::plan::When;
use crate::tui::model::{Model, Node, Pane, matches};
use crate::tui::theme::Tone;

/// Draws the tree, with the search field above it while it is open.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let mut inner = canvas.pane(area, Pane::Main, "Features", "");
    if canvas.model.find.is_some() && inner.height > 1 {
        draw_find(canvas, Rect { height: 1, ..inner });
        inner = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    }
    if canvas.model.tree.is_empty() {
        let nothing = canvas.span(Tone::Dim, " nothing matches");
        canvas.frame.render_widget(Line::from(nothing), inner);
        return;
    }
    let total = canvas.model.tree.rows().len();
    let row = canvas.model.tree.row;
    list::draw(canvas, inner, Pane::Main, row, total, node_row);
}

fn draw_find(canvas: &mut Canvas<'_, '_>, line: Rect) {
    let Some(find) = &canvas.model.find else { return };
    let columns = usize::from(line.width).saturating_sub(4);
    let (text, column) = window(find.input.value(), find.input.cursor(), columns);
    let spans = vec![canvas.span(Tone::Strong, " / "), canvas.span(Tone::Accent, &text)];
    canvas.frame.render_widget(Line::from(spans), line);
    let x = line.x.saturating_add(3 + u16::try_from(column).unwrap_or(0));
    canvas.frame.set_cursor_position((x.min(line.right().saturating_sub(1)), line.y));
}

fn node_row(canvas: &Canvas<'_, '_>, place: usize) -> Row {
    let model = canvas.model;
    let Some(node) = model.tree.rows().get(place) else { return Row::new(Vec::new()) };
    let mut spans = vec![Span::raw(" ".repeat(usize::from(node.depth) * 2))];
    if node.folds {
        spans.push(canvas.span(Tone::Dim, format!("{} ", canvas.theme.fold_sign(node.open))));
    } else {
        spans.push(Span::raw("  "));
    }
    let chosen = node.choice().and_then(|(feature, option)| model.plan().selected(feature, option).next());
    if node.is_choice() {
        spans.push(canvas.span(if chosen.is_some() { Tone::Accent } else { Tone::Plain }, check(chosen.is_some())));
    }
    spans.extend(name_spans(canvas, node));
    let right = match chosen {
        Some(selection) if !selection.active => vec![canvas.span(Tone::Dim, "inactive")],
        Some(selection) if selection.when != When::Always => vec![canvas.span(Tone::Accent, selection.when.as_str())],
        Some(selection) if selection.file.is_some() => vec![canvas.span(Tone::Dim, "project")],
        Some(_) => Vec::new(),
        None => right_of(canvas, node),
    };
    Row { spans, right, keeps_right: true }
}

fn check(chosen: bool) -> &'static str {
    if chosen { "[x] " } else { "[ ] " }
}

fn name_spans(canvas: &Canvas<'_, '_>, node: &Node) -> Vec<Span<'static>> {
    let (name, tone) = match (node.feature, node.option) {
        (_, Some(option)) => (option.id, Tone::Plain),
        (Some(feature), None) => (feature.name.strip_prefix("CRM records: ").unwrap_or(feature.name), Tone::Plain),
        (None, None) => (node.group.name, Tone::Strong),
    };
    let mut spans = marked(canvas, name, tone);
    if let (None, Some(hint)) = (node.feature, node.group.hint) {
        spans.push(canvas.span(Tone::Dim, format!("  {hint}")));
    }
    if let Some(option) = node.option
        && is_worth_saying(option.id, option.label)
    {
        spans.push(canvas.span(Tone::Dim, format!("  {}", option.label)));
    }
    spans
}

/// Whether the label says more than the id.
fn is_worth_saying(id: &str, label: &str) -> bool {
    let bare =
        |text: &str| text.chars().filter(char::is_ascii_alphanumeric).flat_map(char::to_lowercase).collect::<String>();
    !bare(id).contains(&bare(label))
}

/// The name with the letters that the search found in the accent.
fn marked(canvas: &Canvas<'_, '_>, name: &'static str, tone: Tone) -> Vec<Span<'static>> {
    let wanted = canvas.model.find.as_ref().map(|find| find.input.value().to_lowercase()).unwrap_or_default();
    let found = wanted.split_whitespace().find_map(|word| {
        let at = name.to_lowercase().find(word)?;
        name.get(at..at + word.len()).map(|_| (at, word.len()))
    });
    match found.filter(|_| matches(&wanted, &[name])) {
        Some((at, length)) => vec![
            canvas.span(tone, &name[..at]),
            canvas.span(Tone::Accent, &name[at..at + length]),
            canvas.span(tone, &name[at + length..]),
        ],
        None => vec![canvas.span(tone, name)],
    }
}

/// How many are chosen inside a heading, or what choosing the row would cost.
fn right_of(canvas: &Canvas<'_, '_>, node: &Node) -> Vec<Span<'static>> {
    if let Some((feature, option)) = node.choice() {
        let tag = canvas.seen.tag(canvas.model, feature, option);
        let tone = if tag.contains(['S', 'P', 'E']) { Tone::Warn } else { Tone::Dim };
        return if tag.is_empty() { Vec::new() } else { vec![canvas.span(tone, tag)] };
    }
    let inside = chosen_inside(canvas.model, node);
    if inside == 0 { Vec::new() } else { vec![canvas.span(Tone::Accent, inside.to_string())] }
}

fn chosen_inside(model: &Model, node: &Node) -> usize {
    let in_group = |id: &str| model.catalog.feature(id).is_some_and(|feature| feature.group == node.group.id);
    let selections = model.plan().selections.iter();
    match node.feature {
        Some(feature) => selections.filter(|selection| selection.feature == feature.id).count(),
        None => selections.filter(|selection| in_group(&selection.feature)).count(),
    }
}
