//! What goes out to the terminal: a frame is one write, shown at once.
//!
//! Owns the stream that is drawn on, past the standard library's line buffer and lock, so that a panic hook can write
//! while a frame is being made. It asks the terminal nothing: where the cursor is it knows from having put it there.

#[cfg(unix)]
use std::fs::File;
use std::io::{self, Write};

use crossterm::terminal::{self, WindowSize as Pixels};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use self::shown::Shown;
use super::hyperlink::Links;
use super::probe::DrawOn;

mod cells;
mod pen;
mod shown;

/// The terminal that the configurator draws on.
pub type Terminal = ratatui::Terminal<Screen<Device>>;

/// Terminals that know synchronized updates show nothing between these two; others ignore them.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// The size of a terminal that does not tell its own.
const UNKNOWN_SIZE: Size = Size { width: 80, height: 24 };

/// The stream that is drawn on, unbuffered.
#[derive(Debug)]
pub struct Device(#[cfg(unix)] File, #[cfg(not(unix))] DrawOn);

impl Device {
    /// The device behind a standard stream.
    #[cfg(unix)]
    pub fn open(draw_on: DrawOn) -> io::Result<Self> {
        use std::os::fd::AsFd;
        let stream = match draw_on {
            DrawOn::Stdout => io::stdout().as_fd().try_clone_to_owned()?,
            DrawOn::Stderr => io::stderr().as_fd().try_clone_to_owned()?,
        };
        Ok(Self(File::from(stream)))
    }

    /// The device behind a standard stream, which on Windows translates for the console.
    #[cfg(not(unix))]
    pub fn open(draw_on: DrawOn) -> io::Result<Self> {
        Ok(Self(draw_on))
    }
}

#[cfg(unix)]
impl Write for Device {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(not(unix))]
impl Write for Device {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0 {
            DrawOn::Stdout => io::stdout().write(bytes),
            DrawOn::Stderr => io::stderr().write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.0 {
            DrawOn::Stdout => io::stdout().flush(),
            DrawOn::Stderr => io::stderr().flush(),
        }
    }
}

/// A terminal for ratatui on a standard stream. The error: the stream is closed.
pub fn terminal(draw_on: DrawOn) -> io::Result<Terminal> {
    ratatui::Terminal::new(Screen::new(Device::open(draw_on)?))
}

/// The size in cells; 80×24 where the terminal does not tell.
pub fn size() -> Size {
    // Not `terminal::size`, which on Unix would start `tput` where the terminal cannot be asked.
    #[cfg(unix)]
    let told = terminal::window_size().map(|window| (window.columns, window.rows));
    #[cfg(not(unix))]
    let told = terminal::size();
    known(told.unwrap_or_default())
}

fn known((width, height): (u16, u16)) -> Size {
    if width == 0 || height == 0 { UNKNOWN_SIZE } else { Size { width, height } }
}

/// A ratatui backend that gathers what is drawn and writes it when the frame is done.
#[derive(Debug)]
pub struct Screen<W: Write> {
    device: W,
    frame: Vec<u8>,
    cursor: Position,
    /// Whether the cursor is seen, as far as that is known.
    is_shown: Option<bool>,
    /// Whether a frame was drawn since the last was written, though it may be no different.
    is_drawn: bool,
    links: Links,
    shown: Shown,
}

impl<W: Write> Screen<W> {
    /// Draws on `device`.
    pub fn new(device: W) -> Self {
        let (frame, cursor, links) = (BEGIN.to_vec(), Position::ORIGIN, Links::default());
        Self { device, frame, cursor, is_shown: None, is_drawn: false, links, shown: Shown::default() }
    }

    /// The hyperlinks that cells may be marked with.
    pub fn links(&self) -> Links {
        self.links.clone()
    }

    /// Whose commands end in the frame: flushing a vector does nothing.
    fn commands(&mut self) -> CrosstermBackend<&mut Vec<u8>> {
        CrosstermBackend::new(&mut self.frame)
    }
}

/// Bytes that are no part of a frame, such as OSC 52: they go with the next one, or with `flush`.
impl<W: Write> Write for Screen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(self)
    }
}

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        self.is_drawn = true;
        cells::write(&mut self.frame, content, &self.links, &mut self.shown)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.is_shown.replace(false) == Some(false) { Ok(()) } else { self.commands().hide_cursor() }
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.is_shown.replace(true) == Some(true) { Ok(()) } else { self.commands().show_cursor() }
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        let cursor = self.cursor;
        self.commands().set_cursor_position(cursor)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        // The screen may have been another program's meanwhile.
        self.is_shown = None;
        match region {
            ClearType::All => self.shown.clear(),
            _ => self.shown.forget(),
        }
        self.commands().clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(size())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        let Pixels { columns, rows, width, height } = terminal::window_size()?;
        Ok(WindowSize { columns_rows: known((columns, rows)), pixels: Size { width, height } })
    }

    fn flush(&mut self) -> io::Result<()> {
        // A frame that is as the one before is two marks: whoever waits for the answer to a key sees that it came.
        if !std::mem::take(&mut self.is_drawn) && self.frame.len() == BEGIN.len() {
            return Ok(());
        }
        self.frame.extend_from_slice(END);
        let written = self.device.write_all(&self.frame).and_then(|()| self.device.flush());
        self.frame.truncate(BEGIN.len());
        written
    }
}

#[cfg(test)]
mod tests;
