//! The safe way of one scope from one type to another.
//!
//! Owns what the settings and the links hold after each step of a rollout. Where scopes have types, one never moves from one
//! parameter of the link to the other in one step: in between, links leave it out, and the settings have it as conditionally
//! required.

use crate::plan::ScopeType;

/// Where a link has a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Place {
    /// In `scope`.
    Scope,
    /// In `optional_scope`.
    OptionalScope,
    /// In `scope` of those links that want it.
    Wanted,
    /// Nowhere.
    Out,
}

/// The way of one scope: its type after each change of the settings, its place after each change of the links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) settings: [Option<ScopeType>; 3],
    pub(super) links: [Place; 2],
}

/// The safe way from one type to another.
pub(super) fn way(from: Option<ScopeType>, to: Option<ScopeType>) -> Way {
    use Place::{OptionalScope, Out, Scope, Wanted};
    use ScopeType::{ConditionallyRequired as C, Optional as O, Required as R};
    let (settings, links) = match (from, to) {
        (None | Some(C), Some(R)) => ([Some(C), Some(R), Some(R)], [Scope, Scope]),
        (None | Some(R | C), Some(C)) => ([Some(C); 3], [Wanted, Wanted]),
        (None | Some(O), Some(O)) => ([Some(O); 3], [OptionalScope, OptionalScope]),
        (Some(R | C), Some(O)) => ([Some(C), Some(O), Some(O)], [Out, OptionalScope]),
        (Some(R | C), None) => ([Some(C), None, None], [Out, Out]),
        (Some(O), Some(R)) => ([Some(O), Some(C), Some(R)], [Out, Scope]),
        (Some(O), Some(C)) => ([Some(O), Some(C), Some(C)], [Out, Wanted]),
        (Some(O), None) => ([Some(O), None, None], [Out, Out]),
        (None, None) => ([None; 3], [Out, Out]),
        (Some(R), Some(R)) => ([Some(R); 3], [Scope, Scope]),
    };
    Way { settings, links }
}

/// The safe way where the settings know no types: what they list is required, and links may carry more.
pub(super) fn untyped_way(from: Option<ScopeType>, to: Option<ScopeType>) -> Way {
    let (was, is) = (listed_as(from), listed_as(to));
    // Links have it before the settings demand it, and go on having it until they no longer do.
    let first = if was.is_some() { Place::Scope } else { place_of(to) };
    Way { settings: [was, is, is], links: [first, place_of(to)] }
}

/// What the settings know of a type where they know none: that it is listed, and so required.
pub(super) fn listed_as(kind: Option<ScopeType>) -> Option<ScopeType> {
    kind.filter(|kind| *kind == ScopeType::Required)
}

/// The place in links that a type gives, before anything moved.
pub(super) fn place_of(kind: Option<ScopeType>) -> Place {
    match kind {
        None => Place::Out,
        Some(ScopeType::Required) => Place::Scope,
        Some(ScopeType::ConditionallyRequired) => Place::Wanted,
        Some(ScopeType::Optional) => Place::OptionalScope,
    }
}
