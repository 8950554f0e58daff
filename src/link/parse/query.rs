//! The parameters of a link: split wherever people split them, also where a server would not.

use std::ops::Range;

use super::known::Known;
use super::names::{Between, names};
use super::parameter::{Parameter, Separator};
use super::percent::decoded;
use super::placeholder::Placeholders;
use super::stand_in::stands_in;

/// Splits what follows the path, from its `?`, `#` or `&` on. What stands after a last list of names is told as well.
pub(super) fn parameters(text: &str, range: Range<usize>, placeholders: &Placeholders) -> Vec<Parameter> {
    let splitter = Splitter { text, bytes: &text.as_bytes()[..range.end], placeholders };
    let mut found: Vec<Parameter> = Vec::new();
    let mut at = range.start;
    let mut in_fragment = false;
    while at < range.end {
        let Some((separator, length)) = splitter.separator(at, &Inside::Name { empty: false }, in_fragment) else {
            break;
        };
        in_fragment |= separator == Separator::Hash;
        let separator_range = at..at + length;
        let (name, value) = splitter.parameter(at + length, in_fragment);
        at = value.as_ref().map_or(name.end, |value| value.end);
        found.push(splitter.understood(separator, separator_range, name, value, in_fragment));
    }
    found
}

/// What stands after the last name of a list.
pub(super) fn after_names(text: &str, value: &Range<usize>, placeholders: &Placeholders) -> Between {
    names(text, value, placeholders).1
}

/// Where in a parameter the splitter is.
enum Inside {
    Name { empty: bool },
    Value(Option<Known>),
}

struct Splitter<'a> {
    text: &'a str,
    bytes: &'a [u8],
    placeholders: &'a Placeholders,
}

