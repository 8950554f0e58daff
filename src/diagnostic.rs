//! What is wrong with a link, a plan or a project, said so that the reader can mend it.
//!
//! Owns the shape of a diagnostic; the rules that make them live where their facts are. It renders nothing.

use serde::Serialize;

use crate::catalog::Confidence;
pub use crate::catalog::Severity;

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

/// What to do about a finding: in words, and as edits where a program can make them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// For people.
    pub text: String,
    /// The same, for a program; empty where a person must decide.
    pub edits: Vec<Edit>,
    /// Every name to choose from, where the words tell only the likeliest ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<&'static str>,
}

/// A change to one file. The pointers are those of RFC 6901 and mean the text before any edit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "op", rename_all = "lowercase")]
pub enum Edit {
    /// Puts `with` in the place of the bytes from `start` to before `end`: for links and other plain text.
    Replace {
        /// The file, relative to the target.
        file: String,
        /// First byte.
        start: usize,
        /// The byte after the last.
        end: usize,
        /// What stands there afterwards.
        with: String,
    },
    /// Adds a string at the end of the list at `path` in a JSON file; the list is made where there is none.
    Add {
        /// The file, relative to the target.
        file: String,
        /// Where the list is, such as `/config/auth/requiredScopes`.
        path: String,
        /// The string.
        value: String,
    },
    /// Takes the list item or the member at `path` out of a JSON file.
    Remove {
        /// The file, relative to the target.
        file: String,
        /// Where it is, such as `/config/auth/requiredScopes/2`.
        path: String,
    },
    /// Writes a string at `path` of a JSON file, in the place of what stands there.
    Set {
        /// The file, relative to the target.
        file: String,
        /// Where it is.
        path: String,
        /// The string.
        value: String,
    },
}

impl Edit {
    /// The file that it changes, relative to the target.
    pub fn file(&self) -> &str {
        match self {
            Self::Replace { file, .. }
            | Self::Add { file, .. }
            | Self::Remove { file, .. }
            | Self::Set { file, .. } => file,
        }
    }
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
    pub fix: Option<Fix>,
    /// What to do instead, where another file can be mended as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative: Option<Fix>,
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
            alternative: None,
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
        self.fix = Some(Fix { text: fix.into(), ..Fix::default() });
        self
    }

    /// With the edits that do what the fix says.
    #[must_use]
    pub fn with_edits(mut self, edits: impl IntoIterator<Item = Edit>) -> Self {
        self.fix.get_or_insert_default().edits.extend(edits);
        self
    }

    /// With every name to choose from.
    #[must_use]
    pub fn with_choices(mut self, names: &[&'static str]) -> Self {
        self.fix.get_or_insert_default().choices = names.to_vec();
        self
    }

    /// With what can be done instead.
    #[must_use]
    pub fn with_alternative(mut self, fix: Fix) -> Self {
        self.alternative = Some(fix);
        self
    }

    /// What to do, in words.
    pub fn fix_text(&self) -> Option<&str> {
        self.fix.as_ref().map(|fix| fix.text.as_str()).filter(|text| !text.is_empty())
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
