//! Whether some scopes allow a call.

use super::page::together;
use crate::catalog::{Catalog, Match, Scope, Way};
use crate::cli::answer::lacking;

/// The answer to `--scopes`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Allowed {
    /// `None` = the facts do not settle it.
    pub(super) answer: Option<bool>,
    /// The fewest scopes that have to be added.
    pub(super) missing: Vec<&'static str>,
    /// Only a token of a user-level app is allowed by them.
    pub(super) as_user: bool,
}

impl Allowed {
    /// Whether `held` allows what was found.
    pub(super) fn of(catalog: &Catalog, found: &Match<'_>, held: &[&str]) -> Self {
        let holds =
            |way: &Way| way.all_of.iter().all(|name| *name == Scope::OAUTH || held.iter().any(|held| held == name));
        let answer = |answer, missing| Self { answer, missing, as_user: false };
        if found.not_for_apps {
            return answer(Some(false), Vec::new());
        }
        if found.object_unknown {
            // One of the ways is needed, and perhaps not the one that is held.
            let held_one = found.requirement.iter().chain(&found.user_level).any(holds);
            let open = held_one || found.requirement.is_empty();
            let missing = match &found.requirement[..] {
                [_] if !open => lacking(catalog, &found.requirement, held),
                _ => Vec::new(),
            };
            return answer(if open { None } else { Some(false) }, missing);
        }
        if found.requirement.iter().any(holds) {
            return answer(Some(true), Vec::new());
        }
        if found.user_level.iter().any(holds) {
            return Self { as_user: true, ..answer(Some(true), Vec::new()) };
        }
        let ways = if found.requirement.is_empty() { &found.user_level } else { &found.requirement };
        if ways.is_empty() { answer(None, Vec::new()) } else { answer(Some(false), lacking(catalog, ways, held)) }
    }

    /// The answer in words.
    pub(super) fn verdict(&self, found: &Match<'_>) -> String {
        let missing = together(&self.missing);
        match self.answer {
            Some(true) if self.as_user => "Allowed, for a user-level app.".to_owned(),
            Some(true) => "Allowed.".to_owned(),
            Some(false) if found.not_for_apps => "Not allowed: no scope of an installed app opens it.".to_owned(),
            Some(false) if self.missing.is_empty() => "Not allowed: none of them opens it on any object.".to_owned(),
            Some(false) => format!("Not self. Missing: {missing}."),
            None if found.object_unknown => {
                "Not known: it hangs on the object type, which the call does not name.".to_owned()
            }
            None => "Not known: no fact says which scope it needs.".to_owned(),
        }
    }
}
