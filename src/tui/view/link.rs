//! The step Link: the whole URL, and below it links, findings, tiers and snippets.

use std::borrow::Cow;

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::installs;
use super::list::{self, Row};
use super::text::{chunks, width};
use crate::catalog::Verdict;
use crate::diagnostic::Diagnostic;
use crate::plan::LinkChoice;
use crate::terminal::sanitize;
use crate::tui::action::Command;
use crate::tui::model::{LinkRow, Pane};
use crate::tui::theme::{Theme, Tone};

/// Draws the step.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let title = format!("Link: {}", sanitize(canvas.model.link_name()));
    let inner = canvas.pane(area, Pane::Main, &title, "");
    let body = draw_url(canvas, inner);
    let rows = canvas.model.link_rows();
    let row = canvas.model.link.row;
    list::draw(canvas, body, Pane::Main, row, rows.len(), |canvas, place| match &rows[place] {
        LinkRow::Heading(text) => Row::new(vec![canvas.span(Tone::Strong, format!(" {}", text.to_uppercase()))]),
        LinkRow::Link(name) => link_row(canvas, name.as_deref()),
        LinkRow::Conditional(scope) => conditional_row(canvas, scope),
        LinkRow::Accepted => accepted_row(canvas),
        LinkRow::Finding(at) => finding_row(canvas, canvas.model.answer.built.diagnostics.get(*at)),
        LinkRow::Note(at) => finding_row(canvas, canvas.model.notes().get(*at)),
        LinkRow::ProjectFinding(at) => finding_row(canvas, canvas.model.project_findings.get(*at)),
        LinkRow::Installers => installs::names(canvas),
        LinkRow::Tier(level) => installs::tier(canvas, *level),
        LinkRow::Account | LinkRow::Installer | LinkRow::SensitiveData => installs::setting(canvas, &rows[place]),
        LinkRow::Outcome => installs::outcome(canvas),
        LinkRow::Snippet(kind) => Row::new(vec![Span::raw("   "), canvas.span(Tone::Plain, kind.as_str())]),
    });
}

/// Draws the URL in whole lines and gives the room below it.
fn draw_url(canvas: &mut Canvas<'_, '_>, area: Rect) -> Rect {
    let built = &canvas.model.answer.built;
    let text = if built.draft.is_empty() { "There is no link for this auth type yet." } else { &built.draft };
    let columns = usize::from(area.width).saturating_sub(2);
    let mut lines = chunks(text, columns);
    let most = usize::from(area.height / 3).max(1);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let more = format!("{} {} shows all", canvas.theme.ellipsis(), canvas.model.key(Command::BareLink));
            let kept: String = last.chars().take(columns.saturating_sub(width(&more))).collect();
            *last = format!("{kept}{more}");
        }
    }
    let tone = if built.url.is_some() { Tone::Plain } else { Tone::Dim };
    // The rows below keep their places whichever link is made current.
    let longest = canvas.model.longest_link().div_ceil(columns.max(1)).min(most).max(lines.len());
    let height = u16::try_from(longest).unwrap_or(1);
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        canvas.line(Rect { y, height: 1, ..area }, [Span::raw(" "), canvas.span(tone, line)]);
    }
    let gap = u16::from(area.height > 16);
    let used = (height + gap).min(area.height);
    Rect { y: area.y + used, height: area.height - used, ..area }
}

fn link_row(canvas: &Canvas<'_, '_>, name: Option<&str>) -> Row {
    let current = match &canvas.model.choice {
        LinkChoice::Named(chosen) => name == Some(chosen),
        LinkChoice::Base | LinkChoice::With(_) => name.is_none(),
    };
    let with = canvas.model.plan().links.iter().find(|link| Some(link.name.as_str()) == name);
    let more = with.map(|link| link.with.join(" ")).filter(|more| !more.is_empty());
    let mark = if current { "(x) " } else { "( ) " };
    let mut spans = vec![
        Span::raw("   "),
        canvas.span(if current { Tone::Accent } else { Tone::Plain }, mark),
        canvas.span(Tone::Plain, sanitize(name.unwrap_or("base"))),
    ];
    let base = if canvas.model.has_links() { "required and optional scopes" } else { "no scopes stand in it" };
    let about = more.map_or_else(|| base.to_owned(), |more| format!("+ {more}"));
    spans.push(canvas.span(Tone::Dim, format!("  {}", sanitize(&about))));
    Row { spans, mark: Some(1), ..Row::default() }
}

fn conditional_row(canvas: &Canvas<'_, '_>, scope: &str) -> Row {
    let inside = canvas.model.answer.built.scopes.conditional.iter().any(|name| name == scope);
    let mark = if inside { "[x] " } else { "[ ] " };
    let tone = if inside { Tone::Accent } else { Tone::Plain };
    let spans = vec![Span::raw("   "), canvas.span(tone, mark), canvas.span(Tone::Plain, sanitize(scope))];
    Row { spans, yields: Some(2), mark: Some(1), ..Row::default() }
}

fn accepted_row(canvas: &Canvas<'_, '_>) -> Row {
    let sign = canvas.theme.verdict_sign(Verdict::Yes, true);
    let said = match canvas.model.plan().app.declared {
        Some(_) => "nothing: it accepts this link",
        None => "nothing, once the settings match",
    };
    let spans = vec![Span::raw("   "), canvas.span(Tone::Good, format!("{sign} ")), canvas.span(Tone::Plain, said)];
    Row::new(spans)
}

fn finding_row(canvas: &Canvas<'_, '_>, finding: Option<&Diagnostic>) -> Row {
    let Some(finding) = finding else { return Row::new(Vec::new()) };
    let tone = Theme::severity(finding.severity);
    let spans = vec![
        Span::raw("   "),
        canvas.span(tone, format!("{} ", finding.severity.as_str())),
        canvas.span(Tone::Plain, sanitize(&without_folders(&finding.message))),
    ];
    Row::new(spans)
}

/// A message that begins with a file, with the file's own name only: the folders have the details.
fn without_folders(message: &str) -> Cow<'_, str> {
    let Some((file, rest)) = message.split_once(' ') else { return message.into() };
    match file.rsplit_once('/') {
        Some((_, name)) if !file.contains("://") && name.contains('.') => format!("{name} {rest}").into(),
        _ => message.into(),
    }
}
