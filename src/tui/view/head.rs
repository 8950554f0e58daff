//! The head with the tier lens, and the line of steps.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::layout::Shape;
use super::progress;
use super::text::{cut, width};
use crate::catalog::Level;
use crate::diagnostic::Severity;
use crate::plan::Auth;
use crate::terminal::sanitize;
use crate::tui::model::{FieldRow, Step};
use crate::tui::region::Target;
use crate::tui::theme::{Theme, Tone};

/// Draws the first row: the app, and on which tiers the link installs.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let columns = usize::from(area.width);
    let whole_about = canvas.theme.text(&about(canvas, usize::MAX)).into_owned();
    let width_of = |spans: &[Span<'_>]| spans.iter().map(|span| width(&span.content)).sum::<usize>();
    let tiers = tier_spans(canvas);
    // The app's facts are worth more than many words before the tiers.
    let fits =
        |words: &&&str| width("hubscope  ") + width(&whole_about) + 2 + width(words) + width_of(&tiers) <= columns;
    let words = words_before_tiers(canvas);
    let words = words.iter().find(fits).or(words.last()).copied().unwrap_or_default();
    let mut lens = vec![canvas.span(Tone::Dim, words)];
    lens.extend(tiers);
    let lens_width = width_of(&lens);
    let room = columns.saturating_sub(lens_width + 2);
    let mut spans = Vec::new();
    let program = if canvas.shape == Shape::Narrow { "" } else { "hubscope  " };
    spans.push(canvas.span(Tone::Strong, cut(program, room, "")));
    let left = room.saturating_sub(width(program));
    let about = cut(&canvas.theme.text(&about(canvas, left)), left, canvas.theme.ellipsis());
    spans.push(canvas.span(Tone::Plain, &about));
    let used: usize = spans.iter().map(|span| width(&span.content)).sum();
    spans.push(Span::raw(" ".repeat(columns.saturating_sub(used + lens_width))));
    spans.extend(lens);
    canvas.line(area, spans);
}

/// `acme-sync · 2026.09 · marketplace · OAuth`: the name, and as many of the rest as fit whole.
fn about(canvas: &Canvas<'_, '_>, columns: usize) -> String {
    let app = &canvas.model.plan().app;
    let dirty = if canvas.model.is_dirty() { "*" } else { "" };
    let name = app.name.as_deref().map_or_else(|| "new app".to_owned(), |name| sanitize(name).into_owned());
    let auth = match app.auth {
        Auth::Oauth => "OAuth",
        Auth::Static => "static auth",
        Auth::None => "no API access",
    };
    let as_of = canvas.model.plan().as_of.map(|day| format!("rules of {day}"));
    let platform = app.platform.as_deref().map(|platform| sanitize(platform).into_owned());
    let user_level = app.user_level.then(|| "user-level".to_owned());
    let parts = [
        Some(format!("{name}{dirty}")),
        as_of,
        platform,
        Some(if app.unread { "settings not read" } else { app.distribution.as_str() }.to_owned()),
        (!app.unread).then(|| auth.to_owned()),
        user_level,
        canvas.model.age_of_facts().map(|age| format!("facts {age}")),
    ];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    loop {
        let text = parts.join(canvas.theme.dot());
        if parts.len() == 1 || width(&canvas.theme.text(&text)) <= columns {
            return text;
        }
        parts.pop();
    }
}

/// What stands before the tiers, the longest first.
fn words_before_tiers(canvas: &Canvas<'_, '_>) -> &'static [&'static str] {
    if canvas.model.plan().app.auth == Auth::None {
        return &[""];
    }
    match (canvas.shape, canvas.model.is_whole()) {
        (Shape::Wide, true) => &["installs on  "],
        (Shape::Wide, false) => &["once the link is complete, on  ", "when complete, on  "],
        (Shape::Middle, true) => &["installs on  ", ""],
        (Shape::Middle, false) => &["when complete, on  ", "when complete "],
        (_, true) => &[""],
        (_, false) => &["when complete "],
    }
}

/// On which tiers the link installs; nothing where there is no link with scopes.
fn tier_spans(canvas: &Canvas<'_, '_>) -> Vec<Span<'static>> {
    let answer = &canvas.model.answer;
    if canvas.model.plan().app.auth == Auth::None {
        return vec![canvas.span(Tone::Dim, "no link ")];
    }
    let mut spans = Vec::new();
    let whole = canvas.model.is_whole();
    for tier in &answer.lens.0 {
        let name = match (canvas.shape, tier.level) {
            (Shape::Wide, level) => format!("{} ", level.as_str()),
            (Shape::Middle, level) => format!("{} ", level.short()),
            (_, Level::Free) => "F".to_owned(),
            (_, Level::Starter) => "S".to_owned(),
            (_, Level::Professional) => "P".to_owned(),
            (_, Level::Enterprise) => "E".to_owned(),
        };
        spans.push(canvas.span(Tone::Plain, name));
        spans.push(canvas.span(
            // Where there is no link there is no verdict, only what the scopes would allow.
            if whole { Theme::verdict(tier.verdict) } else { Tone::Dim },
            canvas.theme.verdict_sign(tier.verdict, canvas.shape == Shape::Narrow),
        ));
        spans.push(Span::raw(if canvas.shape == Shape::Wide { "  " } else { " " }));
    }
    spans
}

/// Draws the names of the steps, each with its count or state.
pub(super) fn steps(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let mut x = area.x;
    for step in Step::ALL {
        let current = canvas.model.step == step;
        let narrow = area.width < progress::NARROW;
        let name = if narrow && !current { "" } else { step.name() };
        let text = format!(" {} {name}", step.number());
        let state = state(canvas, step);
        let tone = if current { Tone::Accent } else { Tone::Plain };
        let mut spans = vec![canvas.span(tone, text)];
        if !state.0.is_empty() {
            spans.push(Span::raw(if name.is_empty() { "" } else { " " }));
            spans.push(canvas.span(state.1, &state.0));
        }
        spans.push(Span::raw(if narrow { " " } else { "  " }));
        let taken: usize = spans.iter().map(|span| width(&span.content)).sum();
        let room = area.right().saturating_sub(x);
        let taken = u16::try_from(taken).unwrap_or(u16::MAX).min(room);
        let place = Rect { x, width: taken, ..area };
        if current {
            canvas.frame.buffer_mut().set_style(place, canvas.theme.cursor(false));
        }
        canvas.line(place, spans);
        canvas.seen.add(place, Target::Step(step));
        x = x.saturating_add(taken);
    }
    progress::draw(canvas, Rect { x, width: area.right().saturating_sub(x), ..area });
}

/// Whether the field has a fault; what is only worth knowing is none.
fn is_wrong(row: &FieldRow) -> bool {
    row.fault.as_ref().is_some_and(|fault| fault.severity > Severity::Note)
}

/// A count, or whether the step is complete.
fn state(canvas: &Canvas<'_, '_>, step: Step) -> (String, Tone) {
    let model = canvas.model;
    let count = |number: usize| (if number == 0 { String::new() } else { number.to_string() }, Tone::Dim);
    match step {
        Step::App => match model.field_rows().iter().any(is_wrong) {
            true => ("!".to_owned(), Tone::Bad),
            false => (canvas.theme.done_sign().to_owned(), Tone::Good),
        },
        Step::Features => count(model.plan().selections.len() + model.plan().calls.len()),
        Step::Scopes => count(model.answer.resolved.scopes.len()),
        Step::Link => match model.answer.built.url.is_some() {
            true => (canvas.theme.done_sign().to_owned(), Tone::Good),
            false => ("!".to_owned(), Tone::Bad),
        },
    }
}
