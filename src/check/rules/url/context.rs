//! What a rule is given, and where it leaves its findings.

use std::ops::Range;

use crate::catalog::{Catalog, Era, Messages};
use crate::check::allow::Allowed;
use crate::check::app_side::AppSide;
use crate::diagnostic::{Diagnostic, Edit};
use crate::link::{Known, Parameter, ParsedLink};
use crate::plan::{Asker, Auth};

/// What is known of a link besides its text.
#[derive(Debug, Clone, Copy)]
pub struct LinkOptions<'a> {
    /// The file that spans and edits name; `<link>` for one given by itself.
    pub file: &'a str,
    /// What the link is for, where that is known. A link of the other kind is then an error.
    pub auth: Option<Auth>,
    /// Who asks for the scopes.
    pub asker: Asker,
    /// Whether scopes have three types: before they were enforced, a link could carry what it liked beside what is required.
    pub typed: bool,
    /// The app that the link is matched against.
    pub side: Option<&'a AppSide>,
    /// The rules that are left out.
    pub allowed: Option<&'a Allowed>,
    /// Whether the one near name of an unknown scope is put in its place by a repair: only where a person looks at it
    /// before it counts.
    pub guesses: bool,
}

impl Default for LinkOptions<'_> {
    fn default() -> Self {
        let asker = Asker { distribution: None, user_level: false, era: Era::Splitting };
        Self { file: "<link>", auth: None, asker, typed: true, side: None, allowed: None, guesses: false }
    }
}

/// One link, while it is checked. Ranges are of its own text; `offset` is where that begins in its file.
pub(super) struct Context<'a> {
    pub(super) catalog: &'static Catalog,
    pub(super) link: &'a ParsedLink<'a>,
    pub(super) options: &'a LinkOptions<'a>,
    pub(super) offset: usize,
    /// In an attribute of HTML, where `&amp;` is right.
    pub(super) in_html: bool,
    /// In a quoted string, where `\u0026` is right.
    pub(super) quoted: bool,
    pub(super) found: Vec<(Diagnostic, Range<usize>)>,
}

impl Context<'_> {
    pub(super) fn messages(&self) -> &'static Messages {
        self.catalog.messages()
    }

    /// Keeps a finding about the bytes of `range`.
    pub(super) fn add(&mut self, range: Range<usize>, finding: Diagnostic) {
        if self.options.allowed.is_some_and(|allowed| allowed.has(finding.rule)) {
            return;
        }
        self.found.push((finding, range));
    }

    /// Puts `with` in the place of `range`.
    pub(super) fn edit(&self, range: &Range<usize>, with: impl Into<String>) -> Edit {
        let (start, end) = (range.start + self.offset, range.end + self.offset);
        Edit::Replace { file: self.options.file.to_owned(), start, end, with: with.into() }
    }

    /// The place of a parameter that is not there: the path.
    pub(super) fn nowhere(&self) -> Range<usize> {
        let path = self.link.place.path.clone();
        if path.is_empty() { self.link.body.start..path.end } else { path }
    }

    /// `scope` and `optional_scope`.
    pub(super) fn lists(&self) -> impl Iterator<Item = (Known, &Parameter)> {
        let both = [Known::Scope, Known::OptionalScope];
        both.into_iter().flat_map(|known| self.link.all(known).map(move |parameter| (known, parameter)))
    }

    /// How this list writes a space.
    pub(super) fn space(parameter: &Parameter) -> &'static str {
        if parameter.names.iter().any(|name| name.before.plus) { "+" } else { "%20" }
    }
}

/// `text`, cut off where it would fill a screen.
pub(super) fn clip(text: &str) -> String {
    const LONG: usize = 120;
    match text.char_indices().nth(LONG) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// The bytes to take out so that the other names stay a list.
pub(super) fn removal(parameter: &Parameter, i: usize) -> Range<usize> {
    let names = &parameter.names;
    let end = |i: usize| names[i].glued.last().map_or(names[i].range.end, |glue| glue.end.max(names[i].range.end));
    match (i, names.get(i + 1)) {
        (0, Some(next)) => names[0].before.range.end..next.before.range.end,
        _ => names[i].before.range.start..end(i),
    }
}
