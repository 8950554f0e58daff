//! The placeholders in a text: `${…}`, `{{…}}`, `{NAME}`, `{}`, `#{…}`, `<…>`, `<?php … ?>`, `%s`, `:name`, `$NAME`, `…`.
//!
//! Owns the syntax of a dozen template languages, as far as it takes to know where a placeholder ends. Words that stand
//! for a value, such as `YOUR_CLIENT_ID`, are known by their parameter: [`super::stand_in`] has them.

use std::ops::Range;

use memchr::{memchr, memmem};

/// No placeholder is longer. A truncated one would swallow the rest of a file.
const LONGEST: usize = 4096;

/// So many times a closing sign is looked for in vain; afterwards each open placeholder ends at the next `&`, unasked.
/// A hostile text may open millions.
const PATIENCE: u32 = 64;

/// Where the placeholders of a text are, in order and without overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placeholders(Vec<Range<usize>>);

impl Placeholders {
    /// Those of `text`; `continued` = something unknown follows after its end, too.
    pub(in crate::link) fn of(text: &str, continued: bool) -> Self {
        let mut reader = Reader { text, bytes: text.as_bytes(), patience: PATIENCE };
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(step) = reader.bytes[at..].iter().position(|byte| is_opener(*byte)) {
            at += step;
            match reader.ending(at) {
                Some(end) => {
                    found.push(at..end);
                    at = end;
                }
                None => at += 1,
            }
        }
        if continued {
            found.push(text.len()..text.len());
        }
        Self(found)
    }

    /// All of them.
    pub fn ranges(&self) -> &[Range<usize>] {
        &self.0
    }

    /// Where the one around the byte `at` ends.
    pub fn end_at(&self, at: usize) -> Option<usize> {
        let next = self.0.partition_point(|hole| hole.end <= at);
        self.0.get(next).filter(|hole| hole.start <= at && at < hole.end).map(|hole| hole.end)
    }

    /// Those inside of `range`; one without length, at the end of a text that goes on, counts.
    pub fn within(&self, range: &Range<usize>) -> &[Range<usize>] {
        let first = self.0.partition_point(|hole| hole.start < range.start);
        let last = self.0.partition_point(|hole| hole.end <= range.end);
        self.0.get(first..last).unwrap_or_default()
    }

    /// Whether `range` has one in it.
    pub fn touch(&self, range: &Range<usize>) -> bool {
        !self.within(range).is_empty()
    }
}

fn is_opener(byte: u8) -> bool {
    matches!(byte, b'$' | b'{' | b'#' | b'<' | b'%' | b':' | b'[' | b'.' | 0xe2)
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    patience: u32,
}

