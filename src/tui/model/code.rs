//! The scan of the project's code: how far it is, what it found, what of that nobody wants.
//!
//! Owns what is kept for the walk and is no part of the plan. Which of it the plan lacks is worked out in `ghosts`.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::found::Found;

/// How far the scan is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Scanning {
    /// There is no code to scan.
    #[default]
    None,
    /// So many files were looked at; it begins after the first frame.
    Running(usize),
    /// All files were looked at.
    Done,
    /// It did not come to its end, and why.
    Failed(String),
}

/// A scope that the plan would have with the code's calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GhostScope {
    /// Its name.
    pub name: String,
    /// The calls that would bring it, by their places in [`Found::calls`].
    pub calls: Vec<usize>,
}

/// The scan, and what became of what it found.
#[derive(Debug, Clone, Default)]
pub struct Code {
    /// How far it is.
    pub scanning: Scanning,
    /// What it found, once it is done.
    pub found: Option<Box<Found>>,
    /// Calls that nobody wants, by their places in [`Found::calls`].
    pub(super) dismissed: BTreeSet<usize>,
    /// Calls whose record type was named, with the call that was made of them.
    pub(super) named: Vec<(usize, String)>,
    /// Calls that the plan lacks, by their places in [`Found::calls`].
    pub(super) ghosts: Vec<usize>,
    /// The scopes that they would bring, worked out when they are first asked for.
    pub(super) scopes: OnceCell<Vec<GhostScope>>,
}

impl Code {
    /// Code that is scanned once the first frame is drawn.
    pub fn to_scan() -> Self {
        Self { scanning: Scanning::Running(0), ..Self::default() }
    }

    /// How many calls nobody wants.
    pub fn dismissed(&self) -> usize {
        self.dismissed.len()
    }
}
