//! Values that were not in a file, and how they are written into it.
//!
//! Owns their shape and their text. Where they go, [`super::container`] decides.

use super::layout::Layout;

/// The most levels that are made where nothing stood.
const MOST_LEVELS: usize = 16;

/// A new value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fresh {
    /// A string.
    Text(String),
    /// Strings.
    List(Vec<String>),
    /// Members.
    Object(Members),
}

/// New members by key, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Members(pub(super) Vec<(String, Fresh)>);

impl Members {
    /// Puts `value` at `path`, making the objects on the way, or at the end of the new list there; or says why not.
    pub(super) fn put(&mut self, path: &[String], value: Fresh) -> Result<(), &'static str> {
        let is_index = |segment: &String| segment == "-" || segment.bytes().all(|byte| byte.is_ascii_digit());
        if path.len() > MOST_LEVELS || path.iter().any(is_index) {
            return Err("the place does not exist, and what should stand there is not known");
        }
        let [key, rest @ ..] = path else { return Err("the place is the whole file") };
        let at = self.0.iter().position(|(known, _)| known == key);
        match (at.map(|at| &mut self.0[at].1), rest) {
            (Some(Fresh::Object(members)), [_, ..]) => members.put(rest, value),
            (Some(Fresh::List(items)), []) => match value {
                Fresh::List(more) => {
                    items.extend(more);
                    Ok(())
                }
                Fresh::Text(_) | Fresh::Object(_) => Err("another edit makes a list there"),
            },
            (Some(_), _) => Err("another edit writes there"),
            (None, []) => {
                self.0.push((key.clone(), value));
                Ok(())
            }
            (None, _) => {
                let mut members = Self::default();
                members.put(rest, value)?;
                self.0.push((key.clone(), Fresh::Object(members)));
                Ok(())
            }
        }
    }
}

/// How the surroundings of a new value are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) layout: &'a Layout,
    /// The indentation of the line it begins on.
    pub(super) indent: &'a str,
    /// Whether members stand on lines of their own.
    pub(super) on_lines: bool,
    /// Whether the items of lists do.
    pub(super) lists_on_lines: bool,
}

impl Around<'_> {
    /// A member.
    pub(super) fn member(self, key: &str, value: &Fresh) -> String {
        format!("{}{}{}", quoted(key), self.layout.colon, self.value(value))
    }

    fn value(self, value: &Fresh) -> String {
        match value {
            Fresh::Text(text) => quoted(text),
            Fresh::List(items) => {
                let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
                self.enclosed('[', &items, ']', self.lists_on_lines)
            }
            Fresh::Object(Members(members)) => {
                let indent = format!("{}{}", self.indent, self.layout.unit);
                let inner = Around { indent: &indent, ..self };
                let members: Vec<String> = members.iter().map(|(key, value)| inner.member(key, value)).collect();
                self.enclosed('{', &members, '}', self.on_lines)
            }
        }
    }

    fn enclosed(self, open: char, parts: &[String], close: char, on_lines: bool) -> String {
        if !on_lines {
            return format!("{open}{}{close}", parts.join(&format!(",{}", self.layout.space())));
        }
        let line = format!("{}{}", self.layout.line_end, self.indent);
        let inner = format!("{line}{}", self.layout.unit);
        format!("{open}{inner}{}{line}{close}", parts.join(&format!(",{inner}")))
    }
}

/// A string as JSON.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
