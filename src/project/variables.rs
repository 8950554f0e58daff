//! The variables of profiles: `${NAME}` in a component file, and what a profile puts there.
//!
//! Owns how an open variable is recognised and filled in. Profiles are read in [`super::profiles`].

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// The most bytes of a variable's name; without an end, each `${` would be searched to the end of the file.
const MOST_BYTES: usize = 200;

/// What a variable stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Variable {
    /// A string.
    Text(String),
    /// True or false.
    Flag(bool),
    /// A number, as written.
    Number(String),
}

impl Variable {
    fn as_text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Number(text) => Cow::Borrowed(text),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
        }
    }
}

/// The variables for one account: a file `hsprofile.NAME.json`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// The middle of the file's name.
    pub name: String,
    /// The file, relative to the project, with `/`.
    pub file: String,
    /// The account that it is for, as written.
    pub account: Option<String>,
    /// What each variable stands for.
    pub variables: BTreeMap<String, Variable>,
}

impl Profile {
    /// `text` with every variable of this profile filled in; the others stay.
    pub(super) fn fill(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut done = 0;
        for (range, name) in variables_in(text) {
            if let Some(variable) = self.variables.get(name) {
                filled.push_str(text.get(done..range.start).unwrap_or_default());
                filled.push_str(&variable.as_text());
                done = range.end;
            }
        }
        filled.push_str(text.get(done..).unwrap_or_default());
        filled
    }

    /// True or false, where `text` is one variable that stands for that.
    pub(super) fn flag(&self, text: &str) -> Option<bool> {
        match variables_in(text).next() {
            Some((range, name)) if range == (0..text.len()) => match self.variables.get(name) {
                Some(Variable::Flag(flag)) => Some(*flag),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Every `${NAME}` in `text`, with its bytes.
pub(super) fn variables_in(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices("${").filter_map(|(at, _)| {
        let name = at + "${".len();
        let most = text.len().min(name + MOST_BYTES);
        let length = text.as_bytes().get(name..most)?.iter().position(|byte| b"}{\"$\\\n".contains(byte))?;
        let end = name + length;
        (length > 0 && text.as_bytes().get(end) == Some(&b'}')).then(|| (at..end + 1, &text[name..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile() -> Profile {
        let variables = [
            ("HOST", Variable::Text("shop.example".to_owned())),
            ("PORT", Variable::Number("3000".to_owned())),
            ("ON", Variable::Flag(true)),
        ];
        let variables = variables.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Profile { variables, ..Profile::default() }
    }

    #[test]
    fn what_the_profile_has_is_filled_in_and_the_rest_stays() {
        assert_eq!(
            profile().fill("https://${HOST}:${PORT}/${PATH}?${ON}${"),
            "https://shop.example:3000/${PATH}?true${"
        );
        assert_eq!(profile().fill("é"), "é");
    }

    #[test]
    fn a_variable_alone_keeps_its_kind() {
        assert_eq!(profile().flag("${ON}"), Some(true));
        assert_eq!(profile().flag("${ON} "), None);
        assert_eq!(profile().flag("${PORT}"), None);
    }

    #[test]
    fn a_name_ends_and_is_not_empty() {
        let names = |text: &str| variables_in(text).map(|(_, name)| name.to_owned()).collect::<Vec<_>>();
        assert_eq!(names("${}${a b}${é}${x\n}${a.b-c}"), ["a b", "é", "a.b-c"]);
        assert!(names(&format!("${{{}}}", "x".repeat(300))).is_empty());
        assert_eq!(names(&"${".repeat(1_000_000)).len(), 0);
    }
}
