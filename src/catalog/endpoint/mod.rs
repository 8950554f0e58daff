//! HubSpot's endpoints: which operation a call is, and which scopes it needs.
//!
//! ```text
//!  "GET /crm/v3/objects/0-3/1" ─▶ Call ─▶ Paths (trie) ─▶ Operation ─▶ Reading ─▶ Match
//!                                 version off, object    its versions   narrowed to the object,
//!                                 in one spelling        are one        mended by overrides
//! ```
//! Owns `endpoints.json`, which [`Importer`] makes from HubSpot's specifications, and `overrides.json`, which says where
//! observation differs. It chooses nothing between ways that suffice: that is `solve`'s.

mod call;
mod facts;
mod import;
mod index;
mod naming;
mod narrow;
mod needs;
mod operation;
mod paths;
mod report;
mod security;
mod shape;
mod split;
#[cfg(test)]
mod tests;
mod versions;

pub use call::{Call, CallError, Method};
pub use facts::{Effect, Only, Override, TierHint};
pub use import::{ImportError, Imported, Importer};
pub use operation::Operation;
pub use report::ImportReport;

pub(super) use index::Index;

use super::{Alternative, Catalog, Confidence, Object};
use needs::Reading;
use shape::Side;

/// The endpoint facts of a catalog.
#[derive(Debug, Clone, Copy)]
pub struct Endpoints<'a> {
    reading: Reading<'a>,
}

/// What a call is and needs.
#[derive(Debug, Clone)]
pub struct Match<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The object type that it is about, where known.
    pub object: Option<&'a Object>,
    /// The object type at the other end of an association, where known.
    pub other: Option<&'a Object>,
    /// One of these suffices, each whole; an empty one = no scope is needed. With [`Match::object_unknown`], one of these
    /// is needed, and only the object says which.
    pub requirement: Vec<Alternative>,
    /// Further ways that only user-level apps have.
    pub user_level: Vec<Alternative>,
    /// A call of the developer (a developer key, internal scopes), not of an installed app.
    pub not_for_apps: bool,
    /// The requirement hangs on an object type that the call does not name.
    pub object_unknown: bool,
    /// How well the requirement is known.
    pub confidence: Confidence,
    /// The entries that changed what the specifications list.
    pub overrides: Vec<&'a Override>,
}

impl Match<'_> {
    /// Whether no fact says what it needs, though it is a call of installed apps.
    pub fn is_unknown(&self) -> bool {
        self.requirement.is_empty() && self.user_level.is_empty() && !self.not_for_apps && !self.object_unknown
    }

    /// Why the requirement differs from the specifications, one sentence an entry.
    pub fn notes(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.overrides.iter().map(|entry| entry.note)
    }
}

impl<'a> Endpoints<'a> {
    pub(super) fn new(catalog: &'a Catalog, index: &'a Index) -> Self {
        Self { reading: Reading { catalog, index } }
    }

    fn index(self) -> &'a Index {
        self.reading.index
    }

    /// What `call` is and needs; `None` for a path that no fact knows.
    pub fn find(self, call: &Call) -> Option<Match<'a>> {
        let objects = self.reading.catalog.objects();
        let operation = self.index().find(objects, call)?;
        let named = |side: Side| {
            let holes = operation.object_holes().filter(move |(_, hole)| *hole == side);
            let mut texts = holes.filter_map(|(place, _)| call.segments().get(place));
            texts.find(|text| !call::is_hole(text)).and_then(|text| objects.resolve(text))
        };
        let this = operation.object.and_then(|plural| objects.resolve(plural)).or_else(|| named(Side::This));
        Some(self.reading.needs(operation, this, named(Side::Other)))
    }

    /// What an operation of [`Endpoints::operations`] needs.
    pub fn needs(self, operation: &'a Operation) -> Match<'a> {
        let this = operation.object.and_then(|plural| self.reading.catalog.objects().resolve(plural));
        self.reading.needs(operation, this, None)
    }

    /// Every operation, sorted by path; families of calls that no specification has come last.
    pub fn operations(self) -> &'a [Operation] {
        &self.index().operations[..self.index().shown]
    }

    /// The repository and commit of the specifications.
    pub fn source(self) -> &'a str {
        self.index().source
    }

    /// The day of the specifications.
    pub fn as_of(self) -> &'a str {
        self.index().as_of
    }

    /// The tier that the specifications state for an API, beside the scope's own: hub → level; `None` = free.
    pub fn tier_hint(self, operation: &Operation) -> Option<&'a TierHint<'static>> {
        self.index().tiers.get(operation.api)
    }

    /// Ids of at most `most` operations that are near a path that is not known, nearest first.
    pub fn nearest(self, call: &Call, most: usize) -> Vec<String> {
        let path = call.path();
        let mut scored: Vec<(usize, bool, String)> = self
            .operations()
            .iter()
            .map(|operation| (distance(&path, operation.path), operation.method != call.method(), operation.id()))
            .filter(|(distance, _, _)| *distance <= path.len() / 4)
            .collect();
        scored.sort_unstable();
        scored.dedup_by(|a, b| a.2 == b.2);
        scored.into_iter().take(most).map(|(_, _, id)| id).collect()
    }
}

/// How many letters differ, values of holes aside.
fn distance(path: &str, template: &str) -> usize {
    let (ours, theirs) = (shape::segments(path), shape::segments(template));
    let pairs = ours.iter().zip(&theirs);
    let cost = |(ours, theirs): (&&str, &&str)| {
        if call::is_hole(theirs) { usize::from(!call::is_hole(ours)) } else { strsim::osa_distance(ours, theirs) }
    };
    let length = |segments: &[&str]| segments.iter().map(|segment| segment.len() + 1).sum::<usize>();
    let shared = ours.len().min(theirs.len());
    pairs.map(cost).sum::<usize>() + length(&ours[shared..]) + length(&theirs[shared..])
}
