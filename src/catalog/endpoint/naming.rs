//! Under which path an operation is known, of all the paths that its versions have.
//!
//! The path with the highest plain version (`v4` before `v3`), else the newest dated one, else the newest beta; where an
//! API is about one object, the object's name gives way to `{objectType}`: an operation is a path and an object.

use std::collections::{BTreeMap, BTreeSet};

use super::sighting::{Key, Sighting};
use crate::catalog::Objects;
use crate::catalog::operation::call::{Rank, is_hole, is_version, version_rank};
use crate::catalog::operation::facts::VERSION;
use crate::catalog::operation::paths::HOLE;
use crate::catalog::operation::shape::{self, OBJECT_PLACE};

/// What an operation is called.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) path: String,
    pub(super) object: Option<&'static str>,
    pub(super) api: String,
}

/// The names of all operations, in their order.
pub(super) fn names(objects: &Objects, operations: &BTreeMap<Key, BTreeSet<Sighting>>) -> Vec<Name> {
    operations
        .iter()
        .map(|(key, seen)| {
            let parts: Vec<&str> = key.shape.iter().map(String::as_str).collect();
            let object = if shape::is_record_path(&parts) && parts[OBJECT_PLACE] != HOLE {
                shape::plural(objects, parts[OBJECT_PLACE])
            } else {
                None
            };
            let best = best(seen);
            let plain = best.map_or_else(String::new, |seen| seen.template.replacen(VERSION, &seen.version, 1));
            let rank = best.map_or_else(|| version_rank(""), |seen| version_rank(&seen.version));
            let path = if object.is_some() { templated(&plain, &rank, operations, key) } else { trimmed(&plain) };
            Name { path, object, api: best.map_or_else(String::new, |seen| seen.api.clone()) }
        })
        .collect()
}

fn best(seen: &BTreeSet<Sighting>) -> Option<&Sighting> {
    // The first of equals, in the order of templates, APIs and lists.
    seen.iter().rev().max_by_key(|seen| version_rank(&seen.version))
}

fn trimmed(path: &str) -> String {
    path.trim_end_matches('/').to_owned()
}

/// The path with `{objectType}` for the object, and the names that the operation for all objects has for its holes.
fn templated(path: &str, rank: &Rank, operations: &BTreeMap<Key, BTreeSet<Sighting>>, key: &Key) -> String {
    let mut shape = key.shape.clone();
    HOLE.clone_into(&mut shape[OBJECT_PLACE]);
    let sibling = operations.get(&Key { shape, method: key.method }).and_then(best);
    if let Some(sibling) = sibling.filter(|sibling| version_rank(&sibling.version) >= *rank) {
        return sibling.template.replacen(VERSION, &sibling.version, 1);
    }
    let mut hole_names = sibling.map(|seen| shape::segments(&seen.template)).unwrap_or_default().into_iter();
    hole_names.by_ref().take(OBJECT_PLACE + 1).for_each(drop);
    let place = shape_place(path);
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    for (at, part) in parts.iter_mut().enumerate().skip(place) {
        if at == place {
            "{objectType}".clone_into(part);
            continue;
        }
        match hole_names.next() {
            Some(name) if is_hole(name) => name.clone_into(part),
            None if at == place + 1 && is_hole(part) => "{objectId}".clone_into(part),
            _ => {}
        }
    }
    parts.join("/")
}

/// Where the object stands among the parts of a record path between slashes: behind `objects` and perhaps a version.
fn shape_place(path: &str) -> usize {
    let parts: Vec<&str> = path.split('/').collect();
    let objects = parts.iter().position(|part| *part == "objects").unwrap_or_default();
    let next = parts.get(objects + 1).is_some_and(|part| is_version(part));
    objects + 1 + usize::from(next)
}
