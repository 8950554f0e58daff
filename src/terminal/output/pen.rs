//! How a terminal writes: colours and attributes, and the sequence that turns one way into another.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The attributes, with the number that turns each on.
const ATTRIBUTES: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// How the terminal writes at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

pub(super) const PLAIN: Pen = Pen { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

/// What shows on a cell without a letter; a blank without any looks the same whatever the pen.
const SHOWS_ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

impl Pen {
    pub(super) fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether a blank that it writes is an empty cell.
    pub(super) fn leaves_blanks_empty(self) -> bool {
        self.bg == Color::Reset && !self.modifier.intersects(SHOWS_ON_BLANKS)
    }
}

/// Writes what turns one pen into the other.
pub(super) fn change(out: &mut Vec<u8>, from: Pen, to: Pen) -> io::Result<()> {
    if from == to {
        return Ok(());
    }
    if to == PLAIN {
        return out.write_all(b"\x1b[m");
    }
    let mut from = from;
    let mut parts = Parts { out, any: false };
    if !to.modifier.contains(from.modifier) {
        // Bold and dim are turned off by the same number, so all of them go.
        parts.add(&[0])?;
        from = PLAIN;
    }
    for (attribute, number) in ATTRIBUTES {
        if to.modifier.contains(attribute) && !from.modifier.contains(attribute) {
            parts.add(&[number])?;
        }
    }
    if to.fg != from.fg {
        parts.colour(to.fg, 30)?;
    }
    if to.bg != from.bg {
        parts.colour(to.bg, 40)?;
    }
    parts.end()
}

/// The parts of one sequence.
struct Parts<'a> {
    out: &'a mut Vec<u8>,
    any: bool,
}

impl Parts<'_> {
    fn add(&mut self, numbers: &[u8]) -> io::Result<()> {
        for number in numbers {
            let before = if self.any { ";" } else { "\x1b[" };
            write!(self.out, "{before}{number}")?;
            self.any = true;
        }
        Ok(())
    }

    /// A colour; `first` is the number of the palette's first.
    fn colour(&mut self, colour: Color, first: u8) -> io::Result<()> {
        match colour {
            Color::Reset => self.add(&[first + 9]),
            Color::Rgb(red, green, blue) => self.add(&[first + 8, 2, red, green, blue]),
            Color::Indexed(number) => self.add(&[first + 8, 5, number]),
            Color::Black => self.add(&[first]),
            Color::Red => self.add(&[first + 1]),
            Color::Green => self.add(&[first + 2]),
            Color::Yellow => self.add(&[first + 3]),
            Color::Blue => self.add(&[first + 4]),
            Color::Magenta => self.add(&[first + 5]),
            Color::Cyan => self.add(&[first + 6]),
            Color::Gray => self.add(&[first + 7]),
            Color::DarkGray => self.add(&[first + 60]),
            Color::LightRed => self.add(&[first + 61]),
            Color::LightGreen => self.add(&[first + 62]),
            Color::LightYellow => self.add(&[first + 63]),
            Color::LightBlue => self.add(&[first + 64]),
            Color::LightMagenta => self.add(&[first + 65]),
            Color::LightCyan => self.add(&[first + 66]),
            Color::White => self.add(&[first + 67]),
        }
    }

    fn end(self) -> io::Result<()> {
        if self.any { self.out.write_all(b"m") } else { Ok(()) }
    }
}
