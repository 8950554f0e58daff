//! The report for people: each finding with its line, what HubSpot says, what to do.
//!
//! Owns what is shown of a finding and in which order. Whether there is colour, and which characters draw, is decided by
//! who prints it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Message, Renderer, Snippet};

use super::summary::summary;
use super::window::window;
use crate::catalog::{Confidence, Source, WhoFixes};
use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Severity, rule};
use crate::escape::{linked, sanitize};

/// The most characters of a sentence that are shown; a name in it can be of any length.
const MOST_CHARACTERS: usize = 1_000;
/// The most of the name of a target.
const MOST_OF_TARGET: usize = 80;
/// Wider than any window, so that nothing is cut a second time.
const WIDTH: usize = 2_000;
/// Stands for the place until the real one is put there.
const PLACE: &str = "place";

/// How it is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// With colours.
    pub color: bool,
    /// With no other characters than those of ASCII, but for what is quoted.
    pub ascii: bool,
    /// On a terminal with hyperlinks: sources lead to their pages.
    pub links: bool,
}

impl Look {
    fn renderer(self) -> Renderer {
        let renderer = if self.color { Renderer::styled() } else { Renderer::plain() };
        let decor = if self.ascii { DecorStyle::Ascii } else { DecorStyle::Unicode };
        renderer.decor_style(decor).term_width(WIDTH)
    }

    fn ellipsis(self) -> &'static str {
        if self.ascii { "..." } else { "…" }
    }

    /// The sign before a place, below a line number of `width` digits.
    fn arrow(self, width: usize) -> String {
        let (indent, arrow) = if self.ascii { (width, "-->") } else { (width + 1, "╭▸") };
        let arrow = if self.color { format!("\x1b[1;94m{arrow}\x1b[0m") } else { arrow.to_owned() };
        format!("{:indent$}{arrow} ", "")
    }
}

/// All findings, what a repaired link looks like, and a line that sums up.
pub fn human(targets: &[Checked], look: Look) -> String {
    let renderer = look.renderer();
    let mut out = String::new();
    for checked in targets {
        if targets.len() > 1 && !(checked.diagnostics.is_empty() && checked.repaired.is_none()) {
            out.extend(["In ", &cut(&checked.target, MOST_OF_TARGET, look), ":\n\n"]);
        }
        for finding in checked.diagnostics.iter().filter(|finding| is_told_alone(checked, finding)) {
            out.push_str(&leading(one(checked, finding, &renderer, look), finding, look));
            out.push_str("\n\n");
        }
        if let Some(line) = checked
            .not_read
            .as_ref()
            .filter(|_| !checked.diagnostics.iter().all(|finding| is_told_alone(checked, finding)))
        {
            let title = Level::NOTE.primary_title(cut(line, MOST_CHARACTERS, look)).id(rule::CODE_NOT_READ.id);
            out.push_str(&renderer.render(&[Group::with_title(title)]));
            out.push_str("\n\n");
        }
        if let Some(link) = &checked.repaired {
            // Whole, however long: it is there to be copied.
            let title = match checked.repaired_in_part {
                true => "The link, as far as a program can repair it:\n",
                false => "The repaired link:\n",
            };
            out.extend([title, &sanitize(link), "\n\n"]);
        }
    }
    out.push_str(&summary(targets));
    out.push('\n');
    out
}

/// Whether the finding is not one of many that are told in one line.
fn is_told_alone(checked: &Checked, finding: &Diagnostic) -> bool {
    checked.not_read.is_none() || finding.rule != rule::CODE_NOT_READ
}

fn one(checked: &Checked, finding: &Diagnostic, renderer: &Renderer, look: Look) -> String {
    let mut title = cut(&finding.message, MOST_CHARACTERS, look);
    if finding.confidence != Confidence::Documented {
        title = format!("{title} ({})", finding.confidence.as_str());
    }
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(title).id(finding.rule.id));
    let span = finding.span.as_ref();
    let text = span.and_then(|span| checked.texts.get(&span.file)).filter(|text| !text.is_empty());
    if let (Some(span), Some(text)) = (span, text) {
        let window = window(text, span.start, span.end, look.ellipsis());
        let place = AnnotationKind::Primary.span(window.start..window.end);
        let snippet = Snippet::source(window.text).line_start(span.line).fold(false).annotation(place);
        group = group.element(snippet.path(PLACE));
    }
    let drawn = renderer.render(&[group.elements(footnotes(finding, look))]);
    let Some(span) = span else { return drawn };
    let width = if text.is_some() { span.line.to_string().len() } else { 0 };
    let file = cut(&span.file, MOST_CHARACTERS, look);
    let place = format!("{}{file}:{}:{}", look.arrow(width), span.line, span.column);
    // The library would count the column in the window, not in the line: its place is not shown.
    let (title, mut rest) = drawn.split_once('\n').unwrap_or((&drawn, ""));
    if text.is_some() {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    format!("{title}\n{place}\n{rest}").trim_end().to_owned()
}

/// `text` of the finding, whose source leads to its page where the terminal has hyperlinks.
fn leading(text: String, finding: &Diagnostic, look: Look) -> String {
    let source = Source::read(&finding.source).filter(|_| look.links);
    let Some((source, url)) = source.and_then(|source| Some((source, source.url()?))) else { return text };
    // It stands at the end of a line of its own; what looks like it in a file's line does not.
    let line = |line: &str| match line.strip_suffix(source.text) {
        Some(before) if before.contains("source") => {
            format!("{before}{}{}", linked(source.name(), &url), &source.text[source.name().len()..])
        }
        _ => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// What stands below the line: label and text.
fn footnotes(finding: &Diagnostic, look: Look) -> Vec<Message<'static>> {
    let parts = [
        ("HubSpot says", finding.hubspot_says.as_deref()),
        ("fix", finding.fix_text()),
        ("instead", finding.alternative.as_ref().map(|fix| fix.text.as_str())),
        ("who mends it", Some(finding.who_fixes).filter(|who| *who != WhoFixes::Developer).map(WhoFixes::as_str)),
        ("source", Some(finding.source.as_ref())),
    ];
    let notes = parts.into_iter().filter_map(|(label, text)| Some((label, text?)));
    notes.map(|(label, text)| Level::NOTE.with_name(label).message(cut(text, MOST_CHARACTERS, look))).collect()
}

/// The text made safe, and no longer than `most` characters of it.
fn cut(text: &str, most: usize, look: Look) -> String {
    let (end, rest) = text.char_indices().nth(most).map_or((text.len(), ""), |(at, _)| (at, look.ellipsis()));
    format!("{}{rest}", sanitize(&text[..end]))
}
