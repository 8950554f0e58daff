//! The paragraphs that details are made of.

use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::tui::theme::{Theme, Tone};

/// Paragraphs with their tone and indent, wrapped when they are drawn.
#[derive(Debug, Default)]
pub(super) struct Text(pub(super) Vec<(Tone, usize, String)>);

impl Text {
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.0.push((Tone::Strong, 0, text.to_owned()));
    }

    pub(super) fn gap(&mut self) {
        if !self.0.is_empty() {
            self.0.push((Tone::Plain, 0, String::new()));
        }
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.0.push((Tone::Plain, 0, text.into()));
    }

    pub(super) fn item(&mut self, text: impl Into<String>) {
        self.0.push((Tone::Plain, 1, text.into()));
    }

    pub(super) fn dim(&mut self, text: impl Into<String>) {
        self.0.push((Tone::Dim, 1, text.into()));
    }

    pub(super) fn finding(&mut self, finding: &Diagnostic) {
        self.gap();
        let tone = Theme::severity(finding.severity);
        self.0.push((tone, 0, format!("{}: {}", finding.severity.as_str(), finding.message)));
        if let Some(fix) = finding.fix_text() {
            self.0.push((Tone::Plain, 1, fix.to_owned()));
        }
        if let Some(fix) = finding.fix.as_ref().filter(|fix| !fix.choices.is_empty()) {
            self.0.push((Tone::Dim, 1, format!("all of them: {}", fix.choices.join(", "))));
        }
        if let Some(says) = &finding.hubspot_says {
            self.0.push((Tone::Dim, 1, format!("HubSpot says: {says}")));
        }
        // A link stands on no line of anything.
        if let Some(span) = finding.span.as_ref().filter(|span| !span.file.starts_with('<')) {
            self.0.push((Tone::Dim, 1, format!("at {}:{}:{}", span.file, span.line, span.column)));
        }
        let about = format!("{} · {} · who fixes it: {}", finding.rule, finding.confidence.as_str(), finding.who_fixes);
        self.0.push((Tone::Dim, 1, about));
    }

    pub(super) fn source(&mut self, text: impl Into<String>) {
        self.0.push((Tone::Source, 1, text.into()));
    }

    pub(super) fn sources<'a>(&mut self, catalog: &Catalog, sources: impl IntoIterator<Item = &'a &'static str>) {
        self.heading("Sources");
        for source in sources {
            self.source(catalog.source(source));
        }
        self.dim(format!("as of {}", catalog.as_of()));
    }
}
