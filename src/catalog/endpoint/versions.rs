//! The lists of several versions of one operation, taken together.
//!
//! What satisfies all of them is taken; what only some of them list stands apart. A way that every version lists is read,
//! any other one is derived.

use super::reading::{Apart, Found, Lists, Ways};
use crate::catalog::Confidence;

/// From so many combinations on, versions that share nothing are left unsettled.
const MOST: usize = 64;

/// The ways that satisfy every one of `lists`.
pub(super) fn agreed(lists: &Lists) -> Found {
    let all: Ways = lists.values().flatten().map(|(way, confidence)| (way.clone(), *confidence)).collect();
    let holds = |way: &[&str], part: &[&str]| part.iter().all(|name| way.contains(name));
    let suffices = |way: &[&str]| lists.values().all(|ways| ways.keys().any(|listed| holds(way, listed)));
    let mut taken: Ways = all.keys().filter(|way| suffices(way)).map(|way| (way.clone(), known(lists, way))).collect();
    if taken.is_empty() {
        taken = together(lists);
    }
    let ways: Vec<_> = taken.keys().cloned().collect();
    let is_needless = |way: &[&str]| ways.iter().any(|other| other.len() < way.len() && holds(way, other));
    taken.retain(|way, _| lists.values().all(|ways| ways.contains_key(way)) || !is_needless(way));
    let is_apart = |way: &&Vec<&'static str>| !taken.contains_key(*way) && !is_needless(way);
    let listing = |way: &Vec<&'static str>| {
        let versions = lists.iter().filter(|(_, ways)| ways.contains_key(way));
        (way.clone(), versions.map(|(version, _)| *version).collect())
    };
    let apart: Apart = all.keys().filter(is_apart).map(listing).collect();
    Found { ways: taken, apart, object_unknown: false }
}

/// How well `way` is known: what not every version lists is derived.
fn known(lists: &Lists, way: &[&'static str]) -> Confidence {
    let each = lists.values().map(|ways| ways.get(way).copied().unwrap_or(Confidence::Inferred));
    each.min().unwrap_or(Confidence::Inferred)
}

/// One way of each version, all of them at once.
fn together(lists: &Lists) -> Ways {
    let mut combined: Vec<Vec<&'static str>> = vec![Vec::new()];
    for ways in lists.values() {
        combined = combined
            .iter()
            .flat_map(|so_far| ways.keys().map(move |way| so_far.iter().chain(way).copied().collect()))
            .map(|mut way: Vec<&'static str>| {
                way.sort_unstable();
                way.dedup();
                way
            })
            .take(MOST)
            .collect();
    }
    combined.into_iter().map(|way| (way, Confidence::Inferred)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists(of: &[(&'static str, &[&[&'static str]])]) -> Lists {
        let ways = |ways: &[&[&'static str]]| ways.iter().map(|way| (way.to_vec(), Confidence::Documented)).collect();
        of.iter().map(|(version, listed)| (*version, ways(listed))).collect()
    }

    fn taken(of: &[(&'static str, &[&[&'static str]])]) -> Vec<(String, Confidence)> {
        agreed(&lists(of)).ways.into_iter().map(|(way, known)| (way.join("+"), known)).collect()
    }

    #[test]
    fn versions_that_agree_are_read() {
        let both: &[&[&str]] = &[&["a"], &["b"]];
        let found = agreed(&lists(&[("v1", both), ("v2", both)]));
        assert_eq!(found.ways.len(), 2);
        assert!(found.apart.is_empty() && found.ways.values().all(|known| *known == Confidence::Documented));
    }

    #[test]
    fn what_satisfies_every_version_is_taken_and_the_rest_stands_apart() {
        let found = agreed(&lists(&[("v1", &[&["a"], &["b"]]), ("v2", &[&["a"]])]));
        assert_eq!(found.ways.keys().collect::<Vec<_>>(), [&["a"]]);
        assert_eq!(found.apart[&vec!["b"]].iter().collect::<Vec<_>>(), [&"v1"]);
    }

    #[test]
    fn a_way_that_another_version_asks_for_with_more_is_not_enough_and_the_larger_one_is_derived() {
        assert_eq!(
            taken(&[("v1", &[&["a"], &["b"]]), ("v2", &[&["a", "b"]])]),
            [("a+b".to_owned(), Confidence::Inferred)]
        );
    }

    #[test]
    fn versions_that_share_nothing_are_satisfied_together() {
        assert_eq!(taken(&[("v1", &[&["a"]]), ("v2", &[&["b"]])]), [("a+b".to_owned(), Confidence::Inferred)]);
    }
}
