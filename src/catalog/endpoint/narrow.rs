//! From one list for all objects to the scopes of the object that is touched.
//!
//! That a list names the object's own scope is read; what is found by the object's name, or by the scopes of another object
//! that it uses, is derived.

use super::reading::{Found, Lists, Reading, Ways};
use super::security::subject;
use super::versions;
use crate::catalog::operation::Operation;
use crate::catalog::operation::paths::HOLE;
use crate::catalog::rows::Method;
use crate::catalog::rows::Part;
use crate::catalog::{Confidence, Object};

impl Reading<'_> {
    /// What reading or writing records of `object` needs: by its own API, else by its name in scopes.
    pub(super) fn record_scopes(self, object: &Object, read: bool) -> Found {
        let of_one = ["crm", "objects", object.plural, HOLE];
        let of_all = ["crm", "objects", object.plural];
        let places: &[(Method, &[&'static str])] = if read {
            &[(Method::Get, &of_one), (Method::Get, &of_all)]
        } else {
            &[(Method::Patch, &of_one), (Method::Post, &of_all)]
        };
        let own = places.iter().find_map(|(method, shape)| {
            self.narrow(self.index.at_shape(*method, shape).filter(|operation| operation.object.is_some())?)
        });
        own.unwrap_or_else(|| self.by_name(object, read))
    }

    fn by_name(self, object: &Object, read: bool) -> Found {
        let verb = if read { "read" } else { "write" };
        let named = |segment: &str| {
            let scope = self.catalog.scope_named(&format!("crm.objects.{segment}.{verb}"))?;
            Some((vec![scope.name], Confidence::Inferred))
        };
        let mut ways: Ways = object.scope_segment.and_then(named).into_iter().collect();
        if ways.is_empty() {
            let used = object.uses_scopes.as_ref().map(|used| used.of(read).to_vec());
            ways.extend(used.filter(|way| !way.is_empty()).map(|way| (way, Confidence::Inferred)));
        }
        Found::of(ways)
    }
}

/// The ways of `lists` that are about the definition of `object`; its scopes by name where a list has none.
pub(super) fn schema_scopes(reading: Reading<'_>, lists: &Lists, object: &Object, read: bool) -> Found {
    let narrowed = lists.iter().map(|(version, ways)| (*version, of_object(ways, object, read)));
    let narrowed: Lists = narrowed.filter(|(_, ways)| !ways.is_empty()).collect();
    let mut found = if narrowed.is_empty() {
        let mut found = reading.by_name(object, read);
        let verb = if read { "read" } else { "write" };
        let named = |segment: &str| reading.catalog.scope_named(&format!("crm.schemas.{segment}.{verb}"));
        if let Some(scope) = object.scope_segment.and_then(named) {
            found.ways.insert(vec![scope.name], Confidence::Inferred);
        }
        found
    } else {
        versions::agreed(&narrowed)
    };
    reading.add_successors(&mut found.ways, object, Part::Definition, read);
    found.apart.retain(|way, _| !found.ways.contains_key(way));
    found
}

/// The ways that name the object, or the scopes of another one that it uses.
fn of_object(ways: &Ways, object: &Object, read: bool) -> Ways {
    let used = object.uses_scopes.as_ref();
    let of_others: Vec<&str> =
        used.into_iter().flat_map(|used| used.of(read)).filter_map(|scope| subject(scope)).collect();
    let coarse: Vec<&str> = used.map(|used| used.or.clone()).unwrap_or_default();
    let is_own = |name: &str| {
        subject(name).is_some_and(|subject| Some(subject) == object.scope_segment)
            || coarse.iter().any(|own| name == *own || name.strip_prefix(own).is_some_and(|tail| tail.starts_with('.')))
    };
    let is_known = |name: &str| is_own(name) || subject(name).is_some_and(|subject| of_others.contains(&subject));
    let is_plain = |way: &Vec<&str>| !way.iter().any(|name| name.contains("sensitive"));
    let mut found: Ways = Ways::new();
    for (way, confidence) in ways.iter().filter(|(way, _)| way.iter().all(|name| is_known(name))) {
        let read = way.iter().all(|name| is_own(name));
        found.insert(way.clone(), if read { *confidence } else { Confidence::Inferred });
    }
    if found.keys().any(is_plain) {
        found.retain(|way, _| is_plain(way));
    }
    found
}

/// The ways of `lists` that can be the answer for some object: what reads where the operation reads, and so on.
pub(super) fn of_any_object(operation: &Operation, lists: &Lists) -> Found {
    let fits = |name: &str| {
        let verb = name.rsplit('.').next().unwrap_or_default();
        let other = if operation.is_read() { "write" } else { "read" };
        operation.is_about_schemas() || subject(name).is_none() || verb != other
    };
    let is_plain = |way: &[&str]| way.iter().all(|name| !name.contains("sensitive") && fits(name));
    let all: Ways = lists.values().flatten().map(|(way, _)| (way.clone(), Confidence::Inferred)).collect();
    let any_plain = all.keys().any(|way| is_plain(way));
    Found::of(all.into_iter().filter(|(way, _)| !any_plain || is_plain(way)).collect())
}

/// Both of two needs at once: every way of the one with every way of the other.
pub(super) fn both(one: &Found, two: &Found) -> Found {
    let together = |a: &Vec<&'static str>, b: &Vec<&'static str>| {
        let all: std::collections::BTreeSet<&'static str> = a.iter().chain(b).copied().collect();
        all.into_iter().collect::<Vec<_>>()
    };
    let (first, second): (Vec<_>, Vec<_>) = (one.ways.keys().collect(), two.ways.keys().collect());
    let ways: Vec<Vec<&'static str>> = if first.is_empty() || second.is_empty() {
        first.into_iter().chain(second).cloned().collect()
    } else {
        first.into_iter().flat_map(|a| second.iter().map(move |b| together(a, b))).collect()
    };
    // Lists say any-of; that both ends count is how the API behaves, and no specification writes it down.
    let ways = ways.into_iter().map(|way| (way, Confidence::Inferred)).collect();
    Found { object_unknown: one.object_unknown || two.object_unknown, ..Found::of(ways) }
}
