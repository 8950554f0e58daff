//! The link strip: the live URL cut in the middle, its length, its scopes by type, the worst finding.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::text::{cut, cut_middle, width};
use crate::link::LinkKind;
use crate::prose::counted;
use crate::terminal::sanitize;
use crate::tui::theme::Tone;

/// The most columns of a link's name.
const NAME: usize = 12;

/// Draws the strip.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let columns = usize::from(area.width);
    let mut facts = facts(canvas);
    let mut facts_width: usize = facts.iter().map(|span| width(&span.content)).sum();
    if facts_width >= columns && facts.len() > 2 {
        // What is wrong is worth more than how long the link is.
        facts_width -= width(&facts.remove(0).content);
    }
    if facts_width >= columns
        && let Some(first) = facts.first_mut()
        && let Some((_, counts)) = first.content.split_once(": ")
    {
        // The title of the step has the name, too.
        let counts = counts.to_owned();
        facts_width -= width(&first.content) - width(&counts);
        first.content = counts.into();
    }
    let draft = &canvas.model.answer.built.draft;
    let room = columns.saturating_sub(facts_width + 3);
    let mut spans = vec![Span::raw(" ")];
    if room >= 16 && !draft.is_empty() {
        let url = cut_middle(draft, room, canvas.theme.ellipsis());
        let tone = if canvas.model.answer.built.url.is_some() { Tone::Plain } else { Tone::Dim };
        let pad = room.saturating_sub(width(&url)) + 1;
        spans.push(canvas.span(tone, url));
        spans.push(Span::raw(" ".repeat(pad)));
    }
    let used: usize = spans.iter().map(|span| width(&span.content)).sum();
    let mut left = columns.saturating_sub(used);
    for span in facts {
        let text = cut(&span.content, left, "");
        left -= width(&text).min(left);
        spans.push(Span::styled(text, span.style));
    }
    canvas.line(area, spans);
}

fn facts(canvas: &mut Canvas<'_, '_>) -> Vec<Span<'static>> {
    let answer = &canvas.model.answer;
    let short = canvas.frame.area().width < 100;
    let dot = canvas.theme.dot();
    let mut spans = Vec::new();
    match answer.built.kind {
        LinkKind::Oauth => {
            let [required, conditional, optional] = answer.link_counts();
            let unit = if short { "chars" } else { "characters" };
            let length = answer.built.draft.len();
            let counts = if short {
                format!("{required} req {conditional} cond {optional} opt")
            } else {
                format!("{required} required {conditional} conditional {optional} optional")
            };
            // The counts are those of this link; the plan may have more conditional scopes.
            let name = sanitize(canvas.model.link_name());
            let name = cut(&name, NAME, canvas.theme.ellipsis());
            spans.push(canvas.span(Tone::Dim, format!("{length} {unit}{dot}")));
            spans.push(canvas.span(Tone::Plain, format!("{name}: {counts}")));
        }
        LinkKind::Static => spans.push(canvas.span(Tone::Dim, "static-auth link: no scopes in it")),
        LinkKind::None => spans.push(canvas.span(Tone::Dim, "no API access: no link")),
    }
    let (errors, warnings) = canvas.model.faults();
    if errors > 0 {
        spans.push(canvas.span(Tone::Dim, dot));
        spans.push(canvas.span(Tone::Bad, counted(errors, "error")));
    } else if warnings > 0 {
        spans.push(canvas.span(Tone::Dim, dot));
        spans.push(canvas.span(Tone::Warn, counted(warnings, "warning")));
    }
    spans
}
