//! What a scan gives: the calls, what is left open, and what was not read.

use super::lists::ScopeList;
use super::not_read::NotRead;
use super::resolve::ScanCall;

/// A place that looks like a call of HubSpot and is not settled.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Open {
    /// Relative to the folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// The line, as it stands.
    pub text: String,
    /// What is not known.
    pub why: String,
}

/// What a scan gives.
#[derive(Debug)]
pub struct Scan {
    /// The calls, by file and line.
    pub calls: Vec<ScanCall>,
    /// What is left open.
    pub unresolved: Vec<Open>,
    /// Files that name HubSpot and were not read, or not whole, by name.
    pub not_read: Vec<NotRead>,
    /// Folders of the projects whose calls are told from those of the folder, as [`ScanCall::project`] names them; sorted.
    pub projects: Vec<String>,
    /// Lists of scopes in code and settings, by file and line; those of scripts, examples and tests left out.
    pub lists: Vec<ScopeList>,
    /// Files that were looked at.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Whether there was code and all of it was read, as was the project: else nobody can say that a scope serves nothing.
    pub is_whole: bool,
    /// The steps that the search took: they grow with the code, and no clock counts them.
    pub steps: u64,
}