impl Reader<'_> {
    /// Where the placeholder that begins at `at` ends, if one does.
    fn ending(&mut self, at: usize) -> Option<usize> {
        let next = self.bytes.get(at + 1).copied().unwrap_or_default();
        match self.bytes[at] {
            b'$' | b'#' if next == b'{' => Some(self.braces(at + 1)),
            b'$' => self.variable(at + 1),
            b'{' if next == b'{' => Some(self.double_braces(at)),
            b'{' if self.is_expression(at + 1) => Some(self.braces(at)),
            b'<' if next == b'?' => Some(self.until(at, "?>")),
            b'<' if next == b'%' => Some(self.until(at, "%>")),
            b'<' => self.angle(at),
            b'%' => self.directive(at),
            b':' if at > 0 && matches!(self.bytes[at - 1], b'=' | b'/') => self.colon(at),
            b'[' if at > 0 && self.bytes[at - 1] == b'=' => self.square(at),
            b'.' if self.bytes[at..].starts_with(b"...") => self.ellipsis(at, b'.'),
            0xe2 if self.text.is_char_boundary(at) && self.text[at..].starts_with('…') => Some(at + '…'.len_utf8()),
            _ => None,
        }
    }

    /// What follows is an expression, a name, a number or nothing: not the `"` of JSON.
    fn is_expression(&self, at: usize) -> bool {
        let first = self.bytes[at..].iter().take(16).find(|byte| !byte.is_ascii_whitespace());
        first.is_some_and(|byte| !matches!(byte, b'"' | b'\'' | b'&' | b','))
    }

    /// The end of `{…}`, which opens at `open`: with nested brackets and quotes; without them, where they do not close; at
    /// the next `&`, where nothing closes it.
    fn braces(&mut self, open: usize) -> usize {
        let limit = self.bytes.len().min(open + LONGEST);
        if self.patience > 0 {
            if let Some(end) = balanced(&self.bytes[..limit], open) {
                return end;
            }
            self.patience -= 1;
            let plain = memchr(b'}', &self.bytes[open..limit]).map(|step| open + step + 1);
            if let Some(end) = plain.filter(|end| memchr(b'&', &self.bytes[open..*end]).is_none()) {
                return end;
            }
        }
        self.unclosed(open)
    }

    fn unclosed(&self, open: usize) -> usize {
        memchr(b'&', &self.bytes[open..]).map_or(self.bytes.len(), |step| open + step).max(open + 1)
    }

    fn double_braces(&mut self, open: usize) -> usize {
        let limit = self.bytes.len().min(open + LONGEST);
        if self.patience > 0 {
            if let Some(step) = memmem::find(&self.bytes[open + 2..limit], b"}}") {
                let end = open + 2 + step + 2;
                return end + usize::from(self.bytes.get(end) == Some(&b'}'));
            }
            self.patience -= 1;
        }
        self.unclosed(open)
    }

    /// Up to and with `close`; to the end of the text where it is cut off.
    fn until(&self, open: usize, close: &str) -> usize {
        memmem::find(&self.bytes[open..], close.as_bytes()).map_or(self.bytes.len(), |step| open + step + close.len())
    }

    /// `<your-client-id>`, but no tag's `<` before an `=`.
    fn angle(&self, open: usize) -> Option<usize> {
        let inside = self.bytes[open + 1..].iter().take(100);
        let stop = inside.take_while(|byte| !matches!(byte, b'<' | b'>' | b'&' | b'"' | b'=' | b'\n')).count();
        let end = open + 1 + stop;
        (stop > 0 && self.bytes[open + 1] != b'/' && self.bytes.get(end) == Some(&b'>')).then_some(end + 1)
    }

    /// `%s`, `%d`, `%v`, `%1$s`, `%(name)s`, `%{name}`, `%NAME%`; never a pair such as `%20`.
    fn directive(&self, at: usize) -> Option<usize> {
        let rest = &self.bytes[at + 1..];
        let name = |from: usize| from + rest[from..].iter().take(64).take_while(|byte| is_word(**byte)).count();
        match rest.first()? {
            b'(' | b'{' => {
                let end = name(1);
                let closes = if rest[0] == b'(' { b')' } else { b'}' };
                let letter = rest[0] == b'(' && rest.get(end + 1).is_some_and(u8::is_ascii_alphabetic);
                (end > 1 && rest.get(end) == Some(&closes)).then(|| at + 2 + end + usize::from(letter))
            }
            b's' | b'd' | b'v' | b'q' | b'@' if !rest.get(1).is_some_and(|byte| is_word(*byte)) => Some(at + 2),
            digit if digit.is_ascii_digit() && rest.get(1) == Some(&b'$') => {
                rest.get(2).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'@').then_some(at + 4)
            }
            letter if letter.is_ascii_uppercase() => {
                let end = name(0);
                let pair = rest.iter().take(2).all(u8::is_ascii_hexdigit);
                (end > 2 && !pair && rest.get(end) == Some(&b'%')).then_some(at + end + 2)
            }
            _ => None,
        }
    }

    /// `$NAME`, `$this->client_id`, `$vars['id']`, `$(command)`.
    fn variable(&mut self, at: usize) -> Option<usize> {
        let first = *self.bytes.get(at)?;
        if first == b'(' {
            return Some(self.braces(at));
        }
        if !(first.is_ascii_alphabetic() || first == b'_') {
            return None;
        }
        let mut end = at;
        loop {
            end += self.bytes[end..].iter().take_while(|byte| is_word(**byte)).count();
            let rest = &self.bytes[end..];
            if rest.starts_with(b"->") && rest.get(2).is_some_and(|byte| is_word(*byte)) {
                end += 2;
            } else if rest.starts_with(b"['") || rest.starts_with(b"[\"") {
                let Some(close) = memchr(b']', &rest[..rest.len().min(80)]) else { return Some(end) };
                end += close + 1;
            } else {
                return Some(end);
            }
        }
    }

    /// `:name`, as a whole part.
    fn colon(&self, at: usize) -> Option<usize> {
        let first = *self.bytes.get(at + 1)?;
        let end = at + 1 + self.bytes[at + 1..].iter().take(64).take_while(|byte| is_word(**byte)).count();
        (first.is_ascii_alphabetic() && self.ends_part(end)).then_some(end)
    }

    /// `[CLIENT_ID]` and `[your client id]`, as a whole value.
    fn square(&self, at: usize) -> Option<usize> {
        let inside = self.bytes[at + 1..].iter().take(64);
        let length = inside.take_while(|byte| is_word(**byte) || matches!(byte, b' ' | b'-')).count();
        let end = at + 1 + length;
        let name = self.bytes.get(at + 1..end)?;
        let told = name.iter().all(|byte| !byte.is_ascii_lowercase()) || name.starts_with(b"your");
        (length > 1 && told && self.bytes.get(end) == Some(&b']') && self.ends_part(end + 1)).then_some(end + 1)
    }

    /// What was left out at the end of a value.
    fn ellipsis(&self, at: usize, dot: u8) -> Option<usize> {
        let end = at + self.bytes[at..].iter().take_while(|byte| **byte == dot).count();
        self.ends_part(end).then_some(end)
    }

    fn ends_part(&self, end: usize) -> bool {
        self.bytes
            .get(end)
            .is_none_or(|byte| matches!(byte, b'&' | b'/' | b'?' | b'#' | b'"' | b'\'' | b')' | b'`' | b'\n'))
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The end of what the bracket at `open` opens: brackets nest, quotes hide them, a backslash hides the next sign.
fn balanced(bytes: &[u8], open: usize) -> Option<usize> {
    let closing = |byte| match byte {
        b'{' => b'}',
        b'(' => b')',
        _ => b']',
    };
    let mut stack = vec![closing(*bytes.get(open)?)];
    let mut at = open + 1;
    while let (Some(&byte), Some(&top)) = (bytes.get(at), stack.last()) {
        let quoted = matches!(top, b'"' | b'\'' | b'`');
        if byte == b'\\' {
            at += 1;
        } else if byte == top {
            stack.pop();
            if stack.is_empty() {
                return Some(at + 1);
            }
        } else if quoted {
            if top == b'`' && bytes[at..].starts_with(b"${") {
                stack.push(b'}');
                at += 1;
            }
        } else if matches!(byte, b'{' | b'(' | b'[') {
            stack.push(closing(byte));
        } else if matches!(byte, b'"' | b'\'' | b'`') {
            stack.push(byte);
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        Placeholders::of(text, false).0.into_iter().map(|hole| &text[hole]).collect()
    }

    #[test]
    fn each_template_language_has_its_own_sign() {
        let alone = [
            "${scopes.join(\" \")}",
            "${a ? `${b}/` : \"}\"}",
            "{{CLIENT_ID}}",
            "{{{raw}}}",
            "{NAME}",
            "{0}",
            "{}",
            "{vars['id']}",
            "{ f( 'a&b' ) }",
            "#{ENV['X']}",
            "%s",
            "%(name)s",
            "%{name}",
            "%1$s",
            "%CLIENT_ID%",
            "<your client id>",
            "<?php echo urlencode(\\'a b\\') ?>",
            "<%= id %>",
            ":name",
            "$NAME",
            "$this->crm->id",
            "$vars['id']",
            "$(cat id)",
            "[CLIENT_ID]",
            "...",
            "…",
        ];
        for sign in alone {
            assert_eq!(found(&format!("a?x={sign}&y=b")), [sign], "{sign}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in
            ["a%20b%d0%20", "x={\"a\": 1}", "https://a/b:8080", "a#b", "a..b", "x=%", "x=$", "x=[oauth]&", "a%2"]
        {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_directive_takes_a_letter_of_its_own_and_no_part_of_another_sign() {
        assert_eq!(found("x=%2$\u{feff}/"), Vec::<&str>::new());
        assert_eq!(found("x=%2$"), Vec::<&str>::new());
        assert_eq!(found("x=%(id)é&y=%2$sé"), ["%(id)", "%2$s"]);
    }

    #[test]
    fn what_is_cut_off_ends_with_its_parameter() {
        assert_eq!(found("?a=${f(X&b={0}"), ["${f(X", "{0}"]);
        assert_eq!(found("?a=${f(X"), ["${f(X"]);
    }

    #[test]
    fn millions_of_open_ones_take_no_time() {
        for sign in ["${", "{{", "${'&", "<", "<?", "$(", "{a&", "$a['", "%(", "..."] {
            let _ = Placeholders::of(&sign.repeat(300_000), false);
        }
    }
}
