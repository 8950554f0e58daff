//! Objects and strings of a config file, with their names and places.
//!
//! Owns how a member is found and how a path to it is written. It reports nothing.

use super::json::Node;
use crate::plan::has_variable;

/// The most characters of a foreign text that a message repeats.
const MOST_CHARACTERS: usize = 200;

/// Where a value is: in words for people (`config.auth`), and as a pointer of RFC 6901 (`/config/auth`).
#[derive(Debug, Clone, Default)]
pub(super) struct At {
    words: String,
    pointer: String,
}

impl At {
    /// The member `key` of the object here.
    pub(super) fn key(&self, key: &str) -> Self {
        let words = if self.words.is_empty() { key.to_owned() } else { format!("{}.{key}", self.words) };
        let escaped = if key.contains(['~', '/']) { key.replace('~', "~0").replace('/', "~1") } else { key.to_owned() };
        Self { words, pointer: format!("{}/{escaped}", self.pointer) }
    }

    /// The item `place` of the list here.
    pub(super) fn item(&self, place: usize) -> Self {
        Self { words: format!("{}[{place}]", self.words), pointer: format!("{}/{place}", self.pointer) }
    }

    /// For people; empty for the whole file.
    pub(super) fn words(&self) -> &str {
        &self.words
    }

    /// For a program; empty for the whole file.
    pub(super) fn pointer(&self) -> &str {
        &self.pointer
    }
}

/// An object of the file.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    pub(super) at: At,
    pub(super) node: Node<'a>,
    members: Vec<(String, Node<'a>)>,
}

/// A string of the file.
#[derive(Debug, Clone)]
pub(super) struct Text<'a> {
    /// With the variables of the chosen profile filled in.
    pub(super) value: String,
    pub(super) node: Node<'a>,
    pub(super) at: At,
    /// Whether something was filled in, so that the file has another text there.
    pub(super) is_filled: bool,
}

impl Text<'_> {
    /// Whether a profile variable stands in it, so that its value is not known here.
    pub(super) fn is_open(&self) -> bool {
        has_variable(&self.value)
    }
}

impl<'a> Fields<'a> {
    /// The object `node`, which stands there.
    pub(super) fn new(at: At, node: Node<'a>, members: Vec<(String, Node<'a>)>) -> Self {
        Self { at, node, members }
    }

    /// The member of this name; the last one where it is doubled, as HubSpot's parser has it.
    pub(super) fn get(&self, key: &str) -> Option<Node<'a>> {
        self.members.iter().rev().find(|(name, _)| name == key).map(|(_, node)| *node)
    }

    /// Every key, as often as it stands there.
    pub(super) fn members(&self) -> impl Iterator<Item = (&str, Node<'a>)> {
        self.members.iter().map(|(key, node)| (key.as_str(), *node))
    }

    /// The path of a key of it, for people.
    pub(super) fn path_of(&self, key: &str) -> String {
        self.at.key(key).words
    }
}

/// As much of `text` as a message has room for.
pub(super) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_escapes_what_rfc_6901_escapes() {
        let at = At::default().key("a/b").item(2).key("~c");
        assert_eq!(at.pointer(), "/a~1b/2/~0c");
        assert_eq!(at.words(), "a/b[2].~c");
    }
}
