//! A change to a text, shown line by line.
//!
//! Owns the unified form, with three lines of context. Lines are shown so that nothing in them reaches a terminal; it is
//! for reading, not for `patch`. Colour is added where it is printed.

use std::fmt;

use similar::{ChangeTag, TextDiff};

use crate::escape::sanitize;

/// Lines shown around a change.
const CONTEXT: usize = 3;
/// The most characters of a line that are shown; a minified file is one line.
const MOST_CHARACTERS: usize = 400;
/// Characters shown before the first one that differs, in a line that is cut.
const LEAD: usize = 60;

/// A change, ready to be printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diff {
    /// In order; empty where nothing changed.
    pub lines: Vec<DiffLine>,
}

/// One line of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffLine {
    /// What it is.
    pub mark: Mark,
    /// What is printed, with the sign in front and without a line end.
    pub text: String,
}

/// What a line of a diff is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The file's name, before or after.
    File,
    /// Which lines follow.
    Place,
    /// A line that stays.
    Same,
    /// A line that goes.
    Removed,
    /// A line that comes.
    Added,
}

impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lines.iter().try_for_each(|line| writeln!(f, "{}", line.text))
    }
}

/// What changes in `file` from `before` to `after`.
pub fn diff(file: &str, before: &str, after: &str) -> Diff {
    if before == after {
        return Diff::default();
    }
    let file = sanitize(file);
    let mut lines = vec![
        DiffLine { mark: Mark::File, text: format!("--- {file}") },
        DiffLine { mark: Mark::File, text: format!("+++ {file}") },
    ];
    let diff = TextDiff::from_lines(before, after);
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        lines.push(DiffLine { mark: Mark::Place, text: hunk.header().to_string() });
        let changes: Vec<_> = hunk.iter_changes().collect();
        for (i, change) in changes.iter().enumerate() {
            let (mark, sign) = match change.tag() {
                ChangeTag::Equal => (Mark::Same, ' '),
                ChangeTag::Delete => (Mark::Removed, '-'),
                ChangeTag::Insert => (Mark::Added, '+'),
            };
            // A cut line is shown where it differs from its neighbour of the other kind.
            let other = match change.tag() {
                ChangeTag::Equal => None,
                ChangeTag::Delete => changes.get(i + 1),
                ChangeTag::Insert => i.checked_sub(1).and_then(|i| changes.get(i)),
            };
            let other = other.filter(|other| other.tag() != change.tag() && other.tag() != ChangeTag::Equal);
            let text = shown(change.value(), other.map_or("", |other| other.value()));
            lines.push(DiffLine { mark, text: format!("{sign}{text}") });
        }
    }
    Diff { lines }
}

/// A line as it is printed: cut around the first character that is not as in `other`, tabs as four spaces.
fn shown(line: &str, other: &str) -> String {
    let line = line.strip_suffix('\n').unwrap_or(line);
    let line = line.strip_suffix('\r').unwrap_or(line);
    let differs = line.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b).count();
    let skip = if line.chars().nth(MOST_CHARACTERS).is_some() { differs.saturating_sub(LEAD) } else { 0 };
    let mut rest = line.chars().skip(skip);
    let cut: String = rest.by_ref().take(MOST_CHARACTERS).collect();
    let (before, after) = (if skip > 0 { "…" } else { "" }, if rest.next().is_some() { "…" } else { "" });
    format!("{before}{}{after}", sanitize(&cut.replace('\t', "    ")))
}
