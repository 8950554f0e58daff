//! A parameter of the link: where it stands, which one it is, and which one it was meant to be.

use std::ops::Range;

use super::known::Known;
use super::names::ScopeName;

/// What stands before a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Separator {
    /// `?`
    Question,
    /// `&`
    Ampersand,
    /// `&amp;`, `&#38;`, `&amp;amp;`
    Escaped,
    /// `\u0026`, as JSON escapes it
    JsonEscaped,
    /// `;`
    Semicolon,
    /// `#`
    Hash,
}

/// One parameter. Its separator, name, `=` and value follow each other without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// What stands before it.
    pub separator: Separator,
    /// The bytes of that.
    pub separator_range: Range<usize>,
    /// The bytes of the name.
    pub name: Range<usize>,
    /// The bytes of the value; `None` = it has no `=`.
    pub value: Option<Range<usize>>,
    /// Which one it is, or was meant to be.
    pub known: Option<Known>,
    /// Whether its name is spelled as HubSpot spells it.
    pub exact: bool,
    /// Whether it stands after a `#`, where no server sees it.
    pub in_fragment: bool,
    /// Whether the whole value is a word or a mask that stands for another.
    pub stands_in: bool,
    /// The names of `scope` and `optional_scope`.
    pub names: Vec<ScopeName>,
}

impl Parameter {
    /// All bytes, with the separator.
    pub fn whole(&self) -> Range<usize> {
        self.separator_range.start..self.end()
    }

    /// The byte after the last.
    pub fn end(&self) -> usize {
        self.value.as_ref().map_or(self.name.end, |value| value.end)
    }

    /// The bytes of its value; of its name where it has none.
    pub fn bytes(&self) -> Range<usize> {
        self.value.clone().filter(|value| !value.is_empty()).unwrap_or_else(|| self.name.clone())
    }

    /// Whether there is nothing in it: `&&`, `?&`.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.value.is_none()
    }
}
