//! Text to words, texts and signs, for any language whose comments and quotes are known.
//!
//! Owns what a comment is and where a text ends, and what is put into a text: it knows no grammar. Every token keeps its place.

use std::borrow::Cow;

use super::table::{HOLES, Row};

/// How far apart the ends of what is put into a text may be.
const LONGEST_HOLE: usize = 200;

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name, a number.
    Word,
    /// A text, or a URL without quotes.
    Text(Vec<Part>),
    /// Anything else: an operator, a bracket.
    Sign,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Plain(String),
    /// Something is put in here: its name.
    Hole(String),
}

/// A token with its place.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// From 0.
    pub(super) line: usize,
}

/// Signs of more than one character, the longer ones first.
const SIGNS: [&str; 13] = ["<>", "..", "++", "::", "->", "=>", "|>", "||", ":=", "<-", "?.", "==", "!="];

/// The bytes as text of the same length: what is no UTF-8 becomes `?`.
pub(super) fn readable(source: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(source) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(source.len());
    for chunk in source.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    Cow::Owned(text)
}

/// The tokens of `text`, comments left out.
pub(super) fn tokens(text: &str, row: &Row) -> Vec<Token> {
    let mut lexer = Lexer { text, row, at: 0, line: 0, unclosed: Vec::new(), tokens: Vec::new() };
    while lexer.at < text.len() {
        lexer.step();
    }
    lexer.tokens
}

struct Lexer<'a> {
    text: &'a str,
    row: &'a Row,
    at: usize,
    line: usize,
    /// What closes comments and does not come any more.
    unclosed: Vec<&'static str>,
    tokens: Vec<Token>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn step(&mut self) {
        let rest = self.rest();
        let Some(c) = rest.chars().next() else { return };
        if self.skip_comment() {
            return;
        }
        if c.is_whitespace() {
            self.pass(c.len_utf8());
        } else if rest.starts_with("http://") || rest.starts_with("https://") {
            self.bare_url();
        } else if self.row.quotes.contains(&c) {
            self.quoted(c);
        } else if is_word_start(c) || self.is_flag() {
            self.word();
        } else {
            let length = SIGNS.iter().find(|sign| rest.starts_with(**sign)).map_or(c.len_utf8(), |sign| sign.len());
            self.push(Kind::Sign, length);
        }
    }

    /// Goes on by `length` bytes, and counts their lines.
    fn pass(&mut self, length: usize) {
        let end = (self.at + length).min(self.text.len());
        self.line += memchr::memchr_iter(b'\n', &self.text.as_bytes()[self.at..end]).count();
        self.at = end;
    }

    fn push(&mut self, kind: Kind, length: usize) {
        let (start, line) = (self.at, self.line);
        self.pass(length);
        self.tokens.push(Token { kind, start, end: self.at, line });
    }

    fn skip_comment(&mut self) -> bool {
        let rest = self.rest();
        for (open, close) in self.row.blocks {
            let Some(inside) = rest.strip_prefix(open).filter(|_| !self.unclosed.contains(close)) else { continue };
            match inside.find(close) {
                Some(end) => {
                    self.pass(open.len() + end + close.len());
                    return true;
                }
                None => self.unclosed.push(close),
            }
        }
        let is_comment = self.row.comments.iter().any(|sign| rest.starts_with(sign));
        if is_comment {
            self.pass(rest.find('\n').unwrap_or(rest.len()));
        }
        is_comment
    }

    /// `-Method`, where a dash may begin a word.
    fn is_flag(&self) -> bool {
        let rest = self.rest().trim_start_matches('-');
        self.row.dashes && rest.len() < self.rest().len() && rest.starts_with(|c: char| c.is_ascii_alphabetic())
    }

    fn word(&mut self) {
        let rest = self.rest();
        let first = rest.trim_start_matches('-');
        let skipped = rest.len() - first.len();
        let first = first.chars().next().map_or(0, char::len_utf8);
        let goes_on = |c: char| c.is_alphanumeric() || c == '_' || (self.row.dashes && matches!(c, '-' | '/' | '?'));
        let body = &rest[skipped + first..];
        let mut length = skipped + first + body.find(|c: char| !goes_on(c)).unwrap_or(body.len());
        if rest[length..].starts_with(['!', '?']) && !rest[length + 1..].starts_with(['=', '.']) {
            length += 1;
        }
        self.push(Kind::Word, length);
    }

    fn bare_url(&mut self) {
        let rest = self.rest();
        let is_end =
            |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | ',' | ';' | '<' | '>' | ')' | ']' | '|');
        let end = rest.find(is_end).unwrap_or(rest.len());
        self.push(Kind::Text(parts(&rest[..end])), end);
    }

    /// A text, and what marks it right before: `f"…"`, `@"…"`, `uri"…"`.
    fn quoted(&mut self, quote: char) {
        let rest = self.rest();
        let triple = [quote; 3].iter().collect::<String>();
        let found = match rest.strip_prefix(&triple) {
            Some(inside) => inside.find(&triple).map(|end| (3, end, 3)),
            None => end_of(&rest[1..], quote).map(|end| (1, end, 1)),
        };
        let Some((open, length, close)) = found else { return self.push(Kind::Sign, quote.len_utf8()) };
        let text = parts(&rest[open..open + length]);
        let mut start = self.at;
        while let Some(token) = self.tokens.last().filter(|token| token.end == start && quote != '\'') {
            let is_word = token.kind == Kind::Word;
            if !is_word && !matches!(&self.text[token.start..token.end], "@" | "#") {
                break;
            }
            start = token.start;
            self.tokens.pop();
            if is_word {
                break;
            }
        }
        self.push(Kind::Text(text), open + length + close);
    }
}

