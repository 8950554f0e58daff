//! A target that was checked: what was read of it, and what was found.
//!
//! Owns the shape of the answer, as it stands in JSON too. Fields are added to it, never renamed.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Rule, Severity};

/// So many findings of one rule are told of a target: nobody reads more, and a hostile text holds a million.
const MOST_OF_A_RULE: usize = 200;

/// One target with all that was found.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Checked {
    /// As it was given: a link, a path, `-`.
    pub target: String,
    /// `url`, `project`, `config` or `source`.
    pub kind: &'static str,
    /// What was read of it; `None` where nothing could be.
    pub parsed: Option<Parsed>,
    /// What was found, file by file in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
    /// The link as it should be, where it can be repaired.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repaired: Option<String>,
    /// Whether errors are left in it that no program can mend.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub repaired_in_part: bool,
    /// A file's text with all of its links repaired, where they can be.
    #[serde(skip)]
    pub rewritten: Option<String>,
    /// The files that were not read in one line, which people get instead of a finding for each.
    #[serde(skip)]
    pub not_read: Option<String>,
    /// The texts that the spans point into, by [`crate::diagnostic::Span::file`].
    #[serde(skip)]
    pub texts: BTreeMap<String, String>,
}

impl Checked {
    /// Leaves out what is too much of the same, and says how much. For links, whose repair is made of all of it.
    pub(super) fn shorten(&mut self) {
        let mut told: BTreeMap<&'static Rule, usize> = BTreeMap::new();
        let mut further: BTreeMap<&'static Rule, (usize, Severity)> = BTreeMap::new();
        self.diagnostics.retain(|finding| {
            let count = told.entry(finding.rule).or_default();
            *count += 1;
            if *count > MOST_OF_A_RULE {
                let (count, worst) = further.entry(finding.rule).or_insert((0, finding.severity));
                *count += 1;
                *worst = finding.severity.max(*worst);
            }
            *count <= MOST_OF_A_RULE
        });
        self.diagnostics.extend(further.into_iter().map(|(rule, (count, severity))| {
            Diagnostic::new(rule, "link", format!("{count} more of this kind are not listed.")).at_most(severity)
        }));
    }

    /// Puts the findings in the order of `files` and of their places; those without a place come first, as they are.
    pub(super) fn sort(&mut self, files: &[String]) {
        let ranks: HashMap<&str, usize> = files.iter().enumerate().map(|(rank, file)| (file.as_str(), rank)).collect();
        self.diagnostics.sort_by_cached_key(|finding| {
            finding.span.as_ref().map(|span| {
                let rank = ranks.get(span.file.as_str()).copied().unwrap_or(usize::MAX);
                (rank, span.file.clone(), span.start)
            })
        });
    }
}

/// What was read of a target.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Parsed {
    /// A link.
    Url(Box<ParsedUrl>),
    /// A project, or one config file of one.
    Project(Box<ParsedProject>),
    /// A file with links in it.
    Source(ParsedSource),
}

/// The parts of a link. Names are as written, in order, after decoding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ParsedUrl {
    /// The host.
    pub host: Option<String>,
    /// The region that the host names, such as `eu1`; `na1` for the one that names none.
    pub hublet: Option<String>,
    /// The account in the path.
    pub account_id: Option<String>,
    /// `client_id`.
    pub client_id: Option<String>,
    /// `redirect_uri`, decoded.
    pub redirect_uri: Option<String>,
    /// The names of `scope`.
    pub scope: Vec<String>,
    /// The names of `optional_scope`.
    pub optional_scope: Vec<String>,
    /// `state`, decoded.
    pub state: Option<String>,
    /// All other parameters, decoded.
    pub other: BTreeMap<String, String>,
    /// Whether placeholders stand where values go.
    pub template: bool,
}

/// The parts of a project.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ParsedProject {
    /// Its folder.
    pub root: String,
    /// The version of the developer platform.
    pub platform: Option<String>,
    /// `oauth`, `static` or `none`.
    pub auth: Option<&'static str>,
    /// `private` or `marketplace`.
    pub distribution: Option<&'static str>,
    /// As written.
    pub redirect_urls: Vec<String>,
    /// The scopes by type, as written.
    pub declared: ParsedLists,
    /// What its components stand for.
    pub features: Vec<ParsedFeature>,
    /// Every file that was read, relative to the root.
    pub files: Vec<String>,
}

/// Scopes by type.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ParsedLists {
    /// `requiredScopes`.
    pub required: Vec<String>,
    /// `conditionallyRequiredScopes`.
    pub conditional: Vec<String>,
    /// `optionalScopes`.
    pub optional: Vec<String>,
}

/// A feature that a component stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ParsedFeature {
    /// Its id.
    pub feature: String,
    /// The id of its option.
    pub option: Option<String>,
    /// The component's file.
    pub file: Option<String>,
    /// Whether it is turned on.
    pub active: bool,
}

/// The links of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ParsedSource {
    /// In the order of their places.
    pub links: Vec<ParsedUrl>,
}

/// How many findings of each severity there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// What is refused.
    pub errors: usize,
    /// What breaks for some, or later.
    pub warnings: usize,
    /// What is worth knowing.
    pub notes: usize,
}

impl Tally {
    /// Counts the findings of all `targets`.
    pub fn of(targets: &[Checked]) -> Self {
        let mut tally = Self::default();
        for finding in targets.iter().flat_map(|target| &target.diagnostics) {
            *match finding.severity {
                Severity::Error => &mut tally.errors,
                Severity::Warning => &mut tally.warnings,
                Severity::Note => &mut tally.notes,
            } += 1;
        }
        tally
    }
}
