//! What is glued on to a link: quotes, brackets, the name that it is assigned to, the full stop of a sentence.

use std::ops::Range;

use super::known::Known;
use super::placeholder::Placeholders;

/// The bytes of the link itself: the text without what is glued on.
pub(super) fn body(text: &str, placeholders: &Placeholders) -> Range<usize> {
    let start = start(text);
    let mut end = text.trim_end_matches(is_blank).len().max(start);
    if let Some(opened) = text[..start].trim_end_matches(is_blank).chars().next_back() {
        end = closing(text, start..end, opened, placeholders);
    }
    end = hard(text, start..end, placeholders);
    start..soft(text, start..end, placeholders)
}

/// White space, and signs that cannot be seen.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// Where the link begins: at its scheme, if only quotes, brackets and a name stand before it.
fn start(text: &str) -> usize {
    const FAR: usize = 300;
    let blank = text.len() - text.trim_start_matches(is_blank).len();
    let near = text.len().min(blank + FAR);
    let ways = [&b"https://"[..], b"http://", b"HTTPS://", b"HTTP://", b"Https://"];
    let bytes = &text.as_bytes()[..near];
    let scheme = ways.iter().filter_map(|way| memchr::memmem::find(bytes, way)).min();
    if let Some(at) = scheme {
        let before = &bytes[blank..at];
        if !before.iter().any(|byte| matches!(byte, b'?' | b'&' | b'/' | b'%' | b'@')) && !ends_in_name(before) {
            return at;
        }
    }
    let opened = text[blank..].len() - text[blank..].trim_start_matches(['"', '\'', '`', '(', '“', '‘', '«']).len();
    blank + opened
}

/// `xhttps://`: no link, a word that ends so.
fn ends_in_name(before: &[u8]) -> bool {
    before.last().is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// Where what `opened` before the link is closed again.
fn closing(text: &str, body: Range<usize>, opened: char, placeholders: &Placeholders) -> usize {
    let close = match opened {
        '"' | '\'' | '`' => opened,
        '(' => ')',
        '<' => '>',
        '[' => ']',
        '“' => '”',
        '‘' => '’',
        '«' => '»',
        _ => return body.end,
    };
    let mut depth = 0_usize;
    for (at, sign) in text[body.clone()].char_indices() {
        let at = body.start + at;
        if placeholders.end_at(at).is_some() {
            continue;
        }
        if sign == close && depth == 0 {
            return at;
        } else if sign == close {
            depth -= 1;
        } else if sign == opened {
            depth += 1;
        }
    }
    body.end
}

/// Takes off what can stand in no URL, unless it is opened in the link itself.
fn hard(text: &str, body: Range<usize>, placeholders: &Placeholders) -> usize {
    let mut counts = [0_usize; 5];
    let place = |sign| match sign {
        '{' | '}' => 0,
        '[' | ']' => 1,
        '<' | '>' => 2,
        '"' => 3,
        _ => 4,
    };
    let mut hole_end = 0;
    for (at, sign) in text[body.clone()].char_indices() {
        if body.start + at >= hole_end {
            hole_end = placeholders.end_at(body.start + at).unwrap_or(0);
        }
        if body.start + at >= hole_end && matches!(sign, '{' | '[' | '<' | '"' | '`') {
            counts[place(sign)] += 1;
        }
    }
    let mut closed = [0_usize; 3];
    for (at, sign) in text[body.clone()].char_indices() {
        if matches!(sign, '}' | ']' | '>') && placeholders.end_at(body.start + at).is_none() {
            closed[place(sign)] += 1;
        }
    }
    let mut end = body.end;
    while let Some(sign) = text[body.start..end].chars().next_back() {
        let inside = placeholders.end_at(end - sign.len_utf8()).is_some();
        let glued = match sign {
            '}' | ']' | '>' => closed[place(sign)] > counts[place(sign)],
            '"' | '`' => counts[place(sign)] % 2 == 1,
            '”' | '’' | '»' | '\\' => true,
            sign => is_blank(sign),
        };
        if inside || !glued {
            break;
        }
        match sign {
            '}' | ']' | '>' => closed[place(sign)] -= 1,
            '"' | '`' => counts[place(sign)] -= 1,
            _ => {}
        }
        end -= sign.len_utf8();
    }
    end
}

/// Takes off the marks of a sentence where the last value is one that has none: names and ids.
fn soft(text: &str, body: Range<usize>, placeholders: &Placeholders) -> usize {
    const MARKS: [char; 8] = ['\'', ')', '.', ',', ';', '!', ':', '*'];
    let link = &text[body.clone()];
    let value = link.trim_end_matches(MARKS).len();
    let trimmed = body.start + value;
    if trimmed == body.end || placeholders.end_at(trimmed).is_some() {
        return body.end;
    }
    let last = link[..value].rfind(['&', '?', ';']).map_or("", |at| &link[at + 1..]);
    let name = last.split('=').next().unwrap_or_default();
    let known = Known::exact(name).or_else(|| Known::near(name));
    let exact = matches!(known, Some(Known::ClientId | Known::Scope | Known::OptionalScope));
    let bare = value > 0 && link[..value].ends_with("authorize");
    if exact || bare { trimmed } else { body.end }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "https://app.hubspot.com/oauth/authorize?client_id=a&scope=oauth";

    fn read(text: &str) -> &str {
        &text[body(text, &Placeholders::of(text, false))]
    }

    #[test]
    fn what_is_glued_on_is_no_part_of_the_link() {
        for (before, after) in [
            ("", "\""),
            ("\"", "\","),
            ("'", "';"),
            ("<", ">"),
            ("(", ") and more"),
            ("[", "]"),
            ("INSTALL_URL=", "\n"),
            ("url: \"", "\""),
            ("<a href=\"", "\">Install</a>"),
            ("\u{feff}", "\u{200b}"),
            ("Install: ", "."),
            ("“", "”."),
            ("", "`"),
        ] {
            assert_eq!(read(&format!("{before}{LINK}{after}")), LINK, "{before} {after}");
        }
    }

    #[test]
    fn what_belongs_to_a_value_stays() {
        for text in [
            "https://app.hubspot.com/oauth/authorize?state={\"a\":\"b\"}",
            "https://app.hubspot.com/oauth/authorize?scope=a&state=x)'.",
            "https://app.hubspot.com/oauth/authorize?scope=${a}",
            "https://app.hubspot.com/oauth/authorize?x[]=[1]",
            "{AUTH_URL}?client_id=1&redirect_uri=https://shop.example",
            "76ed04&redirect_uri=https://shop.example",
        ] {
            assert_eq!(read(text), text);
        }
    }
}
