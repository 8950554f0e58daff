//! Links as targets: one that is given by itself, or all that stand in a file.

use super::checked::{Checked, Parsed, ParsedSource};
use super::rules::url::{LinkOptions, check_link, check_links, next_edits, repair_link};
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Edit};
use crate::link::{Kind, apply_replacements, parse};

/// The most rounds in which the edits of a file are made: edits of one may make room for others.
const ROUNDS: usize = 12;

/// Checks the link `text` and repairs it where a program can.
pub fn check_one_link(catalog: &'static Catalog, text: &str, options: &LinkOptions<'_>) -> Checked {
    let text = text.trim();
    let report = check_link(catalog, text, options);
    let repaired = repair_link(catalog, text, options).text;
    let is_new = repaired != text;
    let left = is_new && check_link(catalog, &repaired, options).diagnostics.iter().any(Diagnostic::is_error);
    let mut checked = Checked {
        target: text.to_owned(),
        kind: "url",
        parsed: Some(Parsed::Url(Box::new(report.parsed))),
        diagnostics: report.diagnostics,
        repaired: is_new.then_some(repaired),
        repaired_in_part: left,
        texts: std::iter::once((options.file.to_owned(), text.to_owned())).collect(),
        ..Checked::default()
    };
    checked.shorten();
    checked
}

/// Checks every link in the file `options.file` with this text.
pub fn check_source(catalog: &'static Catalog, target: &str, text: &str, options: &LinkOptions<'_>) -> Checked {
    let reports = check_links(catalog, text, options);
    let (links, diagnostics): (Vec<_>, Vec<_>) =
        reports.into_iter().map(|report| (report.parsed, report.diagnostics)).unzip();
    let diagnostics: Vec<_> = diagnostics.into_iter().flatten().collect();
    let mends = diagnostics.iter().any(|finding| finding.fix.as_ref().is_some_and(|fix| !fix.edits.is_empty()));
    let mut checked = Checked {
        target: target.to_owned(),
        kind: "source",
        parsed: Some(Parsed::Source(ParsedSource { links })),
        diagnostics,
        rewritten: mends.then(|| rewritten(catalog, text, options)),
        texts: std::iter::once((options.file.to_owned(), text.to_owned())).collect(),
        ..Checked::default()
    };
    checked.shorten();
    checked
}

/// The text with all of its links repaired.
fn rewritten(catalog: &'static Catalog, text: &str, options: &LinkOptions<'_>) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let found = check_links(catalog, &text, options);
        let edits = next_edits(found.iter().flat_map(|report| &report.diagnostics));
        let edits: Vec<Edit> = edits.into_iter().map(|(_, edit)| edit).collect();
        if edits.is_empty() {
            break;
        }
        text = apply_replacements(&text, &edits).text;
    }
    text
}

/// Whether `text` is meant as a link rather than as a path.
pub fn looks_like_link(text: &str) -> bool {
    let text = text.trim();
    let link = parse(text);
    match link.place.kind {
        Kind::Oauth | Kind::Static | Kind::Mcp => link.place.host.is_some() || text.contains("authorize"),
        Kind::Other(_) => link.place.scheme.is_some(),
    }
}
