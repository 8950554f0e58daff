//! Where a link ends, by what stands around it.

/// What a link stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Around {
    /// The quote before it.
    pub(super) quote: Option<u8>,
    /// The quote is escaped, as in a string in a string.
    escaped: bool,
    /// The bracket before it.
    bracket: Option<u8>,
    /// It is the bare value of an assignment that takes the line: `.env`, a shell.
    pub(super) assigned: bool,
    /// It is the value of an attribute, such as `href="…"`.
    pub(super) in_attribute: bool,
}

impl Around {
    /// Looks at what stands before the link at `start`.
    pub(super) fn of(text: &str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let last = start.checked_sub(1).map(|at| bytes[at]);
        let quote = last.filter(|byte| matches!(byte, b'"' | b'\'' | b'`'));
        let escaped = quote.is_some() && start >= 2 && bytes[start - 2] == b'\\';
        let bracket = match last {
            Some(b'(') => Some(b')'),
            Some(b'[') => Some(b']'),
            Some(b'<') => Some(b'>'),
            _ => None,
        };
        let near = &bytes[start.saturating_sub(80)..start];
        let line = near.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let names = line.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b' ' | b'.' | b'-' | b'='));
        let assigned = last == Some(b'=') && names;
        let attributes = [&b"href="[..], b"src=", b"action=", b"content=", b"url="];
        let before_quote = near.strip_suffix(&[quote.unwrap_or_default()]).unwrap_or(near);
        let in_attribute = quote.is_some() && attributes.iter().any(|name| before_quote.ends_with(name));
        Self { quote, escaped, bracket, assigned, in_attribute }
    }
}

/// The byte after the last of the link at `start`. Placeholders are passed over whole, if they close on this line.
pub(super) fn ending(text: &str, start: usize, around: Around) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut depth = 0_usize;
    while at < bytes.len() {
        let byte = bytes[at];
        if let Some(end) = placeholder(bytes, at) {
            at = end;
            continue;
        }
        if let Some(quote) = around.quote {
            let closes = byte == quote || (byte == b'\\' && around.escaped && bytes.get(at + 1) == Some(&quote));
            if closes || (byte == b'\n' && quote != b'`') {
                break;
            }
        } else {
            match byte {
                b'\n' | b'\r' | b'"' | b'`' | b'>' | b'\'' => break,
                b' ' | b'\t' if !around.assigned || bytes.get(at + 1) == Some(&b'#') => break,
                b'(' if around.bracket == Some(b')') => depth += 1,
                _ if Some(byte) == around.bracket && depth == 0 => break,
                b')' => depth = depth.saturating_sub(1),
                b'<' => break,
                _ => {}
            }
        }
        at += 1;
    }
    let end = trimmed(text, start, at, around);
    (start..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(start)
}

/// Without the marks of the sentence that a bare link ends.
fn trimmed(text: &str, start: usize, end: usize, around: Around) -> usize {
    if around.quote.is_some() {
        return end;
    }
    let mut link = text[start..end].trim_end();
    if around.bracket.is_some() {
        return start + link.len();
    }
    // How many more are closed than opened.
    let pairs = [('(', ')'), ('[', ']'), ('{', '}')];
    let mut surplus = pairs.map(|(open, close)| link.matches(close).count().saturating_sub(link.matches(open).count()));
    while let Some(mark) = link.chars().next_back() {
        match pairs.iter().position(|(_, close)| *close == mark) {
            Some(pair) if surplus[pair] > 0 => surplus[pair] -= 1,
            None if matches!(mark, '.' | ',' | ';' | ':' | '!' | '?' | '*' | '_' | '\\' | '|')
                && !link.ends_with("...") => {}
            _ => break,
        }
        link = &link[..link.len() - 1];
    }
    start + link.len()
}

/// The end of a placeholder that may hold quotes and white space: `${…}`, `{{…}}`, `{…}`, `#{…}`, `<?php … ?>`, `<…>`.
fn placeholder(bytes: &[u8], at: usize) -> Option<usize> {
    const LONGEST: usize = 600;
    let limit = bytes.len().min(at + LONGEST);
    match bytes[at] {
        b'{' => {
            let first = bytes[at + 1..limit].iter().find(|byte| !byte.is_ascii_whitespace())?;
            if matches!(first, b'"' | b'\'') {
                return None;
            }
            let mut depth = 0_usize;
            for (step, byte) in bytes[at..limit].iter().enumerate() {
                match byte {
                    b'{' => depth += 1,
                    b'}' if depth == 1 => return Some(at + step + 1),
                    b'}' => depth -= 1,
                    b'\n' => return None,
                    _ => {}
                }
            }
            None
        }
        b'<' if matches!(bytes.get(at + 1), Some(b'?' | b'%')) => {
            let close = [bytes[at + 1], b'>'];
            memchr::memmem::find(&bytes[at..limit], &close).map(|step| at + step + 2)
        }
        b'<' => {
            let inside = bytes[at + 1..limit].iter().take(80);
            let word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(*byte, b'_' | b'-' | b' ');
            let length = inside.take_while(|byte| word(byte)).count();
            let value = at > 0 && matches!(bytes[at - 1], b'=' | b'/');
            (length > 0 && value && bytes.get(at + 1 + length) == Some(&b'>')).then_some(at + length + 2)
        }
        _ => None,
    }
}