fn is_word_start(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '@')
}

/// Where the text ends that begins here; `None` where its line ends before. What is put in may hold quotes.
fn end_of(inside: &str, quote: char) -> Option<usize> {
    let mut at = 0;
    while let Some(c) = inside[at..].chars().next() {
        if let Some((_, length)) = hole(&inside[at..]).filter(|(_, length)| inside[at..at + length].contains(quote)) {
            at += length;
        } else if c == quote {
            return Some(at);
        } else if c == '\n' {
            return None;
        } else if c == '\\' {
            at += 1 + inside[at + 1..].chars().next().map_or(0, char::len_utf8);
        } else {
            at += c.len_utf8();
        }
    }
    None
}

/// What is put in at the beginning of `text`: its name, and its length.
fn hole(text: &str) -> Option<(String, usize)> {
    let (open, close) = HOLES.iter().find(|(open, _)| text.starts_with(open))?;
    let (first, last) = (open.chars().next_back()?, close.chars().next()?);
    let mut depth = 0;
    let inside = &text[open.len()..];
    for (at, c) in inside.char_indices() {
        if at > LONGEST_HOLE || c == '\n' {
            return None;
        }
        if c == last && depth == 0 {
            let closed = inside[at..].starts_with(close);
            return closed.then(|| (name_of(&inside[..at]), open.len() + at + close.len()));
        }
        if c == first && first != last {
            depth += 1;
        } else if c == last {
            depth -= 1;
        }
    }
    None
}

/// The last name in an expression.
fn name_of(expression: &str) -> String {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let names = expression.split(|c: char| !is_part(c));
    let mut names = names.filter(|name| name.starts_with(|c: char| c.is_alphabetic()));
    names.next_back().unwrap_or("value").to_owned()
}

/// A text as its parts.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let mut found = Vec::new();
    let mut plain = String::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if let Some((name, length)) = hole(rest).or_else(|| variable(rest)).or_else(|| format(rest)) {
            if !plain.is_empty() {
                found.push(Part::Plain(std::mem::take(&mut plain)));
            }
            found.push(Part::Hole(name));
            at += length;
        } else if c == '\\' {
            let escaped = rest[1..].chars().next();
            plain.extend(escaped.map(|c| if matches!(c, 'n' | 'r' | 't') { ' ' } else { c }));
            at += 1 + escaped.map_or(0, char::len_utf8);
        } else {
            plain.push(c);
            at += c.len_utf8();
        }
    }
    if !plain.is_empty() || found.is_empty() {
        found.push(Part::Plain(plain));
    }
    found
}

/// `$name`
fn variable(text: &str) -> Option<(String, usize)> {
    let name = text.strip_prefix('$')?;
    let length = name.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(name.len());
    name.starts_with(|c: char| c.is_alphabetic() || c == '_').then(|| (name[..length].to_owned(), 1 + length))
}

