//! A file as tokens, with which bracket encloses which, and what names stand for.
//!
//! Owns texts that are put together and texts that are given to names. What is called is `verb`'s.

use std::collections::HashMap;

use super::lexer::{Kind, Part, Token, tokens};
use super::table::Row;
use super::words;
use crate::scan::value::{Literal, Piece};

/// How many parts one text may be put together of.
const MOST_PARTS: usize = 48;

/// How many tokens a bracket may hold that is passed over.
const MOST_INSIDE: usize = 200;

/// How many names one name may be made of, and how many tokens stand before what is given to one.
const MOST_LINKS: usize = 64;
const MOST_BEFORE: usize = 24;

/// How deep a bracket that nothing closes is looked for.
const DEEPEST: usize = 12;

/// How many lines the name of a local thing holds.
const REACH: usize = 40;

/// A file as tokens.
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) row: &'a Row,
    pub(super) tokens: Vec<Token>,
    /// By token, the bracket that encloses it.
    parents: Vec<Option<usize>>,
    /// By bracket, what closes it.
    closes: Vec<Option<usize>>,
    pub(super) given: Vec<Given>,
    /// By name, what is given to it, in order.
    by_name: HashMap<String, Vec<usize>>,
}

/// A text that is given to a name.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) pieces: Vec<Piece>,
    /// The token where the text begins.
    pub(super) at: usize,
    /// Whether it holds for all of the file.
    is_constant: bool,
}

