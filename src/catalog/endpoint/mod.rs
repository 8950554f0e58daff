//! HubSpot's endpoints: which operation a call is, and which scopes it needs.
//!
//! ```text
//!  "GET /crm/v3/objects/0-3/1" ─▶ Call ─▶ Paths (trie) ─▶ Operation ─▶ Reading ─▶ Match
//!                                 version off, object    its versions   narrowed to the object,
//!                                 in one spelling        are one        mended by overrides
//! ```
//! Owns `endpoints.json`, which [`Importer`] makes from HubSpot's specifications, and `overrides.json`, which says where
//! observation differs. It chooses nothing between ways that suffice: that is `solve`'s.

mod availability;
mod doubt;
mod import;
mod lists;
mod matched;
mod naming;
mod narrow;
mod needs;
mod reading;
mod report;
mod security;
mod sighting;
mod split;
#[cfg(test)]
mod tests;
mod versions;

pub use availability::Availability;
pub use doubt::{Doubt, Doubtful};
pub use import::{ImportError, Imported, Importer};
pub use matched::{Match, Standing};
pub use report::ImportReport;

use super::Catalog;
use super::object::Named;
use super::operation::{Call, Index, Operation, call, shape};
use super::rows::TierHint;
use needs::Asked;
use reading::Reading;
use shape::Side;

/// The endpoint facts of a catalog.
#[derive(Debug, Clone, Copy)]
pub struct Endpoints<'a> {
    reading: Reading<'a>,
}

impl Catalog {
    /// The endpoint facts. They are read when first asked for: opening the configurator does not.
    pub fn endpoints(&self) -> Endpoints<'_> {
        Endpoints { reading: Reading { catalog: self, index: self.index() } }
    }
}

impl<'a> Endpoints<'a> {
    fn index(self) -> &'a Index {
        self.reading.index
    }

    /// What `call` is and needs; `None` for a path that no fact knows.
    pub fn find(self, call: &Call) -> Option<Match<'a>> {
        let objects = self.reading.catalog.objects();
        let operation = self.index().find(objects, call)?;
        let text_at = |side: Side| {
            let holes = operation.object_holes().filter(move |(_, hole)| *hole == side);
            let mut texts = holes.filter_map(|(place, _)| call.segments().get(place));
            texts.find(|text| !call::is_hole(text)).map(String::as_str)
        };
        let own = operation.object.and_then(|plural| objects.resolve(plural));
        let this_text = text_at(Side::This).filter(|_| own.is_none());
        let (this, other) =
            (this_text.map(|text| objects.named(text)), text_at(Side::Other).map(|text| objects.named(text)));
        let is_by_name = |named: &Named<'_>| matches!(named, Named::Custom(_));
        let asked = Asked {
            this: own.or_else(|| this.and_then(Named::object)),
            other: other.and_then(Named::object),
            by_name: this.as_ref().is_some_and(is_by_name) || other.as_ref().is_some_and(is_by_name),
        };
        let texts = [this_text, text_at(Side::Other)].into_iter().flatten();
        let mut near: Vec<&'static str> =
            texts.filter(|text| is_by_name(&objects.named(text))).flat_map(|text| objects.slips(text)).collect();
        near.dedup();
        Some(Match { near, ..self.reading.needs(operation, asked, call.version()) })
    }

    /// What an operation of [`Endpoints::operations`] needs.
    pub fn needs(self, operation: &'a Operation) -> Match<'a> {
        let this = operation.object.and_then(|plural| self.reading.catalog.objects().resolve(plural));
        self.reading.needs(operation, Asked { this, ..Asked::default() }, None)
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
