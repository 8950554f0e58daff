//! How far the scan of the code is, and what it found: at the right of the steps, as long as there is room.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::text::width;
use crate::tui::model::{Code, Model, Scanning, counted};
use crate::tui::theme::Tone;

/// Below so many columns the steps have no names.
pub(super) const NARROW: u16 = 56;

/// Draws it at the right end of `area`, in the longest words that fit.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let (tone, texts) = told(canvas.model);
    // Where the names of the steps have no room, only what is to be done has some.
    let is_narrow = canvas.frame.area().width < NARROW;
    if is_narrow && matches!(canvas.model.code.scanning, Scanning::Done) && canvas.model.ghosts().is_empty() {
        return;
    }
    let fits = |text: &&String| width(text) + 2 <= usize::from(area.width);
    let Some(text) = texts.iter().find(fits) else { return };
    let taken = u16::try_from(width(text) + 1).unwrap_or(area.width);
    let place = Rect { x: area.right().saturating_sub(taken), width: taken, ..area };
    canvas.line(place, [canvas.span(tone, text)]);
}

/// What is to say, the longest first.
fn told(model: &Model) -> (Tone, Vec<String>) {
    match &model.code.scanning {
        Scanning::None => (Tone::Dim, Vec::new()),
        Scanning::Running(0) => (Tone::Dim, vec!["scanning the code".to_owned(), "scanning".to_owned()]),
        Scanning::Running(files) => {
            let texts =
                [format!("scanning {}", counted(*files, "file")), format!("scan {files}"), "scanning".to_owned()];
            (Tone::Dim, texts.to_vec())
        }
        Scanning::Failed(_) => (Tone::Warn, vec!["code: not scanned".to_owned(), "code ?".to_owned()]),
        Scanning::Done => done(model, &model.code),
    }
}

fn done(model: &Model, code: &Code) -> (Tone, Vec<String>) {
    let Some(found) = &code.found else { return (Tone::Dim, Vec::new()) };
    let calls = found.calls.len();
    let ghosts = model.ghosts().len();
    if calls == 0 {
        let text = match (found.open.len(), found.free.len()) {
            (0, 0) => "code: no calls".to_owned(),
            (0, _) => "code: needs no scope".to_owned(),
            (open, _) => format!("code: {} not settled", counted(open, "place")),
        };
        return (Tone::Dim, vec![text, "code: no calls".to_owned()]);
    }
    let calls = counted(calls, "call");
    if ghosts == 0 {
        let rest = match code.dismissed() {
            0 => "all chosen".to_owned(),
            many => format!("{many} dismissed"),
        };
        return (Tone::Dim, vec![format!("code: {calls}, {rest}"), format!("code: {calls}")]);
    }
    let missing = model.ghost_scopes().len();
    let plain = format!("code: {calls}, {ghosts} not chosen");
    let short = vec![plain.clone(), format!("{ghosts} not chosen"), format!("{ghosts} in code")];
    if missing == 0 {
        return (Tone::Dim, short);
    }
    let long = format!("{plain}, {} missing", counted(missing, "scope"));
    (Tone::Warn, std::iter::once(long).chain(short).collect())
}
