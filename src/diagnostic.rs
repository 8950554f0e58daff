//! What is wrong with a link, a plan or a project, said so that the reader can mend it.
//!
//! Owns the shape of a diagnostic; the rules that make them live where their facts are. It renders nothing.

use serde::Serialize;

use crate::catalog::Confidence;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Works today, breaks for some accounts or later.
    Warning,
    /// The installer or the upload is refused.
    Error,
}

impl Severity {
    /// The word that the user reads.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Span {
    /// The file, relative to the target.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Rule id, such as `scope/unknown`.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The scope, parameter, field or component it is about.
    pub subject: String,
    /// One sentence: what is wrong.
    pub message: String,
    /// The sentence that HubSpot shows, where it is known.
    pub hubspot_says: Option<String>,
    /// Who can mend it.
    pub who_fixes: &'static str,
    /// How well the fact behind it is known.
    pub confidence: Confidence,
    /// Where it stands, for what was read from a file.
    pub span: Option<Span>,
    /// What to do.
    pub fix: Option<String>,
    /// Where the fact comes from.
    pub source: Option<String>,
}

impl Diagnostic {
    /// A finding that the developer mends, by a documented rule; refine it with the `with_…` methods.
    pub fn new(rule: &'static str, severity: Severity, subject: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity,
            subject: subject.into(),
            message: message.into(),
            hubspot_says: None,
            who_fixes: "developer",
            confidence: Confidence::Documented,
            span: None,
            fix: None,
            source: None,
        }
    }

    /// With the sentence that HubSpot shows.
    #[must_use]
    pub fn with_hubspot_says(mut self, sentence: impl Into<String>) -> Self {
        self.hubspot_says = Some(sentence.into());
        self
    }

    /// With what to do.
    #[must_use]
    pub fn with_fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }

    /// With how well the fact is known.
    #[must_use]
    pub fn with_confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }

    /// With where the fact comes from.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// With where it stands.
    #[must_use]
    pub fn with_span(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// Whether HubSpot refuses because of it.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
