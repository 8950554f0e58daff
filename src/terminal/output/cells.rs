//! Cells as bytes: as few as say the same.
//!
//! A colour of the palette takes its short form, attributes that stay are not said again, a cell that shows nothing takes
//! whatever pen there is, many of them are erased at once, a few cells that stay are written again where that is shorter
//! than to go past them, and the cells of a hyperlink that stand side by side share one pair of marks. Where a terminal may count the columns of a letter otherwise than here, the next one is put where it
//! belongs, so that borders stay in line.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::style::Color;

use super::pen::{PLAIN, Pen, change};
use super::shown::Shown;
use crate::terminal::hyperlink::{CLOSE, Links};

/// Blanks that are erased together are said in this many bytes at most, and the cursor stays before them.
const ERASING: u16 = 5;
/// Putting the cursor elsewhere in a row takes this many at most.
const MOVING: u16 = 5;

/// Writes the cells to `out`, from a plain pen to a plain pen; `shown` is what stands on the terminal, before and after.
pub(super) fn write<'a>(
    out: &mut Vec<u8>,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
    links: &Links,
    shown: &mut Shown,
) -> io::Result<()> {
    let mut writer = Writer { out, links, shown, pen: PLAIN, link: Color::Reset, at: None };
    let mut cells = cells.peekable();
    while let Some((x, y, cell)) = cells.next() {
        if !is_empty(cell) {
            writer.letter(x, y, cell)?;
            continue;
        }
        let mut end = x + 1;
        // What is empty already between blanks is erased with them.
        while let Some((next, ..)) = cells.next_if(|(next, row, cell)| {
            *row == y && is_empty(cell) && (end..*next).all(|between| writer.shown.is_empty(between, y))
        }) {
            end = next + 1;
        }
        let goes_on = cells.peek().is_some_and(|(next, row, _)| (*next, *row) == (end, y));
        writer.blanks(x, y, end - x, goes_on)?;
    }
    writer.end()
}

/// Whether it shows nothing at all.
fn is_empty(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.underline_color == Color::Reset && Pen::of(cell).leaves_blanks_empty()
}

/// The terminal's pen, as it writes a frame.
struct Writer<'a> {
    out: &'a mut Vec<u8>,
    links: &'a Links,
    shown: &'a mut Shown,
    pen: Pen,
    link: Color,
    /// The row, and the column where the next letter would come to stand, where that is sure.
    at: Option<(u16, Option<u16>)>,
}

impl Writer<'_> {
    fn letter(&mut self, x: u16, y: u16, cell: &Cell) -> io::Result<()> {
        let pen = Pen::of(cell);
        self.place(x, y, cell.underline_color, pen)?;
        self.take(pen)?;
        if cell.underline_color != self.link {
            self.link = cell.underline_color;
            self.links.open(self.link, self.out)?;
        }
        let symbol = cell.symbol();
        self.out.extend_from_slice(symbol.as_bytes());
        let letter = one_column(symbol);
        match letter {
            Some(letter) if self.link == Color::Reset => self.shown.set(x, y, letter, pen),
            Some(_) => self.shown.hide(x..x + 1, y),
            None => self.shown.hide(x..x + 2, y), // it may reach into the next one
        }
        self.at = Some((y, letter.map(|_| x + 1)));
        Ok(())
    }

    /// Cells that show nothing, written or erased, whichever is shorter; `goes_on` says that a letter follows at once.
    fn blanks(&mut self, x: u16, y: u16, count: u16, goes_on: bool) -> io::Result<()> {
        self.place(x, y, Color::Reset, self.pen)?;
        if !self.pen.leaves_blanks_empty() {
            self.take(PLAIN)?;
        }
        for column in x..x + count {
            self.shown.set(column, y, ' ', PLAIN);
        }
        if count > ERASING + if goes_on { MOVING } else { 0 } {
            write!(self.out, "\x1b[{count}X")?;
            self.at = Some((y, Some(x)));
        } else {
            self.out.extend(std::iter::repeat_n(b' ', usize::from(count)));
            self.at = Some((y, Some(x + count)));
        }
        Ok(())
    }

    /// Puts the cursor where a cell of this pen has to be, outside of a link that does not go on there.
    fn place(&mut self, x: u16, y: u16, link: Color, pen: Pen) -> io::Result<()> {
        let goes_on = self.at == Some((y, Some(x)));
        if self.link != Color::Reset && (!goes_on || link != self.link) {
            self.out.extend_from_slice(CLOSE);
            self.link = Color::Reset;
        }
        let at = self.at;
        match at {
            _ if goes_on => Ok(()),
            Some((row, Some(column))) if row == y && self.walks(column, x, y, pen)? => Ok(()),
            Some((row, _)) if row == y => write!(self.out, "\x1b[{}G", x + 1),
            _ => write!(self.out, "\x1b[{};{}H", y + 1, x + 1),
        }
    }

    /// Goes over a few cells by writing what stands there, where that is no longer than to say where to go: with the pen
    /// that is there, or the one that comes.
    fn walks(&mut self, from: u16, to: u16, y: u16, next: Pen) -> io::Result<bool> {
        if from >= to || to - from >= MOVING {
            return Ok(false);
        }
        let Some(pen) = [self.pen, next].into_iter().find(|pen| (from..to).all(|x| self.shown.is_as_with(*pen, x, y)))
        else {
            return Ok(false);
        };
        self.take(pen)?;
        for letter in (from..to).filter_map(|x| self.shown.letter(x, y)) {
            self.out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
        Ok(true)
    }

    fn take(&mut self, pen: Pen) -> io::Result<()> {
        let before = std::mem::replace(&mut self.pen, pen);
        change(self.out, before, pen)
    }

    fn end(mut self) -> io::Result<()> {
        if self.link != Color::Reset {
            self.out.extend_from_slice(CLOSE);
        }
        self.take(PLAIN)
    }
}

/// The letter, if every terminal gives it one column: one character out of those that all of them know.
fn one_column(symbol: &str) -> Option<char> {
    let mut letters = symbol.chars();
    let letter = letters.next().filter(|letter| {
        matches!(letter, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '\u{2500}'..='\u{25ff}')
            || matches!(letter, '…' | '‹' | '›' | '←'..='↓' | '✓' | '✗')
    });
    letter.filter(|_| letters.next().is_none())
}

#[cfg(test)]
mod tests;
