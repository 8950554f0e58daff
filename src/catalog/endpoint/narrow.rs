//! From one list for all objects to the scopes of the object that is touched.

use super::reading::{Found, Reading, Ways};
use super::security::subject;
use crate::catalog::operation::Operation;
use crate::catalog::operation::paths::HOLE;
use crate::catalog::rows::Method;
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
        own.map_or_else(|| self.by_name(object, read), Found::documented)
    }

    fn by_name(self, object: &Object, read: bool) -> Found {
        let verb = if read { "read" } else { "write" };
        let named = |segment: &str| {
            let scope = self.catalog.scope_named(&format!("crm.objects.{segment}.{verb}"))?;
            Some(vec![scope.name])
        };
        let mut ways: Ways = object.scope_segment.and_then(named).into_iter().collect();
        if ways.is_empty() {
            let used = object.uses_scopes.as_ref();
            ways.extend(used.map(|used| used.of(read).to_vec()).filter(|way| !way.is_empty()));
        }
        Found { ways, confidence: Confidence::Inferred, object_unknown: false }
    }
}

/// The ways of `list` that are about `object`; its scopes by name where the list has none.
pub(super) fn schema_scopes(reading: Reading<'_>, list: &Ways, object: &Object, read: bool) -> Found {
    let used = object.uses_scopes.as_ref();
    let subjects: Vec<&str> = object
        .scope_segment
        .into_iter()
        .chain(used.into_iter().flat_map(|used| used.of(read)).filter_map(|scope| subject(scope)))
        .collect();
    let coarse: Vec<&str> = used.map(|used| used.or.clone()).unwrap_or_default();
    let is_own = |name: &&'static str| {
        subject(name).is_some_and(|subject| subjects.contains(&subject))
            || coarse.iter().any(|own| name == own || name.strip_prefix(own).is_some_and(|tail| tail.starts_with('.')))
    };
    let mut ways: Ways = list.iter().filter(|way| way.iter().all(is_own)).cloned().collect();
    let is_plain = |way: &Vec<&str>| !way.iter().any(|name| name.contains("sensitive"));
    if ways.iter().any(is_plain) {
        ways.retain(is_plain);
    }
    if !ways.is_empty() {
        return Found::documented(ways);
    }
    let verb = if read { "read" } else { "write" };
    let mut found = reading.by_name(object, read);
    if let Some(scope) =
        object.scope_segment.and_then(|segment| reading.catalog.scope_named(&format!("crm.schemas.{segment}.{verb}")))
    {
        found.ways.insert(vec![scope.name]);
    }
    found
}

/// The ways of `list` that can be the answer for some object: what reads where the operation reads, and so on.
pub(super) fn of_any_object(operation: &Operation, list: Ways) -> Ways {
    let fits = |name: &str| {
        let verb = name.rsplit('.').next().unwrap_or_default();
        let other = if operation.is_read() { "write" } else { "read" };
        operation.is_about_schemas() || subject(name).is_none() || verb != other
    };
    let is_plain = |way: &[&str]| way.iter().all(|name| !name.contains("sensitive") && fits(name));
    if list.iter().any(|way| is_plain(way)) { list.into_iter().filter(|way| is_plain(way)).collect() } else { list }
}

/// Both of two needs at once: every way of the one with every way of the other.
pub(super) fn both(one: &Found, two: &Found) -> Found {
    let together = |a: &Vec<&'static str>, b: &Vec<&'static str>| {
        let all: std::collections::BTreeSet<&'static str> = a.iter().chain(b).copied().collect();
        all.into_iter().collect::<Vec<_>>()
    };
    let ways = if one.ways.is_empty() || two.ways.is_empty() {
        one.ways.union(&two.ways).cloned().collect()
    } else {
        one.ways.iter().flat_map(|a| two.ways.iter().map(move |b| together(a, b))).collect()
    };
    // Lists say any-of; that both ends count is how the API behaves, and no specification writes it down.
    Found { ways, confidence: Confidence::Inferred, object_unknown: one.object_unknown || two.object_unknown }
}
