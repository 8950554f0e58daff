//! Takes the terminal over, and gives it back on every way out: return, error, panic, signal, Ctrl-Z.
//!
//! Owns the terminal's modes: raw mode, the other screen, bracketed paste, the cursor, the mouse. There is one terminal,
//! so what is to be given back is kept in one place, from which a panic hook and a signal thread can do it, too.

use std::io::{self, Write};

use crossterm::{style, terminal};

use super::modes;
use super::output::Device;
use super::panics;
use super::probe::DrawOn;
use super::signal;

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
        if !modes::is_entered() {
            return Ok(());
        }
        Device::open(self.draw_on)?.write_all(if on { modes::MOUSE_ON } else { modes::MOUSE_OFF }.as_bytes())?;
        #[cfg(windows)]
        modes::set_console_mouse(on)?;
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
        modes::restore();
        let stopped = signal::stop();
        self.take()?;
        stopped.map(|()| true)
    }

    /// Takes the terminal over again after it may have been another's, as on [`Signal::Continue`]; the screen is then
    /// empty and has to be drawn anew.
    ///
    /// [`Signal::Continue`]: super::Signal::Continue
    pub fn resume(&mut self) -> io::Result<()> {
        modes::restore();
        self.take()
    }

    /// Gives the terminal back; the error says that it is gone.
    pub fn leave(self) -> io::Result<()> {
        modes::give_back()
    }

    fn take(&self) -> io::Result<()> {
        let mut device = Device::open(self.draw_on)?;
        terminal::enable_raw_mode()?;
        modes::note_entered(self.draw_on);
        let mouse = if self.mouse { modes::MOUSE_ON } else { "" };
        let written = device.write_all(format!("{}{mouse}", modes::ENTER).as_bytes());
        #[cfg(windows)]
        modes::set_console_mouse(self.mouse)?;
        written.inspect_err(|_| modes::restore())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        modes::restore();
    }
}
