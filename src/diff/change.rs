//! What changed: each scope with its type before and after, and what asks for it.

use std::collections::BTreeMap;

use super::effect::{Effects, effects};
use super::side::Side;
use crate::plan::{Cause, ScopeType};

/// Why a scope is there, or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Because {
    /// What asks, or asked.
    pub cause: Cause,
    /// It was not there before, or is not there any more.
    pub is_part_of_change: bool,
}

/// A scope whose type changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The scope.
    pub scope: String,
    /// Its type before; `None` = the app did not have it.
    pub from: Option<ScopeType>,
    /// Its type after; `None` = the app has it no more.
    pub to: Option<ScopeType>,
    /// What asks for it now, or asked for it before it went; what is part of the change comes first.
    pub because: Vec<Because>,
}

impl Change {
    /// What the change does by itself.
    pub fn effects(&self) -> Effects {
        effects(self.from, self.to)
    }

    /// Whether the app has it now and had it not.
    pub fn is_new(&self) -> bool {
        self.from.is_none()
    }

    /// Whether the app had it and has it no more.
    pub fn is_gone(&self) -> bool {
        self.to.is_none()
    }
}

/// Types by scope.
pub(super) type Types = BTreeMap<String, ScopeType>;

/// Every scope that is not what it was, by name.
pub(super) fn changes(old: &Side, new: &Side, before: &Types, after: &Types) -> Vec<Change> {
    let gone = before.keys().filter(|name| !after.contains_key(*name));
    let mut names: Vec<&String> = after.keys().chain(gone).collect();
    names.sort();
    names
        .into_iter()
        .filter_map(|name| {
            let (from, to) = (before.get(name).copied(), after.get(name).copied());
            (from != to).then(|| Change { scope: name.clone(), from, to, because: because(old, new, name, to) })
        })
        .collect()
}

fn because(old: &Side, new: &Side, name: &str, to: Option<ScopeType>) -> Vec<Because> {
    let (here, there) = if to.is_some() { (new, old) } else { (old, new) };
    let causes = here.causes.get(name).into_iter().flatten();
    let is_there = |cause: &Cause| match cause {
        Cause::Pinned(_) => there.causes.get(name).is_some_and(|causes| causes.contains(cause)),
        _ => there.uses.contains_key(cause.describe()),
    };
    let mut because: Vec<Because> =
        causes.map(|cause| Because { cause: cause.clone(), is_part_of_change: !is_there(cause) }).collect();
    because.sort_by_key(|one| !one.is_part_of_change);
    because
}
