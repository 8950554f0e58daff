//! The computed scopes by type: beside the features, and as the step Scopes.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::ghosts;
use super::list::{self, Row};
use super::text::width;
use crate::catalog::{Confidence, Level, Scope, Status};
use crate::plan::{ResolvedScope, ScopeType};
use crate::terminal::sanitize;
use crate::tui::action::Command;
use crate::tui::model::{Pane, ScopeRow, Step};
use crate::tui::theme::{Theme, Tone};

/// Draws the list in `pane`.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, pane: Pane) {
    let count = canvas.model.answer.resolved.scopes.len().to_string();
    let title = if canvas.model.step == Step::Scopes { "Scopes" } else { "Computed scopes" };
    let names = if pane == Pane::Main { canvas.model.scope_matches() } else { Vec::new() };
    if !names.is_empty() {
        matches(canvas, area, pane, &names);
        return;
    }
    let inner = canvas.pane(area, pane, title, &count);
    let rows = canvas.model.scope_rows();
    let row = if pane == Pane::Main { canvas.model.scopes.row } else { canvas.model.computed.row };
    list::draw(canvas, inner, pane, row, rows.len(), |canvas, place| match &rows[place] {
        ScopeRow::Heading(kind, number) => heading(canvas, &heading_text(canvas, *kind), *number),
        ScopeRow::TokenHeading(number) => heading(canvas, "IN A TOKEN REQUEST, NOT IN A LINK", *number),
        ScopeRow::Scope(at) => scope_row(canvas, &canvas.model.answer.resolved.scopes[*at]),
        ScopeRow::GhostHeading(number) => heading(canvas, "IN THE CODE, NOT IN THE PLAN", *number),
        ScopeRow::Ghost(at) => ghosts::scope_row(canvas, &canvas.model.ghost_scopes()[*at]),
        ScopeRow::Token(name) => Row::new(vec![Span::raw("    "), canvas.span(Tone::Plain, name)]),
    });
}

/// The names that fit what is typed, in place of the list, the one that stands in the field marked.
fn matches(canvas: &mut Canvas<'_, '_>, area: Rect, pane: Pane, names: &[&'static str]) {
    let inner = canvas.pane(area, pane, "Scopes that fit", &names.len().to_string());
    let taken = canvas.model.typing.as_ref().and_then(|typing| typing.completing.as_ref()).map(|(_, place)| *place);
    let room = usize::from(inner.height).max(1);
    let first = (taken.unwrap_or(0) + 1).saturating_sub(room);
    for (y, (place, name)) in (inner.y..inner.bottom()).zip(names.iter().enumerate().skip(first)) {
        let summary = canvas.model.catalog.scope_named(name).map_or("", |scope| scope.summary);
        let mut spans = vec![Span::raw(" "), canvas.span(Tone::Plain, name)];
        spans.push(canvas.span(Tone::Dim, format!("  {summary}")));
        let row =
            Row { spans, yields: Some(1).filter(|_| width(name) + 1 > usize::from(inner.width)), ..Row::default() };
        list::render(canvas, Rect { y, height: 1, ..inner }, row, (taken == Some(place)).then_some(true));
    }
}

fn heading_text(canvas: &Canvas<'_, '_>, kind: ScopeType) -> String {
    if canvas.model.answer.resolved.typed || kind == ScopeType::Required {
        kind.name().to_uppercase()
    } else {
        // Before types there was one kind of scope in the settings; the others were added to a link.
        format!("ADDED TO LINKS ({})", kind.name())
    }
}

fn heading(canvas: &Canvas<'_, '_>, text: &str, number: usize) -> Row {
    Row::new(vec![canvas.span(Tone::Strong, format!(" {text}")), canvas.span(Tone::Dim, format!("  {number}"))])
}

fn scope_row(canvas: &Canvas<'_, '_>, scope: &ResolvedScope) -> Row {
    let model = canvas.model;
    // Beside the features the tier is enough; asking who can install would hold up the first frame.
    let of_accounts = (model.step == Step::Scopes).then(|| model.account_findings(&scope.name)).into_iter().flatten();
    let findings = model.findings_of_scope(&scope.name).chain(of_accounts);
    let worst = findings.map(|finding| finding.severity).max();
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
    // That a scope cannot be moved is worth more than the middle of its name.
    let keeps_right = scope.locked().is_some();
    Row { spans, right: right_of(canvas, scope), keeps_right, yields: Some(2), ..Row::default() }
}

/// What stands at the right, in full and short: who has the scope, and whether its type can move.
fn right_of(canvas: &Canvas<'_, '_>, scope: &ResolvedScope) -> Vec<Span<'static>> {
    let model = canvas.model;
    let fact: Option<&Scope> = scope.id.map(|id| model.catalog.scope(id));
    let (mut long, mut short): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut tone = Tone::Dim;
    let mut both = |text: &str| {
        long.push(text.to_owned());
        short.push(text.to_owned());
    };
    if fact.is_some_and(|fact| fact.status == Status::Legacy) {
        both("legacy");
    }
    if fact.is_some_and(|fact| fact.super_admin == Some(Confidence::Documented)) {
        both("Super Admin");
    }
    if model.is_unused(scope) {
        tone = Tone::Warn;
        both("unused");
    }
    match fact.map(|fact| fact.tier.as_ref()) {
        Some(Some(tier)) if tier.is_any() => {}
        Some(Some(tier)) => {
            tone = Tone::Warn;
            long.push(tier.describe());
            short.push(tier.least_level().map_or("add-on", Level::short).to_owned());
        }
        Some(None) | None => {
            long.push("tier not known".to_owned());
            short.push("tier ?".to_owned());
        }
    }
    if long.is_empty() && scope.locked().is_some() {
        long.push("locked".to_owned());
        short.push("locked".to_owned());
    }
    if model.step == Step::Scopes && model.answer.suggestion_for(&scope.name).is_some() {
        long.push(format!("{}: optional", model.key(Command::Suggestion)));
    }
    let texts = [long.join(", "), short.join(" ")];
    texts.into_iter().filter(|text| !text.is_empty()).map(|text| canvas.span(tone, text)).collect()
}
