//! Objects and strings of a config file, with their names and places.
//!
//! Owns how a member is found and how a path to it is written. It reports nothing.

use super::json::Node;

/// The most characters of a foreign text that a message repeats.
const MOST_CHARACTERS: usize = 200;

/// An object of the file.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    /// Where it is, such as `config.auth`; empty for the whole file.
    path: String,
    pub(super) node: Node<'a>,
    members: Vec<(String, Node<'a>)>,
}

/// A string of the file.
#[derive(Debug, Clone)]
pub(super) struct Text<'a> {
    pub(super) value: String,
    pub(super) node: Node<'a>,
}

impl Text<'_> {
    /// Whether a profile variable stands in it, so that its value is not known here.
    pub(super) fn is_open(&self) -> bool {
        self.value.contains("${")
    }
}

impl<'a> Fields<'a> {
    /// The object `node` at `path`.
    pub(super) fn new(path: String, node: Node<'a>, members: Vec<(String, Node<'a>)>) -> Self {
        Self { path, node, members }
    }

    /// The member of this name; the last one where it is doubled, as HubSpot's parser has it.
    pub(super) fn get(&self, key: &str) -> Option<Node<'a>> {
        self.members.iter().rev().find(|(name, _)| name == key).map(|(_, node)| *node)
    }

    /// Every key, as often as it stands there.
    pub(super) fn members(&self) -> impl Iterator<Item = (&str, Node<'a>)> {
        self.members.iter().map(|(key, node)| (key.as_str(), *node))
    }

    /// Its path with a key of it.
    pub(super) fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

/// As much of `text` as a message has room for.
pub(super) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
