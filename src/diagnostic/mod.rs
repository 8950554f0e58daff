//! What is wrong with a link, a plan or a project, said so that the reader can mend it.
//!
//! Owns the shape of a diagnostic and the table of rules; what finds them lives where the facts are. It renders nothing.

pub mod rule;
mod severity;

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::{Confidence, WhoFixes};

pub use crate::catalog::{Rule, Severity};

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
    /// The rule; in JSON its id, such as `scope/unknown`.
    #[serde(serialize_with = "rule::as_id")]
    pub rule: &'static Rule,
    /// How bad it is.
    pub severity: Severity,
    /// The scope, parameter, field or component it is about.
    pub subject: String,
    /// One sentence: what is wrong.
    pub message: String,
    /// The sentence that HubSpot shows, where it is known.
    pub hubspot_says: Option<String>,
    /// Who can fix it.
    pub who_fixes: WhoFixes,
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
    pub source: Cow<'static, str>,
}

impl Diagnostic {
    /// A finding of `rule`, with what its row says; refine it with the `with_…` methods.
    pub fn new(rule: &'static Rule, subject: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            subject: subject.into(),
            message: message.into(),
            hubspot_says: None,
            who_fixes: rule.who_fixes,
            confidence: Confidence::Documented,
            span: None,
            fix: None,
            alternative: None,
            source: Cow::Borrowed(rule.source),
        }
    }

    /// Less bad than the row says, where the case at hand is: no worse than `severity`.
    #[must_use]
    pub fn at_most(mut self, severity: Severity) -> Self {
        self.severity = self.severity.min(severity);
        self
    }

    /// Makes it an error, whatever it is elsewhere: no link can be right while it stands.
    pub fn refuse_link(&mut self) {
        self.severity = Severity::Error;
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

    /// With how well the fact is known. What an app needs, and who can grant it, is an error only where HubSpot
    /// documents it.
    #[must_use]
    pub fn with_confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        let is_doubtful = self.rule.follows_confidence() && confidence != Confidence::Documented;
        if is_doubtful { self.at_most(Severity::Warning) } else { self }
    }

    /// With where the fact comes from.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.source = source.into();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_has_severity_source_and_who_fixes_it_from_its_row() {
        for row in rule::all() {
            let finding = Diagnostic::new(row, "a", "b");
            assert_eq!((finding.severity, finding.who_fixes), (row.severity, row.who_fixes), "{row}");
            assert_eq!(finding.source, row.source, "{row}");
        }
    }

    #[test]
    fn a_severity_is_lowered_and_never_raised_but_where_the_link_is_refused() {
        let note = || Diagnostic::new(rule::URL_MISSING_STATE, "state", "b");
        assert_eq!(note().at_most(Severity::Warning).severity, Severity::Note);
        let mut refused = note();
        refused.refuse_link();
        assert_eq!(refused.severity, Severity::Error);
        let error = Diagnostic::new(rule::SCOPE_UNKNOWN, "a", "b");
        assert_eq!(error.at_most(Severity::Warning).severity, Severity::Warning);
    }

    #[test]
    fn what_an_app_needs_is_an_error_only_where_it_is_documented() {
        for row in rule::all() {
            for confidence in [Confidence::Documented, Confidence::Reported, Confidence::Inferred] {
                let severity = Diagnostic::new(row, "a", "b").with_confidence(confidence).severity;
                let follows = ["code/", "feature/", "account/"].iter().any(|family| row.id.starts_with(family));
                let most =
                    if follows && confidence != Confidence::Documented { Severity::Warning } else { Severity::Error };
                assert_eq!(severity, row.severity.min(most), "{row} {confidence:?}");
            }
        }
    }
}
