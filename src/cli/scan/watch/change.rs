//! What is different between two scans of one folder.
//!
//! Owns what counts as the same: a call that only moved within its file is no change.

use std::collections::{BTreeMap, BTreeSet};

use super::super::scanned::Scanned;
use crate::scan::{Open, ScanCall};

/// What came and what went.
#[derive(Debug)]
pub(super) struct Moves<T> {
    pub(super) gained: Vec<T>,
    pub(super) lost: Vec<T>,
}

/// What is different.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) calls: Moves<ScanCall>,
    pub(super) unresolved: Moves<Open>,
    /// The least set.
    pub(super) scopes: Moves<String>,
    /// Needed by a call, and declared nowhere.
    pub(super) missing: Moves<String>,
    /// Needed by a call, and declared as optional or conditionally required only.
    pub(super) missing_optional: Moves<String>,
    /// Declared, and needed by nothing.
    pub(super) unused: Moves<String>,
}

impl Change {
    /// What is different in `now`.
    pub(super) fn between(before: &Scanned, now: &Scanned) -> Self {
        let (old, new) = (&before.answer, &now.answer);
        Self {
            calls: placed(
                &before.scan.calls,
                &now.scan.calls,
                |call| (call.file.clone(), call.method, call.path.clone(), call.object.clone()),
                |call| call.line,
            ),
            unresolved: placed(
                &before.scan.unresolved,
                &now.scan.unresolved,
                |open| (open.file.clone(), open.text.clone(), open.why.clone()),
                |open| open.line,
            ),
            scopes: named(&old.required, &new.required),
            missing: named(&old.missing, &new.missing),
            missing_optional: named(old.weak.keys(), new.weak.keys()),
            unused: named(&old.unused, &new.unused),
        }
    }

    /// Whether nothing is different.
    pub(super) fn is_empty(&self) -> bool {
        let names = [&self.scopes, &self.missing, &self.missing_optional, &self.unused];
        self.calls.is_empty() && self.unresolved.is_empty() && names.into_iter().all(Moves::is_empty)
    }
}

impl<T> Moves<T> {
    /// Whether nothing came and nothing went.
    pub(super) fn is_empty(&self) -> bool {
        self.gained.is_empty() && self.lost.is_empty()
    }
}

fn named<T: ToString>(before: impl IntoIterator<Item = T>, now: impl IntoIterator<Item = T>) -> Moves<String> {
    let of = |names: &mut dyn Iterator<Item = T>| names.map(|name| name.to_string()).collect::<BTreeSet<_>>();
    let (before, now) = (of(&mut before.into_iter()), of(&mut now.into_iter()));
    Moves { gained: now.difference(&before).cloned().collect(), lost: before.difference(&now).cloned().collect() }
}

/// Compares things that stand in lines. Of several that are the same but for their lines, as many came as there are more
/// now: the first ones whose lines differ.
fn placed<'a, T: Clone, K: Ord>(
    before: &'a [T],
    now: &'a [T],
    key: impl Fn(&T) -> K,
    line: impl Fn(&T) -> usize,
) -> Moves<T> {
    let mut groups: BTreeMap<K, [Vec<&'a T>; 2]> = BTreeMap::new();
    for (side, things) in [before, now].into_iter().enumerate() {
        for thing in things {
            groups.entry(key(thing)).or_default()[side].push(thing);
        }
    }
    let mut moves = Moves { gained: Vec::new(), lost: Vec::new() };
    for [old, new] in groups.into_values() {
        let same = old.iter().zip(&new).take_while(|(old, new)| line(old) == line(new)).count();
        let of = |more: &[&T], less: usize| {
            more.iter()
                .skip(same)
                .take(more.len().saturating_sub(less))
                .map(|thing| (*thing).clone())
                .collect::<Vec<_>>()
        };
        moves.gained.extend(of(&new, old.len()));
        moves.lost.extend(of(&old, new.len()));
    }
    moves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_moved_is_no_change_and_the_new_one_of_many_is_named_by_its_line() {
        let change = |before: &[(char, usize)], now: &[(char, usize)]| {
            let moves = placed(before, now, |thing| thing.0, |thing| thing.1);
            (moves.gained, moves.lost)
        };
        assert_eq!(change(&[('a', 2), ('b', 3)], &[('a', 9), ('b', 10)]), (vec![], vec![]));
        assert_eq!(change(&[('a', 2), ('a', 5)], &[('a', 2), ('a', 4), ('a', 7)]), (vec![('a', 4)], vec![]));
        assert_eq!(change(&[('a', 2), ('a', 5)], &[('a', 2)]), (vec![], vec![('a', 5)]));
        assert_eq!(change(&[('a', 2)], &[('b', 2)]), (vec![('b', 2)], vec![('a', 2)]));
    }

    #[test]
    fn names_come_and_go() {
        let moves = named(["a", "b"], ["b", "c"]);
        assert_eq!((moves.gained, moves.lost), (vec!["c".to_owned()], vec!["a".to_owned()]));
    }
}
