//! How a JSON file is written: its line ends, its indentation, what stands around a colon, how its lists look.
//!
//! Owns the guess where the file shows nothing. It reads neighbours first, then the rest of the file.

use super::tree::{Id, Kind, Tree};

/// The habits of a file.
#[derive(Debug)]
pub(super) struct Layout {
    /// Between two lines.
    pub(super) line_end: &'static str,
    /// One level of indentation.
    pub(super) unit: String,
    /// Between a key and its value.
    pub(super) colon: String,
    /// Whether the first list with something in it has its items on lines of their own.
    list_on_lines: Option<bool>,
}

impl Layout {
    /// The habits of the text.
    pub(super) fn of(tree: &Tree<'_>) -> Self {
        let mut layout = Self {
            line_end: line_end(tree.text()).unwrap_or("\n"),
            unit: "  ".to_owned(),
            colon: ": ".to_owned(),
            list_on_lines: tree.ids().filter(|id| tree.kind(*id) == Kind::List).find_map(|id| on_lines(tree, id)),
        };
        let colon = tree.ids().find_map(|id| {
            let (_, end) = tree.key(id)?;
            tree.text().get(end..tree.start(id)).filter(|colon| colon.trim() == ":" && line_end(colon).is_none())
        });
        if let Some(colon) = colon {
            colon.clone_into(&mut layout.colon);
        }
        let unit = tree.ids().find_map(|id| {
            let child = tree.children(id).next().filter(|_| on_lines(tree, id) == Some(true))?;
            let outer = indent(tree.text(), tree.unit_start(id));
            indent(tree.text(), tree.unit_start(child)).strip_prefix(outer).filter(|unit| !unit.is_empty())
        });
        if let Some(unit) = unit {
            unit.clone_into(&mut layout.unit);
        }
        layout
    }

    /// What stands after a comma within a line.
    pub(super) fn space(&self) -> &'static str {
        if self.colon == ":" { "" } else { " " }
    }

    /// Whether a list that is new in, or empty in, the object `parent` has its items on lines of their own.
    pub(super) fn new_list_on_lines(&self, tree: &Tree<'_>, parent: Option<Id>, parent_on_lines: bool) -> bool {
        let beside = parent.into_iter().flat_map(|parent| tree.children(parent));
        let beside = beside.filter(|id| tree.kind(*id) == Kind::List).find_map(|id| on_lines(tree, id));
        beside.or(self.list_on_lines).unwrap_or(true) && parent_on_lines
    }
}

/// Whether the first child stands on a line of its own; `None` = there is no child.
pub(super) fn on_lines(tree: &Tree<'_>, id: Id) -> Option<bool> {
    let first = tree.children(id).next()?;
    Some(line_end(&tree.text()[tree.start(id)..tree.unit_start(first)]).is_some())
}

/// The first line end in `text`.
pub(super) fn line_end(text: &str) -> Option<&'static str> {
    let at = text.find(['\r', '\n'])?;
    Some(match &text[at..] {
        rest if rest.starts_with("\r\n") => "\r\n",
        rest if rest.starts_with('\n') => "\n",
        _ => "\r",
    })
}

/// The white space at the beginning of the line that the byte `at` is on.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let first = text[..at].rfind(['\r', '\n']).map_or(0, |end| end + 1);
    let line = text[first..at].strip_prefix('\u{feff}').unwrap_or(&text[first..at]);
    let width = line.find(|c| c != ' ' && c != '\t').unwrap_or(line.len());
    &line[..width]
}
