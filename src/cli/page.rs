//! The page that an answer is written on: short paragraphs under headings, for a terminal of 80 columns.
//!
//! Whatever is written loses what could do something to a terminal. A name or an address is never broken.

use textwrap::{Options, WordSeparator, WordSplitter, fill};

use crate::catalog::Source;
use crate::escape::linked;
use crate::terminal::sanitize;

const WIDTH: usize = 80;
const LABEL: usize = 14;

/// A text in the making.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
    /// The sources that stand in it, by name, with the pages that they lead to.
    sources: Vec<(String, String)>,
}

impl Page {
    /// A page under this title.
    pub(super) fn new(title: &str) -> Self {
        let mut page = Self::default();
        page.wrap(title, "", "  ");
        page
    }

    /// A page under a title that is one line, however long.
    pub(super) fn verbatim(title: &str) -> Self {
        Self { text: format!("{}\n", sanitize(title)), sources: Vec::new() }
    }

    /// A line of its own with more space before it; what follows belongs to it.
    pub(super) fn heading(&mut self, text: &str) {
        self.text.push('\n');
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
        self.text.push('\n');
    }

    /// A line as it is, such as a row of a table.
    pub(super) fn preformatted(&mut self, line: &str) {
        self.text.push_str(sanitize(line).trim_end());
        self.text.push('\n');
    }

    /// A value beside its name.
    pub(super) fn row(&mut self, label: &str, value: &str) {
        // A label of any length stands apart from its value.
        let apart = LABEL - 2;
        let (before, below) = (format!("  {label:<apart$}  "), " ".repeat(LABEL + 2));
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

    /// A heading with sources, each of which leads to its page where it has one.
    pub(super) fn sources<T: AsRef<str>>(&mut self, heading: &str, sources: impl IntoIterator<Item = T>) {
        let sources: Vec<T> = sources.into_iter().collect();
        for text in &sources {
            self.leads_from(text.as_ref());
        }
        self.list(heading, sources);
    }

    /// The source, wherever a line begins with it, leads to its page.
    pub(super) fn leads_from(&mut self, text: &str) {
        let source = Source::read(text).and_then(|source| Some((source.name().to_owned(), source.url()?)));
        self.sources.extend(source);
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The text for a terminal with hyperlinks.
    pub(super) fn text_with_links(&self) -> String {
        let line = |line: &str| {
            let bare = line.trim_start();
            let word = bare.split_whitespace().find(|word| self.sources.iter().any(|(name, _)| name == word));
            let found = word.and_then(|word| self.sources.iter().find(|(name, _)| name == word));
            match found {
                Some((name, url)) => line.replacen(name.as_str(), &linked(name, url), 1),
                None => line.to_owned(),
            }
        };
        self.text.split('\n').map(line).collect::<Vec<_>>().join("\n")
    }

    fn wrap(&mut self, text: &str, first: &str, next: &str) {
        let options = Options::new(WIDTH)
            .initial_indent(first)
            .subsequent_indent(next)
            .break_words(false)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        self.text.push_str(fill(&sanitize(text), options).trim_end());
        self.text.push('\n');
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

    #[test]
    fn a_label_of_any_length_stands_apart_from_its_value() {
        for length in 1..60 {
            let label = "l".repeat(length);
            let mut page = Page::default();
            page.row(&label, "value of it");
            let text = page.text().replace('\n', "  ");
            assert!(text.contains(&format!("{label}  ")) && text.contains("value of it"), "{text}");
        }
    }

    #[test]
    fn sources_lead_to_their_pages_and_what_only_looks_like_one_does_not() {
        let mut page = Page::new("https://stray.example/x and acme/anvil#2");
        page.sources("Sources", ["acme/anvil#12 (a comment)", "https://docs.example/a", "reported: by somebody, 2026"]);
        assert_eq!(
            page.text_with_links(),
            "https://stray.example/x and acme/anvil#2\n\nSources\n  \
             \x1b]8;;https://github.com/acme/anvil/issues/12\x1b\\acme/anvil#12\x1b]8;;\x1b\\ (a comment)\n  \
             \x1b]8;;https://docs.example/a\x1b\\https://docs.example/a\x1b]8;;\x1b\\\n  reported: by somebody, 2026\n"
        );
        assert!(!page.text().contains('\x1b'));
    }
}
