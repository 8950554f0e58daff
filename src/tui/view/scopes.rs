//! The computed scopes by type: beside the features, and as the step Scopes.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::list::{self, Row};
use super::{Canvas, Shape};
use crate::catalog::{Scope, Status};
use crate::plan::{ResolvedScope, ScopeType};
use crate::terminal::sanitize;
use crate::tui::model::{Pane, ScopeRow, Step};
use crate::tui::theme::{Theme, Tone};

/// Draws the list in `pane`.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, pane: Pane) {
    let count = canvas.model.answer.resolved.scopes.len().to_string();
    let title = if canvas.model.step == Step::Scopes { "Scopes" } else { "Computed scopes" };
    let inner = canvas.pane(area, pane, title, &count);
    let rows = canvas.model.scope_rows();
    let row = if pane == Pane::Main { canvas.model.scopes.row } else { canvas.model.computed.row };
    list::draw(canvas, inner, pane, row, rows.len(), |canvas, place| match &rows[place] {
        ScopeRow::Heading(kind, number) => heading(canvas, place, &heading_text(canvas, *kind), *number),
        ScopeRow::TokenHeading(number) => heading(canvas, place, "IN A TOKEN REQUEST, NOT IN A LINK", *number),
        ScopeRow::Scope(at) => scope_row(canvas, place, &canvas.model.answer.resolved.scopes[*at]),
        ScopeRow::Token(name) => Row::new(vec![Span::raw("    "), canvas.span(Tone::Plain, name)]),
    });
}

fn heading_text(canvas: &Canvas<'_, '_>, kind: ScopeType) -> String {
    if canvas.model.answer.resolved.typed || kind == ScopeType::Required {
        kind.name().to_uppercase()
    } else {
        // Before types there was one kind of scope in the settings; the others were added to a link.
        format!("ADDED TO LINKS ({})", kind.name())
    }
}

fn heading(canvas: &Canvas<'_, '_>, _place: usize, text: &str, number: usize) -> Row {
    Row::new(vec![canvas.span(Tone::Strong, format!(" {text}")), canvas.span(Tone::Dim, format!("  {number}"))])
}

fn scope_row(canvas: &Canvas<'_, '_>, _place: usize, scope: &ResolvedScope) -> Row {
    let model = canvas.model;
    let worst = model.answer.findings_about(&scope.name).map(|finding| finding.severity).max();
    let tone = match worst {
        Some(severity) if severity > crate::diagnostic::Severity::Note => Theme::severity(severity),
        _ => Tone::Plain,
    };
    let mark = if model.marks.contains(&scope.name) { "+" } else { " " };
    let mut spans = vec![
        canvas.span(Tone::Accent, mark),
        canvas.span(Tone::Dim, format!(" {} ", canvas.theme.type_sign(scope.kind))),
        canvas.span(tone, sanitize(&scope.name)),
    ];
    if worst == Some(crate::diagnostic::Severity::Error) {
        spans.push(canvas.span(Tone::Bad, " !"));
    }
    let right = right_text(canvas, scope).map(|(tone, text)| canvas.span(tone, text));
    Row { spans, right }
}

/// What stands at the right: a lock, or who has it.
fn right_text(canvas: &Canvas<'_, '_>, scope: &ResolvedScope) -> Option<(Tone, String)> {
    let model = canvas.model;
    let fact: Option<&Scope> = scope.id.map(|id| model.catalog.scope(id));
    let tier = fact.and_then(|fact| fact.tier.as_ref());
    let mut words: Vec<String> = Vec::new();
    if fact.is_some_and(|fact| fact.status == Status::Legacy) {
        words.push("legacy".to_owned());
    }
    if fact.is_some_and(|fact| fact.super_admin == Some(crate::catalog::Confidence::Documented)) {
        words.push("Super Admin".to_owned());
    }
    match tier {
        Some(tier) if tier.is_any() => {}
        Some(tier) => words.push(tier.describe()),
        None => words.push("tier unknown".to_owned()),
    }
    if words.is_empty() && scope.locked().is_some() {
        words.push("locked".to_owned());
    }
    if model.answer.suggestion_for(&scope.name).is_some() && canvas.shape != Shape::Narrow && model.step == Step::Scopes
    {
        return Some((Tone::Warn, format!("{}  s {}", words.join(", "), "optional?")));
    }
    let tone = if tier.is_some_and(|tier| !tier.is_any()) { Tone::Warn } else { Tone::Dim };
    (!words.is_empty()).then(|| (tone, words.join(", ")))
}
