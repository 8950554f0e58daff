//! The key line: from the one table, only keys that work here and now.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::text::width;
use crate::tui::action::Command;
use crate::tui::keys::Binding;
use crate::tui::model::{Model, Step, contexts};
use crate::tui::region::Target;
use crate::tui::theme::{Theme, Tone};

/// From so many columns on the line has room to spare.
const ROOMY: u16 = 100;

/// A key, what it does, and the command.
type Hint = (&'static str, &'static str, Command);

/// Draws the line: as many keys as fit, in the order of the table. The way on, help and the way out stay; what can be
/// found without the line goes first.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let all = hints(canvas.model);
    let theme = canvas.theme;
    let roomy = canvas.frame.area().width >= ROOMY;
    let room_of = |hint: &Hint| width(hint.1).max(if roomy { by_turns(hint.1) } else { 0 });
    let taken = |hint: &Hint| width(&key_name(theme, hint.0)) + 1 + room_of(hint) + 2;
    let mut by_rank: Vec<usize> = (0..all.len()).collect();
    let in_matrix = canvas.model.matrix.is_some() && canvas.model.step == Step::Features;
    by_rank.sort_by_key(|place| match all[*place].2 {
        // There it is the way back.
        Command::Matrix if in_matrix => 0,
        command => rank(command),
    });
    // The gap after the last key may be cut off.
    let mut room = usize::from(area.width) + 1;
    let mut shown: Vec<usize> = Vec::new();
    for place in by_rank {
        if taken(&all[place]) > room {
            break;
        }
        room -= taken(&all[place]);
        shown.push(place);
    }
    shown.sort_unstable();
    let mut spans = vec![Span::raw(" ")];
    let mut x = area.x.saturating_add(1);
    for hint in shown.into_iter().map(|place| all[place]) {
        let (key, label, command) = hint;
        spans.push(canvas.span(Tone::Strong, key_name(theme, key)));
        spans.push(canvas.span(Tone::Dim, format!(" {label:room$}  ", room = room_of(&hint))));
        let columns = u16::try_from(taken(&hint)).unwrap_or(0);
        let place = Rect { x, width: columns.saturating_sub(2), ..area };
        canvas.seen.add(place.intersection(area), Target::Key(command));
        x = x.saturating_add(columns);
    }
    canvas.line(area, spans);
}

/// The columns of the longest word that the key says by turns from row to row: the keys after it stay where they are.
fn by_turns(label: &str) -> usize {
    const TURNS: [&str; 2] = ["add", "remove"];
    if TURNS.contains(&label) { TURNS.into_iter().map(width).max().unwrap_or(0) } else { 0 }
}

/// What stays longest on a narrow line: 0 = always.
fn rank(command: Command) -> u8 {
    match command {
        Command::NextStep | Command::Help | Command::Quit | Command::Close | Command::No => 0,
        Command::Fold | Command::Unfold | Command::Undo | Command::Redo | Command::Matrix => 3,
        Command::NewLink
        | Command::FewestLinks
        | Command::OpenLink
        | Command::BareLink
        | Command::Details
        | Command::NextPane
        | Command::Save
        | Command::WholeRow
        | Command::WholeColumn => 2,
        _ => 1,
    }
}

/// Every key with a hint that does something now.
pub(super) fn hints(model: &Model) -> Vec<Hint> {
    let contexts = contexts(model);
    let mut rows: Vec<&Binding> = model.keys.bindings(&contexts).filter(|row| !row.hint.is_empty()).collect();
    // The nearest context speaks first.
    rows.sort_by_key(|row| contexts.iter().position(|context| *context == row.context));
    let mut hints: Vec<Hint> = Vec::new();
    for row in rows {
        if model.is_available(row.command) && hints.iter().all(|(_, _, command)| *command != row.command) {
            hints.push((row.keys[0], model.hint(row.command).unwrap_or(row.hint), row.command));
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
