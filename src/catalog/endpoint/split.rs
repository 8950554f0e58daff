//! Coarse scopes that HubSpot is splitting: the granular successors that a source names, and those that only a name suggests.
//!
//! A successor is a way where a source names it for that operation, or for that object and that kind of action. Where
//! nothing but its name speaks for it, it is a candidate: it is told, and neither chosen nor counted as enough.

use super::reading::{Reading, Ways};
use crate::catalog::operation::Operation;
use crate::catalog::rows::{Method, Only, Part, Successor};
use crate::catalog::{Confidence, Object, Scope, Way};

impl<'a> Reading<'a> {
    /// Adds to `ways` the successors that a source names for what is done to `object`.
    pub(super) fn add_successors(self, ways: &mut Ways, object: &Object, part: Part, reads: bool) {
        for row in self.successors(object.plural, part, reads) {
            if ways.contains_key(&vec![row.coarse]) {
                ways.entry(vec![row.scope]).or_insert(row.confidence);
            }
        }
    }

    fn successors(self, object: &'a str, part: Part, reads: bool) -> impl Iterator<Item = &'a Successor> {
        let fits =
            move |row: &&Successor| row.object == object && row.part == part && (row.only == Only::Reads) == reads;
        self.index.successors.iter().filter(fits)
    }

    /// Takes the granular ways out of `ways` that no source documents and whose coarse scope stands beside them: those that
    /// are reported, then those that are only inferred.
    pub(super) fn unsettled(self, ways: &mut Vec<Way>, object: Option<&Object>) -> (Vec<Way>, Vec<Way>) {
        let coarse: Vec<&'static str> = ways
            .iter()
            .filter_map(|way| if let [name] = way.all_of[..] { Some(name) } else { None })
            .filter(|name| self.catalog.scope_named(name).is_some_and(Scope::is_coarse))
            .collect();
        let replaces = |name: &str| {
            coarse
                .iter()
                .any(|coarse| self.catalog.scope_named(coarse).is_some_and(|scope| scope.replaced_by.contains(&name)))
        };
        let is_unsettled = |way: &Way| {
            way.confidence != Some(Confidence::Documented)
                && !way.all_of.is_empty()
                && way.all_of.iter().all(|name| replaces(name) && !self.is_named_for(object, name))
        };
        let (out, kept): (Vec<Way>, Vec<Way>) = std::mem::take(ways).into_iter().partition(is_unsettled);
        *ways = kept;
        out.into_iter().partition(|way| way.confidence == Some(Confidence::Reported))
    }

    /// Whether a source names `scope` for what apps do to `object`, whatever the path.
    fn is_named_for(self, object: Option<&Object>, scope: &str) -> bool {
        object.is_some_and(|object| {
            self.index.successors.iter().any(|row| row.object == object.plural && row.scope == scope)
                || [true, false]
                    .iter()
                    .any(|reads| self.record_scopes(object, *reads).ways.keys().any(|way| way == &[scope]))
        })
    }

    /// The successor of each coarse scope of `ways` that its name suggests for `operation`. None where the specification
    /// names it for other operations of the same API, and so not for this one; none for a legacy call.
    pub(super) fn candidates(self, operation: &Operation, ways: &[Way]) -> Vec<Way> {
        if operation.is_legacy() {
            return Vec::new();
        }
        let single = ways.iter().filter_map(|way| if let [name] = way.all_of[..] { Some(name) } else { None });
        let scopes = single.filter_map(|name| self.catalog.scope_named(name)).filter(|scope| scope.is_coarse());
        let is_there = |name: &&str| ways.iter().any(|way| way.all_of.contains(name));
        let open = scopes.filter(|scope| !scope.replaced_by.iter().any(is_there));
        let found = open.filter_map(|scope| {
            let name = by_name(scope.name, scope.replaced_by, operation)?;
            (!self.is_listed_in(operation.api, name))
                .then(|| Way { all_of: vec![name], confidence: Some(Confidence::Inferred) })
        });
        found.collect()
    }

    fn is_listed_in(self, api: &str, name: &str) -> bool {
        let of_api = self.index.operations.iter().filter(|operation| operation.api == api);
        of_api
            .flat_map(|operation| operation.listed(&self.index.requirements))
            .any(|(_, listed)| listed.any_of.iter().flatten().any(|known| *known == name))
    }
}

/// The one of `names` whose verb fits the operation, and all of whose other words stand in its path.
fn by_name(coarse: &str, names: &[&'static str], operation: &Operation) -> Option<&'static str> {
    let verb_of = |name: &str| name.rsplit('.').next().unwrap_or_default().to_owned();
    let has = |verb: &str| names.iter().any(|name| verb_of(name) == verb);
    let last = operation.shape.last().copied().unwrap_or_default();
    let verb = match operation.method {
        _ if operation.is_read() => "read",
        Method::Delete if has("delete") => "delete",
        Method::Post if last == "publish" && has("publish") => "publish",
        _ => "write",
    };
    let words_of_path: Vec<String> = operation.shape.iter().flat_map(|segment| words(segment)).collect();
    let is_said = |name: &str| {
        let own = words(name.rsplit_once('.').map_or("", |(stem, _)| stem));
        own.iter().all(|word| words(coarse).contains(word) || words_of_path.contains(word))
    };
    let mut fitting = names.iter().copied().filter(|name| verb_of(name) == verb && is_said(name));
    fitting.next().filter(|_| fitting.next().is_none())
}

fn words(text: &str) -> Vec<String> {
    text.split(['.', '_', '-', '/']).map(|word| word.trim_end_matches('s').to_lowercase()).collect()
}
