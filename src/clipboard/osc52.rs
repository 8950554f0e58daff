//! OSC 52: the escape sequence that asks a terminal to put a text into its clipboard.
//!
//! Owns the bytes. It writes nothing, and it cannot know whether the terminal listened: none answers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The longest text in bytes: in base64 it makes 99,992 bytes, and common terminals drop a sequence beyond 100,000.
pub const LONGEST: usize = 74_994;

/// GNU screen keeps at most 256 bytes of one string in its older versions.
const SCREEN_CHUNK: usize = 240;

/// The sequence that sets the clipboard to `text`; inside GNU screen, `screen` wraps it so that it is passed on.
/// The error is a clause that says why there is none.
pub fn sequence(text: &str, screen: bool) -> Result<Vec<u8>, String> {
    if text.len() > LONGEST {
        return Err(format!("{} bytes are more than a terminal takes (OSC 52: {LONGEST})", text.len()));
    }
    let plain = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
    if !screen {
        return Ok(plain.into_bytes());
    }
    let mut wrapped = Vec::with_capacity(plain.len() + plain.len() / SCREEN_CHUNK * 4 + 4);
    for chunk in plain.as_bytes().chunks(SCREEN_CHUNK) {
        wrapped.extend_from_slice(b"\x1bP");
        wrapped.extend_from_slice(chunk);
        wrapped.extend_from_slice(b"\x1b\\");
    }
    Ok(wrapped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_base64_between_the_marks() {
        assert_eq!(sequence("hällo", false).unwrap(), b"\x1b]52;c;aMOkbGxv\x07");
    }

    #[test]
    fn the_longest_text_fits_into_a_hundred_thousand_bytes() {
        assert!(sequence(&"x".repeat(LONGEST), false).unwrap().len() <= 100_000);
    }

    #[test]
    fn a_longer_text_is_refused_with_both_numbers() {
        let why = sequence(&"x".repeat(LONGEST + 1), false).unwrap_err();
        assert!(why.contains("74995") && why.contains("74994"), "{why}");
    }

    #[test]
    fn inside_screen_every_chunk_is_a_short_string_of_its_own_and_nothing_is_lost() {
        let text = "https://app.hubspot.com/oauth/authorize?".repeat(20);
        let wrapped = String::from_utf8(sequence(&text, true).unwrap()).unwrap();
        let chunks: Vec<&str> = wrapped.split_terminator("\x1b\\").map(|c| c.strip_prefix("\x1bP").unwrap()).collect();
        assert!(chunks.len() > 3 && chunks.iter().all(|chunk| chunk.len() <= SCREEN_CHUNK));
        assert_eq!(chunks.concat().into_bytes(), sequence(&text, false).unwrap());
    }
}
