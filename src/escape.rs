//! Makes visible what a text from outside could do to a terminal.
//!
//! Owns the list of characters that are not shown as themselves: control characters (a file name can hold an escape
//! sequence), those that turn the direction of writing, and those of no width, which hide in names. It wraps nothing and
//! knows nothing of HTML or shells.

use std::borrow::Cow;
use std::fmt::Write as _;

/// `text` with each dangerous character written out: `\n`, `\t`, `\x1b`, `\u{202e}`.
///
/// The answer is shown the same in every locale, holds no control character, and is its own answer. Lines have to be
/// split before: a line end is written out, too.
pub fn sanitize(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(is_dangerous) else {
        return Cow::Borrowed(text);
    };
    let (clean, rest) = text.split_at(first);
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(clean);
    for character in rest.chars() {
        match character {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if !is_dangerous(character) => out.push(character),
            // Writing to a string cannot fail.
            '\0'..='\u{9f}' => drop(write!(out, "\\x{:02x}", u32::from(character))),
            _ => drop(write!(out, "\\u{{{:x}}}", u32::from(character))),
        }
    }
    Cow::Owned(out)
}

/// The JSON `text` with each dangerous character as `\\uXXXX`, also those that JSON would let stand. Lines stay.
pub fn sanitize_json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|character| character != '\n' && is_dangerous(character)) {
        let (clean, from) = rest.split_at(at);
        out.push_str(clean);
        let mut characters = from.chars();
        // Such a character stands in strings only. Writing to a string cannot fail.
        let mut units = [0; 2];
        let units = characters.next().map_or(&[][..], |character| character.encode_utf16(&mut units));
        let _ = units.iter().try_for_each(|unit| write!(out, "\\u{unit:04x}"));
        rest = characters.as_str();
    }
    out.push_str(rest);
    out
}

/// Whether a character is not to reach a terminal as it is.
pub fn is_dangerous(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_control();
    }
    character.is_control()
        || matches!(character,
            '\u{ad}' // soft hyphen
            | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' // direction
            | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' // no width
            | '\u{2028}' | '\u{2029}' // line and paragraph separator
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' // byte order mark, notes, tags
        )
}

/// The longest address that terminals take, by common agreement.
pub const LONGEST_ADDRESS: usize = 2_083;

/// `text` that leads to the page at `address`; as it is where that is no address to lead to.
pub fn linked(text: &str, address: &str) -> String {
    if !is_address(address) {
        return text.to_owned();
    }
    format!("\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\")
}

/// Whether it is a page of the web, in letters that no terminal takes for anything else.
pub fn is_address(text: &str) -> bool {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    is_web && text.len() <= LONGEST_ADDRESS && text.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_harmless_text_is_passed_on_without_a_copy() {
        assert!(matches!(sanitize("crm.objects.contacts.read – Größe 試験 \\x1b"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_would_move_recolour_or_hide_is_written_out() {
        assert_eq!(sanitize("a\x1b[2Jb"), "a\\x1b[2Jb");
        assert_eq!(sanitize("\x07\x7f\u{9b}31m"), "\\x07\\x7f\\x9b31m");
        assert_eq!(sanitize("one\ttwo\r\nthree"), "one\\ttwo\\r\\nthree");
        assert_eq!(sanitize("user\u{202e}gpj.exe"), "user\\u{202e}gpj.exe");
        assert_eq!(sanitize("crm\u{200b}.lists\u{feff}"), "crm\\u{200b}.lists\\u{feff}");
    }

    #[test]
    fn in_json_it_stays_json() {
        let value = serde_json::Value::from(vec!["a\u{202e}\u{7f}\u{e0001}é", "\u{1b}[2J"]);
        let text = sanitize_json(&format!("{value:#}"));
        assert_eq!(text, "[\n  \"a\\u202e\\u007f\\udb40\\udc01é\",\n  \"\\u001b[2J\"\n]");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
    }

    proptest! {
        #[test]
        fn nothing_dangerous_is_left_and_a_second_time_changes_nothing(
            text in prop_oneof![any::<String>(), "[\\x00-\\xa0\u{200a}-\u{2070}\u{e0000}-\u{e0080}\\\\a]{0,40}"]
        ) {
            let once = sanitize(&text);
            prop_assert!(!once.chars().any(|c| c.is_control() || is_dangerous(c)));
            prop_assert_eq!(sanitize(&once), once.as_ref());
        }

        #[test]
        fn what_is_harmless_stays(text in "[ -~à-ÿ試験🔑]{0,40}") {
            prop_assert_eq!(sanitize(&text), text.as_str());
        }
    }

    #[test]
    fn a_text_leads_to_a_page_and_to_nothing_else() {
        let text = linked("acme/anvil#1", "https://docs.example/a");
        assert_eq!(text, "\x1b]8;;https://docs.example/a\x1b\\acme/anvil#1\x1b]8;;\x1b\\");
        assert_eq!(linked("a", "javascript:x"), "a");
        assert_eq!(linked("a", "https://a\x1b\\b"), "a");
    }
}