/// `%s`, `%1$s`, `%@`, `%(name)s`
fn format(text: &str) -> Option<(String, usize)> {
    let rest = text.strip_prefix('%')?;
    if let Some((name, after)) = rest.strip_prefix('(').and_then(|inside| inside.split_once(')')) {
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        return (is_name && after.starts_with('s')).then(|| (name.to_owned(), name.len() + 4));
    }
    let numbered = rest.find('$').filter(|at| *at > 0 && rest[..*at].bytes().all(|b| b.is_ascii_digit()));
    let sign = numbered.map_or(0, |at| at + 1);
    let after = &rest[sign..];
    let length = ["lld", "ld", "lu", "s", "d", "v", "@", "i", "u"].iter().find(|sign| after.starts_with(**sign))?.len();
    let ends = !after[length..].starts_with(|c: char| c.is_alphanumeric());
    ends.then(|| ("value".to_owned(), 1 + sign + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::lines::of_ending;

    fn lexed(ending: &str, text: &str) -> Vec<String> {
        let told = |token: Token| match token.kind {
            Kind::Text(parts) => {
                let told = |part: &Part| match part {
                    Part::Plain(text) => text.clone(),
                    Part::Hole(name) => format!("<{name}>"),
                };
                format!("\"{}\"", parts.iter().map(told).collect::<String>())
            }
            Kind::Word | Kind::Sign => text[token.start..token.end].to_owned(),
        };
        tokens(text, of_ending(ending).unwrap()).into_iter().map(told).collect()
    }

    #[test]
    fn comments_of_every_language_are_left_out() {
        for (ending, text) in [
            ("ex", "# a\nx"),
            ("rs", "// a\n/* b\nc */ x"),
            ("lua", "-- a\n--[[ b\n]] x"),
            ("clj", "; a\nx"),
            ("ps1", "# a\n<# b #> x"),
            ("vb", "' a\nx"),
            ("fs", "(* a *) x // b"),
            ("pl", "# a\n\n=pod\nb\n\n=cut\nx"),
            ("hs", "-- a\n{- b -} x"),
            ("erl", "% a\nx"),
            ("bat", "REM a\nx"),
            ("sql", "-- a\nx"),
            ("xml", "<!-- a --> x"),
        ] {
            assert_eq!(lexed(ending, text).last().map(String::as_str), Some("x"), "{ending}");
            let rest: Vec<String> =
                lexed(ending, text).into_iter().filter(|token| token == "a" || token == "b").collect();
            assert!(rest.is_empty(), "{ending} {rest:?}");
        }
    }

    #[test]
    fn what_is_put_into_a_text_is_a_hole_in_every_language() {
        for (ending, text, wanted) in [
            ("ex", r##""#{root(:x, "y")}/a""##, r#""<y>/a""#),
            ("swift", r#""\(base)/a""#, r#""<base>/a""#),
            ("rs", r##"r#"{}/a"#"##, r#""<value>/a""#),
            ("rs", r#""{base}/a""#, r#""<base>/a""#),
            ("dart", "'$base/a/${x.id}'", r#""<base>/a/<id>""#),
            ("scala", r#"uri"$base/a/${x.id}""#, r#""<base>/a/<id>""#),
            ("r", r#""%s/a""#, r#""<value>/a""#),
            ("m", r#"@"%@/a/%ld""#, r#""<value>/a/<value>""#),
            ("ps1", r#""$base/a/$($x.id)""#, r#""<base>/a/<id>""#),
            ("java", r#""%1$s/a%2Fb""#, r#""<value>/a%2Fb""#),
        ] {
            assert!(lexed(ending, text).contains(&wanted.to_owned()), "{ending} {text}: {:?}", lexed(ending, text));
        }
    }

    #[test]
    fn a_text_that_does_not_end_takes_no_more_than_its_quote() {
        assert_eq!(lexed("rs", "let a = \"b\nc(\"d\")"), ["let", "a", "=", "\"", "b", "c", "(", "\"d\"", ")"]);
        assert_eq!(lexed("rs", "fn a<'b>(c: &'b str)").len(), 14);
        assert_eq!(lexed("rs", "a /* b \"c\""), ["a", "/", "*", "b", "\"c\""]);
    }
}
