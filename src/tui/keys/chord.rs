//! A key with its modifiers, and how it is written.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key as the table knows it: the character or named key, and whether Ctrl is held. Shift is part of the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    code: KeyCode,
    ctrl: bool,
}

impl Chord {
    /// The chord of a terminal's key event; `None` for chords that no table uses (Alt, Super).
    pub fn of(event: KeyEvent) -> Option<Self> {
        let foreign = KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::META | KeyModifiers::HYPER;
        if event.modifiers.intersects(foreign) {
            return None;
        }
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            KeyCode::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            code => code,
        };
        Some(Self { code, ctrl })
    }

    /// The chord written `Ctrl-R`, `Shift-Tab`, `PgUp`, `Space`, `]` …
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix("Ctrl-") {
            let mut letters = rest.chars();
            let (letter, more) = (letters.next()?, letters.next());
            return more.is_none().then(|| Self { code: KeyCode::Char(letter.to_ascii_lowercase()), ctrl: true });
        }
        let code = match text {
            "Space" => KeyCode::Char(' '),
            "Enter" => KeyCode::Enter,
            "Esc" => KeyCode::Esc,
            "Tab" => KeyCode::Tab,
            "Shift-Tab" => KeyCode::BackTab,
            "Up" => KeyCode::Up,
            "Down" => KeyCode::Down,
            "Left" => KeyCode::Left,
            "Right" => KeyCode::Right,
            "Home" => KeyCode::Home,
            "End" => KeyCode::End,
            "PgUp" => KeyCode::PageUp,
            "PgDn" => KeyCode::PageDown,
            _ => {
                let mut letters = text.chars();
                let (letter, more) = (letters.next()?, letters.next());
                if more.is_some() {
                    return None;
                }
                KeyCode::Char(letter)
            }
        };
        Some(Self { code, ctrl: false })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shift_belongs_to_the_character_and_ctrl_does_not_care_for_it() {
        let event = |code, modifiers| Chord::of(KeyEvent::new(code, modifiers));
        assert_eq!(event(KeyCode::Char('Y'), KeyModifiers::SHIFT), Chord::parse("Y"));
        assert_eq!(event(KeyCode::Char('R'), KeyModifiers::CONTROL | KeyModifiers::SHIFT), Chord::parse("Ctrl-R"));
        assert_eq!(event(KeyCode::Tab, KeyModifiers::SHIFT), Chord::parse("Shift-Tab"));
        assert_eq!(event(KeyCode::Char('x'), KeyModifiers::ALT), None);
    }
}
