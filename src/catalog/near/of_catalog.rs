//! What is near a name among the facts of a catalog.

use super::names::nearest;
use super::scopes::NearScopes;
use super::split::{LONGEST_NAME, words};
use crate::catalog::Catalog;

/// In a shorter name two letters are too much to guess.
const SHORTEST_GUESS: usize = 6;

impl Catalog {
    /// What is near `wanted`, which is no scope: at most `most` scopes that an app can ask for, nearest first, and what is
    /// to be said of the name.
    pub fn near_scopes(&self, wanted: &str, most: usize) -> NearScopes {
        let stands_for = || self.internal_name(wanted).map(|internal| internal.scopes.clone());
        match self.variant_of(wanted).map(|only| vec![only]).or_else(stands_for) {
            Some(names) => NearScopes { names, ..NearScopes::default() },
            None => self.near().scopes_near(wanted, most),
        }
    }

    /// Scope names near `wanted` that an app can ask for, nearest first.
    pub fn nearest_scopes(&self, wanted: &str, most: usize) -> Vec<&'static str> {
        self.near_scopes(wanted, most).names
    }

    /// The one scope that `name` is another way to write: letter case, a plural, `_` or `-` for a dot.
    pub fn variant_of(&self, name: &str) -> Option<&'static str> {
        if name.len() > LONGEST_NAME {
            return None;
        }
        let mut same = self.near().by_plain_words.get(&words(name))?.iter().filter(|known| **known != name);
        match (same.next(), same.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }

    /// The one scope that `name` was probably meant to be: a letter or two away, with as many words, and nothing else nearly
    /// as near. A guess, for a person to look at.
    pub fn guess_of(&self, name: &str) -> Option<&'static str> {
        const SLIPS: usize = 2;
        if self.scope_id(name).is_some() || !(SHORTEST_GUESS..=LONGEST_NAME).contains(&name.len()) {
            return None;
        }
        if let Some(variant) = self.variant_of(name) {
            return Some(variant);
        }
        let folded = name.to_lowercase();
        let names = self.near().offered.iter().copied();
        let near = names.filter(|known| known.len().abs_diff(folded.len()) <= SLIPS + 1);
        let mut scored: Vec<(usize, &'static str)> = near
            .map(|known| (strsim::osa_distance(&folded, known), known))
            .filter(|(far, _)| *far <= SLIPS + 1)
            .collect();
        scored.sort_unstable();
        let (far, guess) = *scored.first()?;
        let is_clear = scored.get(1).is_none_or(|(next, _)| *next > far + 1);
        let is_slip = far <= SLIPS && is_clear && words(guess).len() == words(&folded).len();
        // What is known to be about something else is no slip.
        (is_slip && self.near().scopes_near(name, 1).names.first() == Some(&guess)).then_some(guess)
    }

    /// Feature ids near `wanted`, nearest first.
    pub fn nearest_features(&self, wanted: &str, most: usize) -> Vec<&'static str> {
        nearest(wanted, self.features().iter().map(|feature| feature.id), most)
    }
}
