//! The lists of several versions of one operation, taken together.
//!
//! They are united, for a newer version adds granular ways. But a way that another version asks for together with more
//! is not taken as enough: that is the careful reading.

use std::collections::BTreeSet;

use super::reading::Ways;
use crate::catalog::rows::Listed;

/// The ways of several versions together. `either` is a scope that lists name beside others and mean instead of them.
pub(super) fn united(rows: &[(&'static str, &Listed<'static>)], either: Option<&str>) -> Ways {
    let versions: BTreeSet<&str> = rows.iter().map(|(version, _)| *version).collect();
    let of = |wanted: &str| -> Ways {
        let lists = rows.iter().filter(|(version, _)| *version == wanted).flat_map(|(_, listed)| &listed.any_of);
        lists.flat_map(|way| apart(way, either)).collect()
    };
    let by_version: Vec<Ways> = versions.into_iter().map(of).collect();
    let more = |way: &Vec<&str>, larger: &Vec<&str>| larger.len() > way.len() && way.iter().all(|s| larger.contains(s));
    let asks_more = |way: &Vec<&'static str>| {
        by_version.iter().any(|ways| !ways.contains(way) && ways.iter().any(|larger| more(way, larger)))
    };
    by_version.iter().flatten().filter(|way| !asks_more(way)).cloned().collect()
}

fn apart(way: &[&'static str], either: Option<&str>) -> Vec<Vec<&'static str>> {
    let Some(place) = way.iter().position(|name| Some(*name) == either).filter(|_| way.len() > 1) else {
        return vec![way.to_vec()];
    };
    let mut rest = way.to_vec();
    let alone = rest.remove(place);
    vec![rest, vec![alone]]
}