impl Splitter<'_> {
    /// The separator at `at`, with its length.
    fn separator(&self, at: usize, inside: &Inside, in_fragment: bool) -> Option<(Separator, usize)> {
        let rest = &self.bytes[at..];
        match *rest.first()? {
            b'&' => {
                let mut length = 1;
                while let Some(more) = ["amp;", "AMP;", "#38;", "#038;", "#x26;", "#X26;"]
                    .iter()
                    .find(|entity| rest[length..].starts_with(entity.as_bytes()))
                {
                    length += more.len();
                }
                Some((if length == 1 { Separator::Ampersand } else { Separator::Escaped }, length))
            }
            b'\\' if rest.starts_with(b"\\u0026") => Some((Separator::JsonEscaped, 6)),
            b'?' => {
                let splits = match inside {
                    Inside::Name { .. } => true,
                    // A redirect URL may have a query of its own, and nobody knows what is in a state.
                    Inside::Value(Some(Known::RedirectUri | Known::State)) => false,
                    Inside::Value(_) => self.names_a_parameter(at + 1),
                };
                splits.then_some((Separator::Question, 1))
            }
            b'#' if !in_fragment => Some((Separator::Hash, 1)),
            b';' => {
                let empty = matches!(inside, Inside::Name { empty: true });
                (!empty && self.names_a_parameter(at + 1)).then_some((Separator::Semicolon, 1))
            }
            _ => None,
        }
    }

    /// Whether `name=` follows, with the name of a parameter.
    fn names_a_parameter(&self, at: usize) -> bool {
        let start = at + self.bytes[at..].iter().take(32).take_while(|byte| **byte == b' ').count();
        let word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(*byte, b'_' | b'-');
        let length = self.bytes[start..].iter().take(33).take_while(|byte| word(byte)).count();
        let name = self.text.get(start..start + length).unwrap_or_default();
        self.bytes.get(start + length) == Some(&b'=') && (Known::exact(name).is_some() || Known::near(name).is_some())
    }

    /// Name and value of the parameter that begins at `start`.
    fn parameter(&self, start: usize, in_fragment: bool) -> (Range<usize>, Option<Range<usize>>) {
        let mut at = start;
        while at < self.bytes.len() {
            if let Some(end) = self.placeholders.end_at(at) {
                at = end.min(self.bytes.len());
                continue;
            }
            if self.bytes[at] == b'=' {
                let known = self.known(&(start..at)).map(|(known, _)| known);
                let end = self.value_end(at + 1, known, in_fragment);
                return (start..at, Some(at + 1..end));
            }
            if self.separator(at, &Inside::Name { empty: at == start }, in_fragment).is_some() {
                break;
            }
            at += 1;
        }
        (start..at, None)
    }

    fn value_end(&self, start: usize, known: Option<Known>, in_fragment: bool) -> usize {
        let inside = Inside::Value(known);
        let mut at = start;
        while at < self.bytes.len() {
            if let Some(end) = self.placeholders.end_at(at) {
                at = end.min(self.bytes.len());
            } else if self.separator(at, &inside, in_fragment).is_some() {
                break;
            } else {
                at += 1;
            }
        }
        at
    }

    fn known(&self, name: &Range<usize>) -> Option<(Known, bool)> {
        if name.len() > 64 || self.placeholders.touch(name) {
            return None;
        }
        let name = decoded(self.text, name, self.placeholders);
        let name = name.trim();
        Known::exact(name).map(|known| (known, true)).or_else(|| Known::near(name).map(|known| (known, false)))
    }

    fn understood(
        &self,
        separator: Separator,
        separator_range: Range<usize>,
        name: Range<usize>,
        value: Option<Range<usize>>,
        in_fragment: bool,
    ) -> Parameter {
        // A word without a value is no parameter: it may be a scope that an `&` cut off.
        let known = value.as_ref().and_then(|_| self.known(&name));
        let mut parameter = Parameter {
            separator,
            separator_range,
            name,
            value,
            known: known.map(|(known, _)| known),
            exact: known.is_some_and(|(_, exact)| exact),
            in_fragment,
            stands_in: false,
            names: Vec::new(),
        };
        if let (Some(known), Some(value)) = (parameter.known, &parameter.value) {
            if matches!(known, Known::Scope | Known::OptionalScope) {
                parameter.names = names(self.text, value, self.placeholders).0;
            }
            let short = value.len() <= 360;
            parameter.stands_in = short && {
                let meant = decoded(self.text, value, self.placeholders);
                !self.placeholders.touch(value) && stands_in(known, meant.trim())
            };
        }
        parameter
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(Separator, &str, Option<&str>)> {
        let found = parameters(text, 0..text.len(), &Placeholders::of(text, false));
        found.into_iter().map(|p| (p.separator, &text[p.name], p.value.map(|value| &text[value]))).collect()
    }

    #[test]
    fn a_parameter_is_split_off_at_every_sign_that_people_write() {
        use Separator::{Ampersand, Escaped, Hash, JsonEscaped, Question, Semicolon};
        assert_eq!(
            read("?client_id=a&amp;scope=b&#38;c=d;state=e\\u0026redirect_uri=f?g=h#x=y"),
            [
                (Question, "client_id", Some("a")),
                (Escaped, "scope", Some("b")),
                (Escaped, "c", Some("d")),
                (Semicolon, "state", Some("e")),
                (JsonEscaped, "redirect_uri", Some("f?g=h")),
                (Hash, "x", Some("y")),
            ]
        );
        assert_eq!(read("?&a"), [(Question, "", None), (Ampersand, "a", None)]);
    }

    #[test]
    fn a_second_question_mark_begins_a_parameter_where_one_follows() {
        use Separator::Question;
        assert_eq!(read("?scope=a?state=b"), [(Question, "scope", Some("a")), (Question, "state", Some("b"))]);
        assert_eq!(read("?scope=a?b"), [(Question, "scope", Some("a?b"))]);
    }

    #[test]
    fn what_stands_in_a_placeholder_splits_nothing() {
        assert_eq!(
            read("?scope=${a ? 'b&c' : x[\"#\"]}&${all}"),
            [(Separator::Question, "scope", Some("${a ? 'b&c' : x[\"#\"]}")), (Separator::Ampersand, "${all}", None)]
        );
    }
}
