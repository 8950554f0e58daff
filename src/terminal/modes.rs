//! The modes of the terminal while it is ours, and the one way to give them back from any thread.
//!
//! Owns the sequences and the note whether the terminal is ours: a panic hook and a signal thread read it, too.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal;

use super::kept;
use super::output::Device;
use super::probe::DrawOn;

/// The other screen, bracketed paste, no cursor.
pub(super) const ENTER: &str = "\x1b[?1049h\x1b[?2004h\x1b[?25l";
/// All of it back, and what a frame that was cut short may have left: a synchronized update, colours.
const LEAVE: &str = "\x1b[?2026l\x1b[0m\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?25h\x1b[?1049l";
/// Clicks, drags and the wheel; not each movement, which would wake the program for nothing.
pub(super) const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
pub(super) const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The terminal is ours; whoever turns this off gives it back.
static ENTERED: AtomicBool = AtomicBool::new(false);
static ON_STDERR: AtomicBool = AtomicBool::new(false);

/// Whether the terminal is ours.
pub(super) fn is_entered() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// Notes that the terminal is ours, and which stream is drawn on.
pub(super) fn note_entered(draw_on: DrawOn) {
    ON_STDERR.store(draw_on == DrawOn::Stderr, Ordering::SeqCst);
    ENTERED.store(true, Ordering::SeqCst);
}

/// Gives the terminal back if it is ours, from any thread; an error has nobody left to hear it.
pub(super) fn restore() {
    let _ = give_back();
}

/// Gives the terminal back if it is ours; the error says that it is gone.
pub(super) fn give_back() -> io::Result<()> {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    let draw_on = if ON_STDERR.load(Ordering::SeqCst) { DrawOn::Stderr } else { DrawOn::Stdout };
    let written = Device::open(draw_on).and_then(|mut device| {
        device.write_all(LEAVE.as_bytes())?;
        device.flush()
    });
    #[cfg(windows)]
    let _ = set_console_mouse(false);
    let cooked = terminal::disable_raw_mode();
    kept::say();
    cooked.and(written)
}

/// The console of Windows has a mode of its own for the mouse.
#[cfg(windows)]
pub(super) fn set_console_mouse(on: bool) -> io::Result<()> {
    use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
    if on {
        crossterm::execute!(io::stderr(), EnableMouseCapture)
    } else {
        crossterm::execute!(io::stderr(), DisableMouseCapture)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A terminal of 10×3 with a shell's line on it, after the bytes.
    fn after(bytes: &str) -> vt100::Parser {
        let mut parser = vt100::Parser::new(3, 10, 0);
        parser.process(format!("$ hubscope{bytes}").as_bytes());
        parser
    }

    #[test]
    fn entering_shows_an_empty_screen_without_a_cursor_and_asks_for_pastes() {
        let parser = after(ENTER);
        let screen = parser.screen();
        assert!(screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste());
        assert_eq!(screen.contents(), "");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }

    #[test]
    fn leaving_gives_back_the_shell_as_it_was_even_from_the_middle_of_a_frame() {
        let parser = after(&format!("{ENTER}{MOUSE_ON}\x1b[?2026h\x1b[2;2H\x1b[7;1;31mhalf a fra{LEAVE}"));
        let screen = parser.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(screen.contents(), "$ hubscope");
        assert!(!screen.inverse() && !screen.bold() && screen.fgcolor() == vt100::Color::Default);
    }

    #[test]
    fn the_mouse_reports_clicks_and_drags_and_can_be_turned_off() {
        let on = after(&format!("{ENTER}{MOUSE_ON}"));
        assert_eq!(on.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::ButtonMotion);
        let off = after(&format!("{ENTER}{MOUSE_ON}{MOUSE_OFF}"));
        assert_eq!(off.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }

    #[test]
    fn a_terminal_that_was_not_taken_is_not_touched() {
        assert!(!is_entered());
        assert!(give_back().is_ok());
    }
}
