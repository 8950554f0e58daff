//! The key line: from the one table, only keys that work here and now.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::text::width;
use crate::tui::action::Command;
use crate::tui::model::{Model, contexts};
use crate::tui::theme::{Theme, Tone};

/// A key and what it does.
type Hint = (&'static str, &'static str);

/// Draws the line: as many keys as fit, help always among them.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let all = hints(canvas.model);
    let last = all.iter().rposition(|(_, label)| *label == "help");
    let theme = canvas.theme;
    let taken = |hint: &Hint| width(&key_name(theme, hint.0)) + 1 + width(hint.1) + 2;
    let mut room = usize::from(area.width).saturating_sub(1);
    let help = last.map(|place| all[place]);
    room = room.saturating_sub(help.as_ref().map_or(0, taken));
    let mut shown: Vec<Hint> = Vec::new();
    for hint in all.iter().filter(|hint| Some(**hint) != help) {
        if taken(hint) > room {
            break;
        }
        room -= taken(hint);
        shown.push(*hint);
    }
    shown.extend(help);
    let mut spans = vec![Span::raw(" ")];
    for (key, label) in shown {
        spans.push(canvas.span(Tone::Strong, key_name(theme, key)));
        spans.push(canvas.span(Tone::Dim, format!(" {label}  ")));
    }
    canvas.frame.render_widget(Line::from(spans), area);
}

/// Every key with a hint that does something now.
pub(super) fn hints(model: &Model) -> Vec<Hint> {
    let contexts = contexts(model);
    let mut hints: Vec<Hint> = Vec::new();
    let mut seen: Vec<Command> = Vec::new();
    // The nearest context speaks first.
    for context in &contexts {
        let here = model.keys.bindings(&contexts).filter(|row| row.context == *context && !row.hint.is_empty());
        for row in here {
            if model.is_available(row.command) && !seen.contains(&row.command) {
                seen.push(row.command);
                let hint = model.hint(row.command).unwrap_or(row.hint);
                hints.push((row.keys[0], hint));
            }
        }
    }
    hints
}

/// How a key is written in the line: `space`, `enter`, `w`; arrows as signs where the screen has them.
pub(super) fn key_name(theme: Theme, key: &str) -> String {
    match key {
        "Up" | "Down" | "Left" | "Right" => theme.arrow(key).to_owned(),
        "Space" | "Enter" | "Esc" | "Tab" => key.to_lowercase(),
        _ => key.to_owned(),
    }
}
