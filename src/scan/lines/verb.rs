//! With which method a text of a file is asked for: by what it is handed to, by what is said beside it, by what stands near.
//!
//! Owns that search, from the text outwards. Which path a text is, and whether HubSpot has it, is `reader`'s.

use super::source::Source;
use super::words;
use crate::catalog::Method;

/// How many brackets outwards are looked at, and how many lines they may span.
const DEEPEST: usize = 7;
const TALLEST: usize = 14;

/// How many tokens of what a bracket holds, or of a statement, are looked at.
const MOST: usize = 300;

/// How many lines before and behind a statement may speak of its method.
const BEFORE: usize = 4;
const BEHIND: usize = 8;

/// What is known of how a text is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// It is asked for with this method.
    Said(Method),
    /// It is handed to something, which does not say the method.
    Open,
    /// It stands alone.
    Alone,
    /// It only tells people of something.
    Told,
}

impl Source<'_> {
    /// How what begins at `start` and ends before `end` is used.
    pub(super) fn verb(&self, start: usize, end: usize) -> Verb {
        let mut inner = start;
        let mut asks = false;
        let mut is_handed = false;
        for _ in 0..DEEPEST {
            match self.right_before(inner) {
                Some(Hint::Asks(method)) => return Verb::Said(method),
                Some(Hint::Maybe) => asks = true,
                Some(Hint::Tells) => return Verb::Told,
                None => {}
            }
            let open = self.parent(inner).filter(|open| !self.is_block(*open));
            let Some(open) = open.filter(|open| self.line(start) - self.line(*open) <= TALLEST) else { break };
            let callee = self.callee(open);
            if callee.is_some_and(|callee| self.is_defined(callee)) {
                break;
            }
            is_handed |= callee.is_some();
            match callee.and_then(|callee| self.hint(callee)) {
                Some(Hint::Asks(method)) => return Verb::Said(self.said_in(open, inner).unwrap_or(method)),
                Some(Hint::Tells) => return Verb::Told,
                Some(Hint::Maybe) => {
                    let said = self.said_in(open, inner);
                    return match said {
                        Some(method) => Verb::Said(method),
                        None if self.hands_more(inner, open) => Verb::Open,
                        None => Verb::Said(Method::Get),
                    };
                }
                None => {}
            }
            if let Some(method) = self.said_in(open, inner) {
                return Verb::Said(method);
            }
            inner = match callee {
                Some(callee) if callee < open => self.begin(callee),
                _ => open,
            };
        }
        self.in_statement(inner, end).map_or_else(
            || match (asks, is_handed) {
                (true, _) => Verb::Said(Method::Get),
                (false, true) => Verb::Open,
                (false, false) => Verb::Alone,
            },
            Verb::Said,
        )
    }

    /// The method that lines near the statement speak of, where it is one.
    pub(super) fn near(&self, start: usize, end: usize) -> Option<Method> {
        let (first, last) = (self.line(start), self.line(end.saturating_sub(1)));
        let mut begin = start;
        while begin > 0
            && start - begin < MOST
            && first - self.line(begin - 1) <= BEFORE
            && !self.begins_other(begin, first)
        {
            begin -= 1;
        }
        let mut behind = end;
        while behind < self.tokens.len()
            && behind - end < MOST
            && self.line(behind) - last <= BEHIND
            && !self.begins_other(behind, last)
        {
            behind += 1;
        }
        let said = (begin..behind).filter_map(|at| self.said_at(at).filter(|said| said.is_about_method));
        one(said.map(|said| said.method))
    }

    /// Whether the token begins something else: a definition on a line of its own.
    fn begins_other(&self, at: usize, line: usize) -> bool {
        self.line(at) != line && self.word(at).is_some_and(words::defines)
    }

    /// What the word right before says: `http.get "…"`, `GET "…"`, `[manager GET:@"…"]`.
    fn right_before(&self, at: usize) -> Option<Hint> {
        let before = at.checked_sub(1)?;
        let word = if self.sign(before) == ":" { before.checked_sub(1)? } else { before };
        let name = self.word(word)?;
        if self.is_defined(word) || self.line(at) != self.line(word) {
            return None;
        }
        if word == before { self.hint(word) } else { all_capitals(name).map(Hint::Asks) }
    }

    /// What a function says by its name.
    fn hint(&self, callee: usize) -> Option<Hint> {
        let name = self.word(callee)?;
        let of = callee.checked_sub(2).filter(|_| self.links(callee - 1)).and_then(|of| self.word(of));
        if words::tells(name) || of.is_some_and(words::tells) {
            return Some(Hint::Tells);
        }
        if of.is_some_and(words::holds) || name.split('/').next().is_some_and(words::holds) {
            return None;
        }
        if let Some(method) = words::method_of(name) {
            return Some(Hint::Asks(method));
        }
        words::asks(name).then_some(Hint::Maybe)
    }

    fn is_defined(&self, callee: usize) -> bool {
        let before = self.begin(callee).checked_sub(1);
        before.and_then(|before| self.word(before)).is_some_and(words::defines)
    }

    /// Whether more is handed over beside what begins at `inner`, in a name that may hold a method.
    fn hands_more(&self, inner: usize, open: usize) -> bool {
        let Some(close) = self.close(open).filter(|close| *close - open <= MOST) else { return false };
        (inner..close).any(|at| {
            self.sign(at) == "," && self.parent(at) == Some(open) && self.word(at + 1).is_some() && at + 2 == close
        })
    }

    /// The one method that is said in the bracket, beside what begins at `inner`.
    fn said_in(&self, open: usize, inner: usize) -> Option<Method> {
        let close = self.close(open).unwrap_or(inner + MOST / 4).min(self.tokens.len());
        let is_small = close - open <= MOST && self.line(close.saturating_sub(1)) - self.line(open) <= TALLEST;
        if !is_small {
            return None;
        }
        one((open..close).filter_map(|at| self.said_at(at)).map(|said| said.method))
    }

    /// The one method that the statement of these tokens says.
    fn in_statement(&self, start: usize, end: usize) -> Option<Method> {
        let (mut first, mut last) = (start, end.max(start + 1));
        while first > 0 && start - first < MOST && self.goes_on(first - 1, first) {
            first -= 1;
        }
        while last < self.tokens.len() && last - end < MOST && self.goes_on(last - 1, last) {
            last += 1;
        }
        let said = one((first..last).filter_map(|at| self.said_at(at)).map(|said| said.method));
        said.or_else(|| {
            one((last.min(end)..last).filter_map(|at| self.asked_at(at))).or_else(|| self.asks_in(first, start))
        })
    }

    /// Whether the token at `at` belongs to the statement of the one before it.
    fn goes_on(&self, before: usize, at: usize) -> bool {
        if matches!(self.sign(before), ";") {
            return false;
        }
        let is_same_line = self.line(before) == self.line(at);
        let is_bound = || {
            matches!(self.sign(at), "." | "?." | "|>" | "->" | "|")
                || matches!(self.sign(before), "\\" | "`" | "|>" | ".")
        };
        let is_inside = || {
            self.parent(at).is_some_and(|open| open < before && self.close(open).is_some() && self.sign(open) == "(")
        };
        is_same_line || (self.line(at) - self.line(before) <= 1 && (is_bound() || is_inside()))
    }

    /// A call of a method at the end of a chain: `url("…").post(body)`.
    fn asked_at(&self, at: usize) -> Option<Method> {
        let is_called = at > 0 && (self.links(at - 1) || self.sign(at - 1) == "|>");
        self.word(at).filter(|_| is_called).and_then(words::method_of)
    }

    /// A command that asks, before what it asks for: `Invoke-RestMethod -Uri "…"`, `curl -s "…"`.
    fn asks_in(&self, first: usize, start: usize) -> Option<Method> {
        let asks = (first..start).any(|at| self.word(at).is_some_and(words::asks));
        (self.row.dashes && asks).then_some(Method::Get)
    }

    /// The method that is said at `at`, by a word or a text that is one.
    fn said_at(&self, at: usize) -> Option<Said> {
        let near =
            (1..=4).filter_map(|back| at.checked_sub(back)).take_while(|place| self.line(at) - self.line(*place) <= 1);
        let is_about_method = near.into_iter().any(|place| {
            self.word(place).is_some_and(words::is_about_method)
                || self.plain(place).is_some_and(words::is_about_method)
        });
        if let Some(text) = self.plain(at) {
            let method = Method::from_word(text)?;
            let is_said = all_capitals(text).is_some() || is_about_method;
            return is_said.then_some(Said { method, is_about_method });
        }
        let word = self.word(at)?;
        if self.row.dashes && matches!(word, "-d" | "--data" | "--data-raw" | "--data-binary" | "--json") {
            return Some(Said { method: Method::Post, is_about_method: false });
        }
        let method = Method::from_word(word).or_else(|| word.strip_prefix("CURLOPT_").and_then(all_capitals))?;
        let is_atom = at >= 1 && self.sign(at - 1) == ":" && !(at >= 2 && self.word(at - 2).is_some());
        let is_called = at + 1 < self.tokens.len() && self.sign(at + 1) == "(";
        let is_said = (all_capitals(word).is_some() && !is_called)
            || word.starts_with("CURLOPT_")
            || (is_about_method && !is_called)
            || is_atom;
        is_said.then_some(Said { method, is_about_method: is_about_method || word.starts_with("CURLOPT_") })
    }
}

/// What a name tells of what it is handed.
enum Hint {
    /// It asks with this method.
    Asks(Method),
    /// It asks with GET unless something says otherwise.
    Maybe,
    /// It tells people.
    Tells,
}

/// A method that is said.
struct Said {
    method: Method,
    /// Whether a word beside it speaks of methods.
    is_about_method: bool,
}

fn all_capitals(word: &str) -> Option<Method> {
    Method::from_word(word).filter(|_| word.chars().all(|c| c.is_ascii_uppercase()))
}

/// The one method among these; `None` where there are several.
fn one(mut methods: impl Iterator<Item = Method>) -> Option<Method> {
    let first = methods.next()?;
    methods.all(|other| other == first).then_some(first)
}
