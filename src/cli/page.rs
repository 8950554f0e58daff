//! The page that an answer is written on: short paragraphs under headings, for a terminal of 80 columns.
//!
//! Whatever is written loses what could do something to a terminal. A name or an address is never broken.

use textwrap::{Options, WordSeparator, WordSplitter, fill};

use crate::terminal::sanitize;

const WIDTH: usize = 80;
const LABEL: usize = 14;

/// A text in the making.
#[derive(Debug, Default)]
pub(super) struct Page(String);

impl Page {
    /// A page under this title.
    pub(super) fn new(title: &str) -> Self {
        let mut page = Self::default();
        page.wrap(title, "", "  ");
        page
    }

    /// A page under a title that is one line, however long.
    pub(super) fn verbatim(title: &str) -> Self {
        Self(format!("{}\n", sanitize(title)))
    }

    /// A line of its own with more space before it; what follows belongs to it.
    pub(super) fn heading(&mut self, text: &str) {
        self.0.push('\n');
        self.wrap(text, "", "");
    }

    /// Some sentences.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.wrap(text, "  ", "  ");
    }

    /// One of several things.
    pub(super) fn item(&mut self, text: &str) {
        self.wrap(text, "  ", "      ");
    }

    /// More of the item above.
    pub(super) fn below(&mut self, text: &str) {
        self.wrap(text, "      ", "      ");
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.0.push('\n');
    }

    /// A line as it is, such as a row of a table.
    pub(super) fn preformatted(&mut self, line: &str) {
        self.0.push_str(sanitize(line).trim_end());
        self.0.push('\n');
    }

    /// A value beside its name.
    pub(super) fn row(&mut self, label: &str, value: &str) {
        let (before, below) = (format!("  {label:<LABEL$}"), " ".repeat(LABEL + 2));
        self.wrap(value, &before, &below);
    }

    /// A heading with a paragraph, where there is something to say.
    pub(super) fn section(&mut self, heading: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.heading(heading);
            self.paragraph(text);
        }
    }

    /// A heading with each of `items`, where there are any.
    pub(super) fn list<T: AsRef<str>>(&mut self, heading: &str, items: impl IntoIterator<Item = T>) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            self.heading(heading);
        }
        items.for_each(|item| self.item(item.as_ref()));
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    fn wrap(&mut self, text: &str, first: &str, next: &str) {
        let options = Options::new(WIDTH)
            .initial_indent(first)
            .subsequent_indent(next)
            .break_words(false)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        self.0.push_str(fill(&sanitize(text), options).trim_end());
        self.0.push('\n');
    }
}

/// The first `most` of `names`, and how many more there are.
pub(super) fn some<T: AsRef<str>>(names: &[T], most: usize) -> String {
    let shown: Vec<&str> = names.iter().take(most).map(AsRef::as_ref).collect();
    let shown = shown.join(", ");
    match names.len().saturating_sub(most) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// Scopes that are needed together.
pub(super) fn together(names: &[&str]) -> String {
    crate::prose::together(names, " + ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_fits_and_breaks_no_name() {
        let mut page = Page::new("Title");
        page.row("Needs", &"sales-email-read ".repeat(12));
        page.list("None", [""; 0]);
        assert!(page.text().lines().all(|line| line.len() <= WIDTH && !line.ends_with('-')), "{}", page.text());
        assert!(!page.text().contains("None"));
    }
}
