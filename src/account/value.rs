//! What a scope or a feature costs in tiers and installers, and the one change that would let more in.
//!
//! Everything is read off a matrix that is there already, so it is cheap enough for each frame.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ask, Matrix, Place};
use crate::plan::{Cause, Reason, Resolved};

/// Some scopes made optional, and who installs then and does not now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The scopes.
    pub scopes: Vec<String>,
    /// The places won.
    pub gains: Vec<Place>,
}

/// A scope or a feature, and the places that it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The scope, or the feature as on the command line.
    pub name: String,
    /// It is a feature or a call, not a scope.
    pub is_feature: bool,
    /// Where it is refused, alone or among others.
    pub refused: Vec<Place>,
    /// Where nothing else refuses: without it the link installs.
    pub alone: Vec<Place>,
    /// Why its type cannot be weaker, where it cannot.
    pub locked: Option<&'static str>,
}

/// What refuses at one place: the scopes, when nothing else does.
struct Blocked<'a> {
    place: Place,
    scopes: BTreeSet<&'a str>,
}

fn blocked(matrix: &Matrix) -> Vec<Blocked<'_>> {
    let mut all = Vec::new();
    for cell in &matrix.cells {
        let refusals = &cell.outcome.refusals;
        // Where the link, the app or the installer as a whole is refused, no scope's type changes anything.
        let hard = refusals.iter().any(|refusal| refusal.scope.is_none() || refusal.gate == super::Gate::Link);
        if !hard && !refusals.is_empty() {
            let scopes = refusals.iter().filter_map(|refusal| refusal.scope.as_deref()).collect();
            all.push(Blocked { place: cell.place, scopes });
        }
    }
    all
}

/// The changes that let more in, the best first: most places won, then fewest scopes. Locked scopes are left out.
pub fn changes(matrix: &Matrix, ask: &Ask) -> Vec<Change> {
    let blocked = blocked(matrix);
    let sets: BTreeSet<&BTreeSet<&str>> = blocked.iter().map(|one| &one.scopes).collect();
    let movable = sets.into_iter().filter(|set| !set.iter().any(|name| ask.locked.contains_key(*name)));
    let change = |set: &BTreeSet<&str>| Change {
        scopes: set.iter().map(|name| (*name).to_owned()).collect(),
        gains: blocked.iter().filter(|one| one.scopes.is_subset(set)).map(|one| one.place).collect(),
    };
    let mut all: Vec<Change> = movable.map(change).collect();
    // One scope first, whatever more a larger change would win.
    all.sort_by_key(|change| (change.scopes.len() > 1, std::cmp::Reverse(change.gains.len()), change.scopes.len()));
    all
}

/// What each demanded scope costs, and each feature of `resolved` by the scopes that it alone asks for; what costs nothing
/// is left out.
pub fn values(matrix: &Matrix, ask: &Ask, resolved: Option<&Resolved>) -> Vec<Value> {
    let blocked = blocked(matrix);
    let mut by_scope: BTreeMap<&str, (Vec<Place>, Vec<Place>)> = BTreeMap::new();
    for one in &blocked {
        for name in &one.scopes {
            let (refused, alone) = by_scope.entry(name).or_default();
            refused.push(one.place);
            if one.scopes.len() == 1 {
                alone.push(one.place);
            }
        }
    }
    let of_scope = |(name, (refused, alone)): (&str, (Vec<Place>, Vec<Place>))| Value {
        name: name.to_owned(),
        is_feature: false,
        refused,
        alone,
        locked: ask.locked.get(name).copied(),
    };
    let mut all: Vec<Value> = by_scope.into_iter().map(of_scope).collect();
    if let Some(resolved) = resolved {
        all.extend(of_features(&blocked, resolved));
    }
    all
}

fn of_features(blocked: &[Blocked<'_>], resolved: &Resolved) -> Vec<Value> {
    let mut own: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for scope in &resolved.scopes {
        let asks = |reason: &&Reason| matches!(reason.cause, Cause::Feature(_) | Cause::Endpoint(_));
        if let [reason] = &scope.reasons[..]
            && asks(&reason)
        {
            own.entry(reason.cause.describe()).or_default().insert(&scope.name);
        }
    }
    let value = |(name, scopes): (&str, BTreeSet<&str>)| {
        let places = |holds: &dyn Fn(&Blocked<'_>) -> bool| -> Vec<Place> {
            blocked.iter().filter(|one| holds(one)).map(|one| one.place).collect()
        };
        Value {
            name: name.to_owned(),
            is_feature: true,
            refused: places(&|one| !one.scopes.is_disjoint(&scopes)),
            alone: places(&|one| one.scopes.is_subset(&scopes)),
            locked: None,
        }
    };
    own.into_iter().map(value).filter(|value| !value.refused.is_empty()).collect()
}