/// A text that is put together from several.
#[derive(Debug)]
pub(super) struct Chain {
    pub(super) pieces: Vec<Piece>,
    pub(super) start: usize,
    /// The token after the last.
    pub(super) end: usize,
    /// The literals in it.
    pub(super) literals: Vec<usize>,
    /// What is given to names in it.
    pub(super) names: Vec<usize>,
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str, row: &'a Row) -> Self {
        let tokens = tokens(text, row);
        let closes = vec![None; tokens.len()];
        let (parents, given, by_name) = (Vec::new(), Vec::new(), HashMap::new());
        let mut source = Self { text, row, tokens, parents, closes, given, by_name };
        source.match_brackets();
        source.settle_names();
        source
    }

    fn match_brackets(&mut self) {
        let mut open: Vec<usize> = Vec::new();
        for at in 0..self.tokens.len() {
            self.parents.push(open.last().copied());
            match self.sign(at) {
                "(" | "[" | "{" => open.push(at),
                sign @ (")" | "]" | "}") => {
                    let wanted = match sign {
                        ")" => "(",
                        "]" => "[",
                        _ => "{",
                    };
                    let found = open.iter().rev().take(DEEPEST).position(|place| self.sign(*place) == wanted);
                    if let Some(back) = found {
                        open.truncate(open.len() - back);
                        if let Some(place) = open.pop() {
                            self.closes[place] = Some(at);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// The text of the sign at `at`; empty where it is none.
    pub(super) fn sign(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .filter(|token| token.kind == Kind::Sign)
            .map_or("", |token| &self.text[token.start..token.end])
    }

    /// The word at `at`.
    pub(super) fn word(&self, at: usize) -> Option<&'a str> {
        self.tokens.get(at).filter(|token| token.kind == Kind::Word).map(|token| &self.text[token.start..token.end])
    }

    /// The text at `at`, where nothing is put into it.
    pub(super) fn plain(&self, at: usize) -> Option<&str> {
        match &self.tokens.get(at)?.kind {
            Kind::Text(parts) => match parts.as_slice() {
                [Part::Plain(text)] => Some(text),
                _ => None,
            },
            Kind::Word | Kind::Sign => None,
        }
    }

    pub(super) fn is_text(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Text(_)))
    }

    pub(super) fn line(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(usize::MAX, |token| token.line)
    }

    /// The bracket that encloses the token.
    pub(super) fn parent(&self, at: usize) -> Option<usize> {
        self.parents.get(at).copied().flatten()
    }

    /// What closes the bracket.
    pub(super) fn close(&self, open: usize) -> Option<usize> {
        self.closes.get(open).copied().flatten()
    }

    /// Whether the token joins two names to one: `a.b`, `a::b`.
    pub(super) fn links(&self, at: usize) -> bool {
        matches!(self.sign(at), "." | "::" | "->" | "?." | "&.")
    }

    /// What calls with the bracket at `open`, by the token of its last name.
    pub(super) fn callee(&self, open: usize) -> Option<usize> {
        let before = open.checked_sub(1)?;
        let is_bound = self.tokens[before].end == self.tokens[open].start;
        // `Url{"…"}` makes something; what stands before other braces is no call.
        let can_call = |word: &str| self.sign(open) != "{" || word.starts_with(char::is_uppercase);
        if is_bound && self.word(before).is_some_and(can_call) {
            return Some(before);
        }
        // `(client/get "…")`
        (self.row.dashes && self.sign(open) == "(" && self.word(open + 1).is_some()).then_some(open + 1)
    }

    /// Whether the bracket holds statements, not a map.
    pub(super) fn is_block(&self, open: usize) -> bool {
        let Some(before) = open.checked_sub(1) else { return true };
        self.sign(open) == "{"
            && self.callee(open).is_none()
            && (self.word(before).is_some() || matches!(self.sign(before), ")" | "->" | ">" | ";" | "}" | "{"))
            && !matches!(self.word(before), Some("return"))
    }

    /// The first token of the name that ends at `last`, with what it is called on: `a.b(c).d`.
    pub(super) fn begin(&self, last: usize) -> usize {
        let mut at = last;
        for _ in 0..MOST_LINKS {
            if at < 2 || !self.links(at - 1) {
                break;
            }
            let before = at - 2;
            if self.word(before).is_some() {
                at = before;
            } else if let Some(open) = self.open_of(before) {
                at = open.checked_sub(1).filter(|name| self.word(*name).is_some()).unwrap_or(open);
            } else {
                return before;
            }
        }
        self.with_marks(at)
    }

    /// The expression at `at` with the words before it that only mark it: `new`, `await`.
    fn with_marks(&self, mut at: usize) -> usize {
        while at >= 1
            && matches!(self.word(at - 1), Some("new" | "await" | "try" | "try!" | "try?" | "check" | "return"))
        {
            at -= 1;
        }
        at
    }

    /// The bracket that the token closes.
    fn open_of(&self, close: usize) -> Option<usize> {
        if !matches!(self.sign(close), ")" | "]" | "}") {
            return None;
        }
        // What is closed here was opened where its own enclosing bracket is: the last one before.
        (close.saturating_sub(MOST_INSIDE)..close).rev().find(|open| self.close(*open) == Some(close))
    }

    /// The text that begins at `start`; `None` where none does.
    pub(super) fn chain(&self, start: usize) -> Option<Chain> {
        // What calls, a label, and what is given something are no texts.
        let is_callee = self.parent(start).is_some_and(|open| self.callee(open) == Some(start));
        let is_named = self.word(start).is_some() && matches!(self.sign(start + 1), ":" | "=" | ":=" | "<-" | "=>");
        if is_callee || is_named {
            return None;
        }
        let mut chain = Chain { pieces: Vec::new(), start, end: start, literals: Vec::new(), names: Vec::new() };
        let mut at = start;
        for _ in 0..MOST_PARTS {
            let Some(next) = self.operand(at, &mut chain) else { break };
            chain.end = next;
            match self.operator(next, start) {
                Some(operand) => at = operand,
                None => break,
            }
        }
        let says = chain.pieces.iter().any(|piece| matches!(piece, Piece::Literal { .. }));
        says.then_some(chain)
    }

    /// The token after the operator at `at` that puts texts together.
    fn operator(&self, at: usize, start: usize) -> Option<usize> {
        let is_joined = |open: usize| self.callee(open).and_then(|callee| self.word(callee)).is_some_and(words::joins);
        let joined = self.parent(start).is_some_and(is_joined);
        match self.sign(at) {
            "+" | "<>" | ".." | "++" | "&" | "||" => Some(at + 1),
            // Perl: `$base . "/path"`.
            "." if self.is_text(at + 1) || self.word(at + 1).is_some_and(|word| word.starts_with('$')) => Some(at + 1),
            "," if joined => Some(at + 1),
            "" if joined && at < self.tokens.len() => Some(at),
            _ => None,
        }
    }

    /// Puts what stands at `at` into the chain; gives the token after it.
    fn operand(&self, at: usize, chain: &mut Chain) -> Option<usize> {
        match &self.tokens.get(at)?.kind {
            Kind::Text(parts) => {
                chain.literals.push(at);
                for part in parts {
                    self.part(part, at, chain);
                }
                Some(at + 1)
            }
            Kind::Word => {
                let mut last = at;
                let mut next = at + 1;
                for _ in 0..MOST_LINKS {
                    if self.links(next) && self.word(next + 1).is_some() {
                        (last, next) = (next + 1, next + 2);
                    } else if let Some(close) =
                        self.close(next).filter(|close| *close - next <= MOST_INSIDE && self.sign(next) != "{")
                    {
                        next = close + 1;
                    } else {
                        break;
                    }
                }
                let is_alone = next == at + 1;
                self.name(self.word(last).unwrap_or("value"), at, is_alone, chain);
                Some(next)
            }
            Kind::Sign => None,
        }
    }

    fn part(&self, part: &Part, at: usize, chain: &mut Chain) {
        match part {
            Part::Plain(text) => {
                let at = Literal { file: 0, start: crate::syntax::offset(self.tokens[at].start), function: 0 };
                chain.pieces.push(Piece::Literal { text: text.as_str().into(), at });
            }
            Part::Hole(name) => self.name(name, at, true, chain),
        }
    }

    /// A name in a text: what it was given, where that is known.
    fn name(&self, name: &str, at: usize, is_alone: bool, chain: &mut Chain) {
        match self.given_to(name, at).filter(|_| is_alone) {
            Some(place) => {
                chain.names.push(place);
                chain.pieces.extend(self.given[place].pieces.iter().cloned());
            }
            None => chain.pieces.push(Piece::Hole(name.trim_start_matches(['$', '@']).into())),
        }
    }

    /// What the name stands for at `at`: what it was given last, or what it is given at all where that is one thing.
    pub(super) fn given_to(&self, name: &str, at: usize) -> Option<usize> {
        let all = self.by_name.get(bare(name))?;
        let before = all.partition_point(|place| self.given[*place].at < at);
        let last = before.checked_sub(1).map(|before| all[before]);
        let near = last.filter(|place| {
            let given = &self.given[*place];
            given.is_constant || self.line(at).saturating_sub(self.line(given.at)) <= REACH
        });
        near.or(match all.as_slice() {
            [only] if self.given[*only].is_constant => Some(*only),
            _ => None,
        })
    }

    /// Reads what is given to names, in order.
    fn settle_names(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            let is_begin = self.is_text(at) || (self.word(at).is_some() && !(at > 0 && self.links(at - 1)));
            let Some(chain) = is_begin.then(|| self.chain(at)).flatten() else {
                at += 1;
                continue;
            };
            let end = chain.end.max(at + 1);
            let is_worth = !chain.literals.is_empty() && is_address(&chain.pieces);
            if let Some((name, is_constant)) = is_worth.then(|| self.holder(at)).flatten() {
                self.by_name.entry(bare(&name).to_owned()).or_default().push(self.given.len());
                self.given.push(Given { pieces: chain.pieces, at, is_constant });
            }
            at = if chain.literals.is_empty() { at + 1 } else { end };
        }
    }

    /// The name that what begins at `at` is given to, with what is made of it on the way; and whether it holds everywhere.
    fn holder(&self, at: usize) -> Option<(String, bool)> {
        let mut inner = at;
        for _ in 0..4 {
            if let Some(found) = self.given_at(inner) {
                return Some(found);
            }
            let open = self.parent(inner).filter(|open| self.line(inner) - self.line(*open) <= 4)?;
            let callee = self.callee(open);
            if callee.and_then(|callee| self.word(callee)).is_some_and(|word| words::method_of(word).is_some()) {
                return None;
            }
            inner = match callee {
                Some(callee) if callee < open => self.begin(callee),
                _ => self.with_marks(open),
            };
        }
        None
    }

    /// The name before the sign that gives it the expression at `at`.
    fn given_at(&self, at: usize) -> Option<(String, bool)> {
        let before = at.checked_sub(1)?;
        let sign = self.sign(before);
        if let Some(name) = self.word(before) {
            // `@root "…"`, `#define ROOT "…"`, `(def root "…")`
            let defines = before > 0
                && matches!(self.word(before - 1), Some("define" | "def" | "defonce" | "defparameter" | "defvar"));
            return (defines
                || name.starts_with('@') && before.checked_sub(1).is_none_or(|at| self.line(at) < self.line(before)))
            .then(|| (name.to_owned(), true));
        }
        if !matches!(sign, "=" | ":=" | "<-") {
            return None;
        }
        let line = self.line(before);
        let mut first = before;
        while first > 0
            && before - first < MOST_BEFORE
            && self.line(first - 1) == line
            && !matches!(self.sign(first - 1), ";" | "{" | "(" | ",")
        {
            first -= 1;
        }
        // An argument that is given by its name.
        if first > 0 && self.line(first - 1) == line && matches!(self.sign(first - 1), "(" | ",") {
            return None;
        }
        // `root: &str = "…"`, but not the `http:Client` of `http:Client hub = …`.
        let is_type_mark =
            |place: &usize| self.sign(*place) == ":" && self.tokens[*place].end < self.tokens[place + 1].start;
        let typed = (first + 1..before).find(is_type_mark);
        let name = self.word(typed.unwrap_or(before) - 1)?;
        let is_member = typed.unwrap_or(before) >= first + 2 && self.links(typed.unwrap_or(before) - 2);
        if is_member {
            return None;
        }
        let words: Vec<&str> = (first..before).filter_map(|place| self.word(place)).collect();
        let is_constant = words.iter().any(|word| matches!(*word, "const" | "static" | "final" | "constant"))
            || name.chars().all(|c| !c.is_lowercase())
            || self.parent(before).is_none() && self.is_at_margin(first);
        Some((name.to_owned(), is_constant))
    }

    /// Whether the text only describes: it stands alone in lines of its own, or is said to be documentation.
    pub(super) fn is_documentation(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let is_said = at.checked_sub(1).and_then(|before| self.word(before)).is_some_and(|word| word.ends_with("doc"));
        let height = self.text[token.start..token.end].matches('\n').count();
        let is_first = at == 0 || self.line(at - 1) != token.line;
        let is_last = at + 1 == self.tokens.len() || self.line(at + 1) != token.line + height;
        is_said || (is_first && is_last && height > 0 && self.parent(at).is_none_or(|open| self.is_block(open)))
    }

    /// Whether the token stands at the beginning of its line.
    fn is_at_margin(&self, at: usize) -> bool {
        let start = self.tokens[at].start;
        start == 0 || self.text.as_bytes().get(start - 1) == Some(&b'\n')
    }
}

/// A name without `$` or `@`, which belong to it in some languages and in texts only.
pub(super) fn bare(name: &str) -> &str {
    name.trim_start_matches(['$', '@'])
}

/// Whether it can be a URL or a path.
fn is_address(pieces: &[Piece]) -> bool {
    let is_it =
        |text: &str| (text.contains('/') || text.contains("hubapi")) && !text.trim().contains(char::is_whitespace);
    pieces.iter().any(|piece| matches!(piece, Piece::Literal { text, .. } if is_it(text)))
}
