//! The details of the row under the cursor: what it is, why it is there, who has it, where the fact comes from.

mod feature;
mod field;
mod link;
mod scope;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Canvas;
use super::text::wrap;
use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::terminal::sanitize;
use crate::tui::model::{Model, Pane, Step};
use crate::tui::theme::{Theme, Tone};

/// Paragraphs with their tone and indent, wrapped when they are drawn.
#[derive(Debug, Default)]
struct Text(Vec<(Tone, usize, String)>);

impl Text {
    fn heading(&mut self, text: &str) {
        self.gap();
        self.0.push((Tone::Strong, 0, text.to_owned()));
    }

    fn gap(&mut self) {
        if !self.0.is_empty() {
            self.0.push((Tone::Plain, 0, String::new()));
        }
    }

    fn say(&mut self, text: impl Into<String>) {
        self.0.push((Tone::Plain, 0, text.into()));
    }

    fn item(&mut self, text: impl Into<String>) {
        self.0.push((Tone::Plain, 1, text.into()));
    }

    fn dim(&mut self, text: impl Into<String>) {
        self.0.push((Tone::Dim, 1, text.into()));
    }

    fn finding(&mut self, finding: &Diagnostic) {
        self.gap();
        let tone = Theme::severity(finding.severity);
        self.0.push((tone, 0, format!("{}: {}", finding.severity.as_str(), finding.message)));
        if let Some(fix) = &finding.fix {
            self.0.push((Tone::Plain, 1, fix.clone()));
        }
        if let Some(says) = &finding.hubspot_says {
            self.0.push((Tone::Dim, 1, format!("HubSpot says: {says}")));
        }
        let about = format!("{} · {} · mended by the {}", finding.rule, finding.confidence.as_str(), finding.who_fixes);
        self.0.push((Tone::Dim, 1, about));
    }

    fn sources<'a>(&mut self, catalog: &Catalog, sources: impl IntoIterator<Item = &'a &'static str>) {
        self.heading("Sources");
        for source in sources {
            self.dim(catalog.source(source));
        }
        self.dim(format!("as of {}", catalog.as_of()));
    }
}

/// Draws the pane.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let (title, text) = of_row(canvas.model);
    let title = if title.is_empty() { "Details".to_owned() } else { sanitize(&title).into_owned() };
    let room = usize::from(area.width).saturating_sub(8);
    let title = super::text::cut(&title, room, canvas.theme.ellipsis());
    let inner = canvas.pane(area, Pane::Details, &title, "");
    let columns = usize::from(inner.width).saturating_sub(2);
    let lines: Vec<(Tone, String)> = text.0.iter().flat_map(|paragraph| wrapped(canvas, paragraph, columns)).collect();
    let room = usize::from(inner.height);
    let limit = lines.len().saturating_sub(room);
    let focused = canvas.model.pane == Pane::Details;
    if focused {
        canvas.seen.note_page(room);
        canvas.seen.note_scroll_limit(u16::try_from(limit).unwrap_or(u16::MAX));
    }
    let from = if focused { usize::from(canvas.model.details_scroll).min(limit) } else { 0 };
    let cut_off = lines.len() > from + room;
    let shown = lines.into_iter().skip(from);
    for (y, (tone, line)) in (inner.y..inner.bottom()).zip(shown) {
        let spans = vec![Span::raw(" "), canvas.span(tone, line)];
        canvas.frame.render_widget(Line::from(spans), Rect { y, height: 1, ..inner });
    }
    if cut_off && inner.height > 0 && inner.width > 8 {
        // More than fits: the last cell says so.
        let more = canvas.span(Tone::Dim, canvas.theme.ellipsis());
        let at = Rect { x: inner.right() - 3, y: inner.bottom() - 1, width: 3, height: 1 };
        canvas.frame.render_widget(Line::from(more), at);
    }
}

fn wrapped(canvas: &Canvas<'_, '_>, paragraph: &(Tone, usize, String), columns: usize) -> Vec<(Tone, String)> {
    let (tone, indent, text) = paragraph;
    let text = sanitize(text);
    let text = canvas.theme.text(&text);
    let pad = "  ".repeat(*indent);
    wrap(&text, columns.saturating_sub(pad.len())).into_iter().map(|line| (*tone, format!("{pad}{line}"))).collect()
}

/// Title and text for what has the cursor.
fn of_row(model: &Model) -> (String, Text) {
    let mut text = Text::default();
    let title = match model.step {
        _ if of_computed(model) => scope::describe(model, model.computed.row, &mut text),
        Step::App => field::describe(model, &mut text),
        Step::Features => feature::describe(model, &mut text),
        Step::Scopes => scope::describe(model, model.scopes.row, &mut text),
        Step::Link => link::describe(model, &mut text),
    };
    (title, text)
}

/// Whether the details are of the computed scopes: they have the keys, or had them before the details took them.
fn of_computed(model: &Model) -> bool {
    model.details_of_computed && matches!(model.step, Step::App | Step::Features)
}
