//! Takes the terminal over, and gives it back on every way out: return, error, panic, signal, Ctrl-Z.
//!
//! Owns the terminal's modes: raw mode, the other screen, bracketed paste, the cursor, the mouse. There is one terminal,
//! so what is to be given back is kept in one place, from which a panic hook and a signal thread can do it, too.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::{style, terminal};

use super::output::Device;
use super::panics;
use super::probe::DrawOn;
use super::signal;

/// The other screen, bracketed paste, no cursor.
const ENTER: &str = "\x1b[?1049h\x1b[?2004h\x1b[?25l";
/// All of it back, and what a frame that was cut short may have left: a synchronized update, colours.
const LEAVE: &str = "\x1b[?2026l\x1b[0m\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?25h\x1b[?1049l";
/// Clicks, drags and the wheel; not each movement, which would wake the program for nothing.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The terminal is ours; whoever turns this off gives it back.
static ENTERED: AtomicBool = AtomicBool::new(false);
static ON_STDERR: AtomicBool = AtomicBool::new(false);

/// The terminal, taken over. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Session {
    draw_on: DrawOn,
    mouse: bool,
}

impl Session {
    /// Takes the terminal over. The error: there is no terminal; then nothing is changed.
    pub fn enter(draw_on: DrawOn) -> io::Result<Self> {
        // The theme heeds NO_COLOR. crossterm under NO_COLOR would write resets instead of colours, and each of them
        // would take reverse and bold away, which carry the state where there is no colour.
        style::force_color_output(true);
        panics::prepare();
        ON_STDERR.store(draw_on == DrawOn::Stderr, Ordering::SeqCst);
        let session = Self { draw_on, mouse: false };
        session.take()?;
        Ok(session)
    }

    /// The stream that is drawn on.
    pub fn draw_on(&self) -> DrawOn {
        self.draw_on
    }

    /// Whether clicks come as events; otherwise the terminal keeps the mouse for its own selection.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        if !is_entered() {
            return Ok(());
        }
        Device::open(self.draw_on)?.write_all(if on { MOUSE_ON } else { MOUSE_OFF }.as_bytes())?;
        #[cfg(windows)]
        set_console_mouse(on)?;
        Ok(())
    }

    /// Gives the terminal back, stops the program as Ctrl-Z does, and takes the terminal over again when it goes on:
    /// `true`, and the screen is empty and has to be drawn anew.
    ///
    /// `false`: nothing happened, for there is no shell that could start the program again.
    pub fn suspend(&mut self) -> io::Result<bool> {
        if !signal::can_stop()? {
            return Ok(false);
        }
        restore();
        let stopped = signal::stop();
        self.take()?;
        stopped.map(|()| true)
    }

    /// Takes the terminal over again after it may have been another's, as on [`Signal::Continue`]; the screen is then
    /// empty and has to be drawn anew.
    ///
    /// [`Signal::Continue`]: super::Signal::Continue
    pub fn resume(&mut self) -> io::Result<()> {
        restore();
        self.take()
    }

    /// Gives the terminal back; the error says that it is gone.
    pub fn leave(self) -> io::Result<()> {
        give_back()
    }

    fn take(&self) -> io::Result<()> {
        let mut device = Device::open(self.draw_on)?;
        terminal::enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let mouse = if self.mouse { MOUSE_ON } else { "" };
        let written = device.write_all(format!("{ENTER}{mouse}").as_bytes());
        #[cfg(windows)]
        set_console_mouse(self.mouse)?;
        written.inspect_err(|_| restore())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        restore();
    }
}

/// Whether the terminal is ours.
pub fn is_entered() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// Gives the terminal back if it is ours, from any thread; an error has nobody left to hear it.
pub fn restore() {
    let _ = give_back();
}

fn give_back() -> io::Result<()> {
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
    panics::say_kept();
    cooked.and(written)
}

/// The console of Windows has a mode of its own for the mouse.
#[cfg(windows)]
fn set_console_mouse(on: bool) -> io::Result<()> {
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
