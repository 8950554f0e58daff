//! JSON that remembers where it stood: a value of a config file, with the bytes it takes there.
//!
//! A parsed tree forgets places, and a finding without a line is hard to mend. A [`Node`] is the text of one value, already
//! known to be valid; members are parsed when asked for, one level at a time, so that nesting costs no stack. It reports
//! nothing: [`super::sheet`] does.

use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// One value of a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'a>(&'a RawValue);

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    List,
    Text,
    Number,
    Flag,
    Null,
}

impl Kind {
    /// With its article, as a message says it.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Object => "an object",
            Self::List => "a list",
            Self::Text => "a string",
            Self::Number => "a number",
            Self::Flag => "true or false",
            Self::Null => "null",
        }
    }
}

impl<'a> Node<'a> {
    /// The whole of `text`.
    pub(super) fn parse(text: &'a str) -> serde_json::Result<Self> {
        serde_json::from_str(text).map(Self)
    }

    /// What it is.
    pub(super) fn kind(self) -> Kind {
        match self.0.get().as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::List,
            Some(b'"') => Kind::Text,
            Some(b't' | b'f') => Kind::Flag,
            Some(b'n') => Kind::Null,
            _ => Kind::Number,
        }
    }

    /// The members of an object as they stand, doubled keys included; `None` = it is no object, or a key is no text.
    pub(super) fn members(self) -> Option<Vec<(String, Self)>> {
        let Members(members) = serde_json::from_str(self.0.get()).ok()?;
        Some(members.into_iter().map(|(key, raw)| (key, Self(raw))).collect())
    }

    /// The items of a list.
    pub(super) fn items(self) -> Option<Vec<Self>> {
        let items: Vec<&RawValue> = serde_json::from_str(self.0.get()).ok()?;
        Some(items.into_iter().map(Self).collect())
    }

    /// The text of a string; also `None` where an escape in it stands for no character.
    pub(super) fn text(self) -> Option<String> {
        serde_json::from_str(self.0.get()).ok()
    }

    /// True or false.
    pub(super) fn flag(self) -> Option<bool> {
        serde_json::from_str(self.0.get()).ok()
    }

    /// Its own text.
    pub(super) fn as_written(self) -> &'a str {
        self.0.get()
    }

    /// The bytes it takes in `text`, which must be the text it was parsed from.
    pub(super) fn range_in(self, text: &str) -> Range<usize> {
        let start = self.0.get().as_ptr().addr().saturating_sub(text.as_ptr().addr());
        start..start + self.0.get().len()
    }
}

struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_knows_the_bytes_it_takes() {
        let text = r#" { "a" : [1, "two", {}] , "b":true }"#;
        let members = Node::parse(text).unwrap().members().unwrap();
        let items = members[0].1.items().unwrap();
        assert_eq!(&text[items[1].range_in(text)], "\"two\"");
        assert_eq!(&text[members[1].1.range_in(text)], "true");
        assert_eq!(items[1].text().as_deref(), Some("two"));
    }

    #[test]
    fn doubled_keys_are_both_seen() {
        let members = Node::parse(r#"{"a":1,"a":2}"#).unwrap().members().unwrap();
        assert_eq!(members.len(), 2);
    }

    #[test]
    fn ten_thousand_levels_cost_no_stack() {
        let text = format!("{{\"deep\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
        let members = Node::parse(&text).unwrap().members().unwrap();
        assert_eq!(members[0].1.items().unwrap().len(), 1);
    }

    #[test]
    fn every_kind_is_told_from_its_first_byte() {
        let kinds = [
            ("{}", Kind::Object),
            ("[]", Kind::List),
            ("\"\"", Kind::Text),
            ("-1", Kind::Number),
            ("true", Kind::Flag),
            ("null", Kind::Null),
        ];
        for (text, kind) in kinds {
            assert_eq!(Node::parse(text).unwrap().kind(), kind);
        }
    }
}
