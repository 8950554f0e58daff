//! Cells as bytes: as few as say the same.
//!
//! A colour of the palette takes its short form, attributes that stay are not said again, the cells of a hyperlink that
//! stand side by side share one pair of marks. Where a terminal may count the columns of a letter otherwise than here,
//! the next one is put where it belongs, so that borders stay in line.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::terminal::hyperlink::{CLOSE, Links};

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
#[derive(Clone, Copy, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Pen = Pen { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

/// Writes the cells to `out`, from a plain pen to a plain pen.
pub(super) fn write<'a>(
    out: &mut Vec<u8>,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
    links: &Links,
) -> io::Result<()> {
    let mut pen = PLAIN;
    let mut link = Color::Reset;
    // The row, and the column where the next letter would come to stand, where that is sure.
    let mut at: Option<(u16, Option<u16>)> = None;
    for (x, y, cell) in cells {
        let goes_on = at == Some((y, Some(x)));
        if link != Color::Reset && (!goes_on || cell.underline_color != link) {
            out.extend_from_slice(CLOSE);
            link = Color::Reset;
        }
        match at {
            _ if goes_on => {}
            Some((row, _)) if row == y => write!(out, "\x1b[{}G", x + 1)?,
            _ => write!(out, "\x1b[{};{}H", y + 1, x + 1)?,
        }
        let wanted = Pen { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        change(out, pen, wanted)?;
        pen = wanted;
        if cell.underline_color != link {
            link = cell.underline_color;
            links.open(link, out)?;
        }
        let symbol = cell.symbol();
        out.extend_from_slice(symbol.as_bytes());
        at = Some((y, is_one_column(symbol).then_some(x + 1)));
    }
    if link != Color::Reset {
        out.extend_from_slice(CLOSE);
    }
    if pen != PLAIN {
        out.extend_from_slice(b"\x1b[m");
    }
    Ok(())
}

/// Whether every terminal gives the letter one column: one character out of those that all of them know.
fn is_one_column(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    let one = letters.next().is_some_and(|letter| {
        matches!(letter, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '\u{2500}'..='\u{25ff}')
            || matches!(letter, '…' | '‹' | '›' | '←'..='↓' | '✓' | '✗')
    });
    one && letters.next().is_none()
}

/// Writes what turns one pen into the other.
fn change(out: &mut Vec<u8>, from: Pen, to: Pen) -> io::Result<()> {
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

#[cfg(test)]
mod tests;
