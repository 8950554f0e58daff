//! Hyperlinks of a screen (OSC 8): the addresses, each with the mark that its cells carry.
//!
//! A mark is a colour of underlines, which nothing here draws: so a cell whose link changes is a cell that has changed,
//! and ratatui finds it by itself. It knows no screen; whether a terminal has hyperlinks is `probe`'s.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::style::Color;

use crate::escape::is_address;

/// What ends a link.
pub(super) const CLOSE: &[u8] = b"\x1b]8;;\x1b\\";

/// The addresses that a walk has shown; its copies share them.
#[derive(Debug, Clone, Default)]
pub struct Links(Rc<RefCell<Vec<String>>>);

impl Links {
    /// The mark of the cells that lead to `address`; `None` where that is no address to lead to.
    pub fn mark(&self, address: &str) -> Option<Color> {
        if !is_address(address) {
            return None;
        }
        let mut known = self.0.borrow_mut();
        let place = known.iter().position(|other| other == address).unwrap_or_else(|| {
            known.push(address.to_owned());
            known.len() - 1
        });
        // From 1: a mark of 0 would be black, which reads like a colour.
        let [0, red, green, blue] = u32::try_from(place + 1).ok()?.to_be_bytes() else { return None };
        Some(Color::Rgb(red, green, blue))
    }

    /// The address that a mark stands for.
    pub fn address(&self, mark: Color) -> Option<String> {
        self.0.borrow().get(place(mark)?).cloned()
    }

    /// Writes what begins the link of a mark. Its parts on several rows have one name, so that a terminal lights up all.
    pub(super) fn open(&self, mark: Color, out: &mut Vec<u8>) -> io::Result<()> {
        let known = self.0.borrow();
        let Some((place, address)) = place(mark).and_then(|place| Some((place, known.get(place)?))) else {
            return Ok(());
        };
        write!(out, "\x1b]8;id={place};{address}\x1b\\")
    }
}

fn place(mark: Color) -> Option<usize> {
    let Color::Rgb(red, green, blue) = mark else { return None };
    let number = u32::from_be_bytes([0, red, green, blue]);
    usize::try_from(number).ok()?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::escape::LONGEST_ADDRESS;

    #[test]
    fn an_address_has_one_mark_and_a_mark_one_address() {
        let links = Links::default();
        let [one, two] = ["https://docs.example/a", "https://docs.example/b"].map(|text| links.mark(text).unwrap());
        assert_ne!(one, two);
        assert_eq!(links.clone().mark("https://docs.example/a"), Some(one));
        assert_eq!(links.address(two).as_deref(), Some("https://docs.example/b"));
        assert_eq!(links.address(Color::Reset), None);
    }

    #[test]
    fn nothing_but_a_plain_page_of_the_web_is_linked() {
        let long = format!("https://docs.example/{}", "a".repeat(LONGEST_ADDRESS));
        let harmful = ["file:///etc/passwd", "javascript:x", "https://a\x1b\\b", "https://a\x07", "https://a b", &long];
        for text in harmful {
            assert_eq!(Links::default().mark(text), None, "{text:?}");
        }
        assert_eq!(Links::default().mark("https://größe.example"), None);
    }
}
