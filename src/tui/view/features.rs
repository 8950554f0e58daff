//! The step Features: the tree, with what choosing a row would cost.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::list::{self, Row};
use super::{find, ghosts, matrix};
use crate::diagnostic::Severity;
use crate::plan::{Selection, When};
use crate::terminal::sanitize;
use crate::tui::action::Command;
use crate::tui::model::{Choice, Item, Model, Node, Pane, call_of};
use crate::tui::theme::{Theme, Tone};

/// Draws the tree, or the matrix or the search in its place.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    if canvas.model.matrix.is_some() {
        matrix::draw(canvas, area);
        return;
    }
    let mut inner = canvas.pane(area, Pane::Main, "Features", "");
    if let Some(find) = canvas.model.find.as_ref().filter(|_| inner.height > 1) {
        let is_blank = find.is_blank();
        inner = find::field(canvas, inner);
        if !is_blank {
            find::draw(canvas, inner);
            return;
        }
    }
    let total = canvas.model.tree.rows().len();
    let row = canvas.model.tree.row;
    list::draw(canvas, inner, Pane::Main, row, total, node_row);
}

fn node_row(canvas: &Canvas<'_, '_>, place: usize) -> Row {
    let model = canvas.model;
    let Some(node) = model.tree.rows().get(place) else { return Row::new(Vec::new()) };
    match node.item {
        Item::Found(place) => return ghosts::call_row(canvas, node, place),
        Item::Rest => return ghosts::rest_row(canvas),
        _ => {}
    }
    let mut spans = vec![Span::raw(" ".repeat(usize::from(node.depth) * 2))];
    let fold = node.folds.then_some(spans.len());
    if node.folds {
        spans.push(canvas.span(Tone::Dim, format!("{} ", canvas.theme.fold_sign(node.open))));
    } else {
        spans.push(Span::raw("  "));
    }
    let choice = node.choice();
    let chosen = choice.is_some_and(|choice| model.is_chosen(choice));
    if choice.is_some() {
        spans.push(canvas.span(if chosen { Tone::Accent } else { Tone::Plain }, check(chosen)));
    }
    let mark = choice.map(|_| spans.len() - 1);
    let yields = is_call(node).then_some(spans.len() + 1);
    spans.extend(name_spans(canvas, node));
    if chosen {
        let worst = model.findings_of_feature(node).into_iter().map(|finding| finding.severity).max();
        let worst = worst.filter(|severity| *severity > Severity::Note);
        spans.extend(worst.map(|severity| canvas.span(Theme::severity(severity), " !")));
    }
    let right = match choice {
        Some(choice) if chosen => right_of_chosen(canvas, choice),
        _ => right_of(canvas, node),
    };
    Row { spans, right, keeps_right: true, yields, mark, fold }
}

/// When what is chosen is needed, and where it comes from, where that is worth saying.
fn right_of_chosen(canvas: &Canvas<'_, '_>, choice: Choice) -> Vec<Span<'static>> {
    let model = canvas.model;
    let selection = match choice {
        Choice::Feature(feature, option) => model.plan().selected(feature, option).next(),
        Choice::Call(_) | Choice::Operation(_) | Choice::Found(_) => None,
    };
    let when = selection.map(|one| one.when).or_else(|| model.call_of_choice(choice).map(|chosen| chosen.when));
    match (selection, when) {
        (Some(selection), _) if !selection.active => vec![canvas.span(Tone::Dim, "inactive")],
        (_, Some(when)) if when != When::Always => vec![canvas.span(Tone::Accent, when.as_str())],
        (Some(Selection { file: Some(file), .. }), _) => {
            let name = file.rsplit('/').next().unwrap_or(file);
            let short = name.trim_end_matches(".json").trim_end_matches("-hsmeta");
            [name, short, "project"].map(|text| canvas.span(Tone::Dim, sanitize(text))).to_vec()
        }
        _ => Vec::new(),
    }
}

