//! What a call turned out to be, and what it needs.

use super::availability::Availability;
use super::doubt::{Doubt, Doubtful};
use crate::catalog::operation::Operation;
use crate::catalog::{Confidence, Object, Override, Scope, Way};

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
    pub requirement: Vec<Way>,
    /// Further ways that suffice for who holds them, and that are not chosen: the version that the call names lists them
    /// and others do not, or they are reported successors of a coarse scope.
    pub accepted: Vec<Way>,
    /// Further ways that only user-level apps have.
    pub user_level: Vec<Way>,
    /// Ways of a token of client credentials, which asks for them itself; they are in no link.
    pub token_request: Vec<Way>,
    /// The names inside HubSpot that the specification lists and whose public names are not known.
    pub internal: Vec<&'static str>,
    /// Ways of the specification that are not taken.
    pub doubtful: Vec<Doubtful>,
    /// Successors of a coarse scope that only their names suggest.
    pub candidates: Vec<Way>,
    /// Who can make the call.
    pub availability: Availability,
    /// A call of the developer (a developer key, internal scopes), not of an installed app.
    pub not_for_apps: bool,
    /// An object is named that is no standard one, and is taken for a custom object.
    pub by_name: bool,
    /// The standard objects whose names are near that name: it may be a slip of the hand.
    pub near: Vec<&'static str>,
    /// The requirement hangs on an object type that the call does not name.
    pub object_unknown: bool,
    /// How well the requirement is known: as well as its weakest part.
    pub confidence: Confidence,
    /// The entries that changed what the specifications list.
    pub overrides: Vec<&'a Override>,
}

/// How some scopes stand to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They hold a way.
    Allowed,
    /// They hold a way of user-level apps.
    AllowedAsUser,
    /// They hold nothing but a way that is not taken.
    Doubtful,
    /// They hold no way that is known.
    Lacking,
}

impl Match<'_> {
    /// Whether no fact says what it needs, though it is a call of installed apps.
    pub fn is_unknown(&self) -> bool {
        self.ways().next().is_none()
            && self.user_level.is_empty()
            && self.availability == Availability::App
            && !self.object_unknown
    }

    /// Every way that suffices for an app, those for a token of client credentials among them.
    pub fn ways(&self) -> impl Iterator<Item = &Way> {
        self.requirement.iter().chain(&self.accepted).chain(&self.token_request)
    }

    /// The ways that are known and do not count as enough.
    pub fn uncertain(&self) -> impl Iterator<Item = &Way> {
        self.doubtful.iter().map(|doubtful| &doubtful.way).chain(&self.candidates)
    }

    /// How `held` stands to the call; `oauth` is always held.
    pub fn standing(&self, held: &[&str]) -> Standing {
        let holds = |way: &Way| way.all_of.iter().all(|name| *name == Scope::OAUTH || held.contains(name));
        if self.ways().any(holds) {
            Standing::Allowed
        } else if self.user_level.iter().any(holds) {
            Standing::AllowedAsUser
        } else if self.uncertain().any(holds) {
            Standing::Doubtful
        } else {
            Standing::Lacking
        }
    }

    /// Why the requirement differs from the specifications, one sentence an entry.
    pub fn notes(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.overrides.iter().map(|entry| entry.note)
    }

    /// What is doubtful or derived about the answer, one sentence each.
    pub fn remarks(&self) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        if self.by_name {
            let near =
                if self.near.is_empty() { String::new() } else { format!("; near it: {}", self.near.join(", ")) };
            said.push(format!(
                "The name is no standard object's, so it is taken for a custom object's (inferred){near}."
            ));
        }
        said.extend(self.doubtful.iter().map(Doubtful::sentence));
        let named = |ways: &[Way]| ways.iter().map(|way| way.all_of.join(" + ")).collect::<Vec<_>>().join(", ");
        if !self.accepted.is_empty() {
            said.push(format!("Enough where it is held, and not chosen: {}.", named(&self.accepted)));
        }
        if !self.candidates.is_empty() {
            said.push(format!(
                "By its name, {} may take the place of the coarse scope one day; no source says so for this call (inferred).",
                named(&self.candidates)
            ));
        }
        said
    }
}

impl Doubtful {
    /// Why it is not taken.
    pub fn sentence(&self) -> String {
        let names = self.way.all_of.join(" + ");
        match &self.why {
            Doubt::ReadsOnly => format!(
                "The specification lists {names} as well, beside the writing scope; that a reading scope is enough for a call \
                 that changes something is doubtful."
            ),
            Doubt::DefinitionOnly => format!(
                "The specification lists {names} as well, which opens the definition of the records; that it is enough for \
                 the records themselves is doubtful."
            ),
            Doubt::SomeVersions(versions) => {
                format!("The versions disagree: only {} list {names}.", versions.join(", "))
            }
        }
    }
}