fn check(chosen: bool) -> &'static str {
    if chosen { "[x] " } else { "[ ] " }
}

fn name_spans(canvas: &Canvas<'_, '_>, node: &Node) -> Vec<Span<'static>> {
    match node.item {
        Item::Group => {
            let key = |command| canvas.model.key(command);
            let hint = match node.group.id {
                "records" => Some(format!("{} matrix", key(Command::Matrix))),
                "calls" => Some(format!("find one with {} by path or name", key(Command::Find))),
                _ => node.group.hint.map(str::to_owned),
            };
            let hint = hint.map(|hint| canvas.span(Tone::Dim, format!("  {hint}")));
            std::iter::once(canvas.span(Tone::Strong, node.group.name)).chain(hint).collect()
        }
        Item::Feature(feature) => {
            let name = feature.name.strip_prefix("CRM records: ").unwrap_or(feature.name);
            vec![canvas.span(Tone::Plain, name)]
        }
        Item::Option(_, option) => {
            let mut spans = vec![canvas.span(Tone::Plain, option.id)];
            if is_worth_saying(option.id, option.label) {
                spans.push(canvas.span(Tone::Dim, format!("  {}", option.label)));
            }
            spans
        }
        Item::Call(place) => {
            let call = canvas.model.chosen_call(place).map(|chosen| chosen.call.as_str()).unwrap_or_default();
            ghosts::call_spans(canvas, call, Tone::Plain).to_vec()
        }
        Item::Api(api) => vec![canvas.span(Tone::Plain, api)],
        Item::Operation(operation) => ghosts::call_spans(canvas, &call_of(operation), Tone::Plain).to_vec(),
        Item::Found(_) | Item::Rest => Vec::new(),
    }
}

/// Whether the row is a call, whose path tells more by its end than by its beginning.
fn is_call(node: &Node) -> bool {
    matches!(node.item, Item::Call(_) | Item::Operation(_))
}

/// Whether the label says more than the id.
fn is_worth_saying(id: &str, label: &str) -> bool {
    let bare =
        |text: &str| text.chars().filter(char::is_ascii_alphanumeric).flat_map(char::to_lowercase).collect::<String>();
    !bare(id).contains(&bare(label))
}

/// How many are chosen inside a heading, or what choosing the row would cost.
fn right_of(canvas: &Canvas<'_, '_>, node: &Node) -> Vec<Span<'static>> {
    if node.is_choice() {
        let tag = canvas.seen.tag(canvas.model, node);
        let tone = if tag.loses_tiers { Tone::Warn } else { Tone::Dim };
        return if tag.text.is_empty() { Vec::new() } else { vec![canvas.span(tone, tag.text)] };
    }
    let inside = chosen_inside(canvas.model, node);
    let in_code = if is_calls(canvas.model, node) { canvas.model.ghosts().len() } else { 0 };
    if in_code > 0 {
        let chosen = if inside == 0 { String::new() } else { format!("{inside}, ") };
        let long = format!("{chosen}{in_code} in code");
        return [long, format!("{in_code} code")].map(|text| canvas.span(Tone::Dim, text)).to_vec();
    }
    if inside == 0 { Vec::new() } else { vec![canvas.span(Tone::Accent, inside.to_string())] }
}

/// Whether the row is the heading of the API calls.
fn is_calls(model: &Model, node: &Node) -> bool {
    matches!(node.item, Item::Group) && node.key.group == model.catalog.groups().len()
}

fn chosen_inside(model: &Model, node: &Node) -> usize {
    let plan = model.plan();
    let in_group = |id: &str| model.catalog.feature(id).is_some_and(|feature| feature.group == node.group.id);
    match node.item {
        Item::Group if is_calls(model, node) => plan.calls.len(),
        Item::Group => plan.selections.iter().filter(|selection| in_group(&selection.feature)).count(),
        Item::Feature(feature) => plan.selections.iter().filter(|selection| selection.feature == feature.id).count(),
        _ => 0,
    }
}
