//! What the code calls, as the configurator shows it: one row a call, whatever the number of its places.
//!
//! Owns the step from a scan's places to rows. Made on the scan's own thread; it knows no plan.

use std::collections::BTreeMap;

use super::call_text::{call_of, open_object};
use crate::catalog::{Availability, Call, Catalog, Match, Method};
use crate::scan::{CallConfidence, Scan, ScanCall};

/// What two ways to write one call have in common: the operation and its record types.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CallKey {
    operation: String,
    object: Option<String>,
    other: Option<String>,
}

/// A place in the code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CodePlace {
    /// Relative to the folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// `http`, or `sdk:` and its name.
    pub via: String,
}

/// A call that the code makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundCall {
    /// As the plan would have it.
    pub call: String,
    /// Where the code makes it.
    pub places: Vec<CodePlace>,
    /// How well it is known, at the place where it is known best.
    pub confidence: CallConfidence,
    /// One of these, each whole; where the record type is open, the one of that type.
    pub ways: Vec<Vec<&'static str>>,
    /// Ways of user-level apps.
    pub user_ways: Vec<Vec<&'static str>>,
    /// Whether the code does not say the record type, and only that says which scopes are needed.
    pub is_open: bool,
    pub(super) key: CallKey,
}

/// A place that is not settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPlace {
    /// Relative to the folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// The call as far as it is known, or the line.
    pub text: String,
    /// What is not known.
    pub why: String,
}

/// All that a scan found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The calls that need a scope, by path.
    pub calls: Vec<FoundCall>,
    /// Calls that need no scope of an install, as they are written.
    pub free: Vec<String>,
    /// What is not settled, by file and line.
    pub open: Vec<OpenPlace>,
    /// Whether there was code and all of it was read: else nobody can say that a scope serves nothing.
    pub is_whole: bool,
}

impl Found {
    /// The rows of `scan`.
    pub fn of(catalog: &'static Catalog, scan: &Scan) -> Self {
        let mut rows: BTreeMap<CallKey, FoundCall> = BTreeMap::new();
        let mut found = Self { is_whole: scan.is_whole, ..Self::default() };
        for place in scan.calls.iter().filter(|place| place.project.is_none()) {
            for call in calls_at(place) {
                found.sort_in(catalog, &mut rows, place, &call);
            }
        }
        found.calls = rows.into_values().collect();
        found.calls.iter_mut().for_each(|row| row.places.sort());
        found.calls.iter_mut().for_each(|row| row.places.dedup());
        let path = |call: &str| call.split_once(' ').map_or_else(String::new, |(_, path)| path.to_owned());
        found.calls.sort_by_cached_key(|row| (path(&row.call), row.call.clone()));
        found.free.sort();
        found.free.dedup();
        let settled_by_none = scan.unresolved.iter().map(|open| OpenPlace {
            file: open.file.clone(),
            line: open.line,
            text: open.text.clone(),
            why: open.why.clone(),
        });
        found.open.extend(settled_by_none);
        found.open.extend(scan.not_read.iter().map(|file| OpenPlace {
            file: file.file.clone(),
            line: 1,
            text: String::new(),
            why: file.why.sentence().to_owned(),
        }));
        found.open.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        found
    }

    fn sort_in(
        &mut self,
        catalog: &'static Catalog,
        rows: &mut BTreeMap<CallKey, FoundCall>,
        place: &ScanCall,
        call: &Call,
    ) {
        let text = call.to_string();
        let mut open = |why: &str| {
            let (file, why) = (place.file.clone(), why.to_owned());
            self.open.push(OpenPlace { file, line: place.line, text: text.clone(), why });
        };
        let Some(known) = catalog.endpoints().find(call) else {
            open("no source of HubSpot's has this path");
            return;
        };
        if known.object_unknown && open_object(&text).is_none() {
            open("the code does not say the record type");
            return;
        }
        if known.is_unknown() || known.availability == Availability::Unpublished {
            open("no source says which scope it needs");
            return;
        }
        if needs_nothing(&known) {
            self.free.push(text);
            return;
        }
        let key = key_of_match(&known);
        let row = rows.entry(key.clone()).or_insert_with(|| row_of(catalog, &known, key, text));
        row.places.push(CodePlace { file: place.file.clone(), line: place.line, via: place.via.clone() });
        if place.confidence == CallConfidence::Exact && !row.is_open {
            row.confidence = CallConfidence::Exact;
        }
    }
}

fn row_of(catalog: &'static Catalog, known: &Match<'_>, key: CallKey, text: String) -> FoundCall {
    let names = |ways: &[crate::catalog::Way]| ways.iter().map(|way| way.all_of.clone()).collect();
    let is_open = known.object_unknown;
    // The list of all calls has it under this name; a custom object keeps the name that the code has.
    let listed = call_of(known.operation);
    let is_custom = known.object.or(known.other).is_some_and(|object| object.kind == "custom");
    let is_same = !is_custom && key_of(catalog, &listed).as_ref() == Some(&key);
    FoundCall {
        call: if is_same { listed } else { text },
        places: Vec::new(),
        confidence: if is_open { CallConfidence::ObjectUnknown } else { CallConfidence::MethodAssumed },
        ways: names(&known.requirement),
        user_ways: names(&known.user_level),
        is_open,
        key,
    }
}

/// Whether an install needs no scope for it: it is the developer's call, or any token will do.
fn needs_nothing(known: &Match<'_>) -> bool {
    known.not_for_apps
        || known.availability == Availability::ClientCredentials
        || known.requirement.iter().any(|way| way.all_of.is_empty())
}

/// What `call` has in common with other ways to write it; `None` where no source has it.
pub(super) fn key_of(catalog: &'static Catalog, call: &str) -> Option<CallKey> {
    let call = Call::parse(call).ok()?;
    catalog.endpoints().find(&call).map(|known| key_of_match(&known))
}

fn key_of_match(known: &Match<'_>) -> CallKey {
    let plural = |object: Option<&crate::catalog::Object>| object.map(|object| object.plural.to_owned());
    CallKey { operation: known.operation.id(), object: plural(known.object), other: plural(known.other) }
}

/// The calls that a place makes: one, or one for each of the record types that it names.
fn calls_at(place: &ScanCall) -> Vec<Call> {
    let Some(method) = Method::from_word(place.method) else { return Vec::new() };
    let objects: Vec<&str> = place.object.iter().flat_map(|names| names.split(',')).collect();
    let own = Call::new(method, &place.path).ok();
    if place.path.ends_with("/collector/graphql") {
        let read = |object| Call::new(Method::Get, &format!("/crm/v3/objects/{object}/{{objectId}}")).ok();
        return own.into_iter().chain(objects.into_iter().filter_map(read)).collect();
    }
    let hole = open_object(&place.path).filter(|hole| !place.each.is_empty() && place.path.matches(hole).count() == 1);
    let Some(hole) = hole.filter(|hole| open_object(&place.path.replacen(hole, "x", 1)).is_none()) else {
        return own.into_iter().collect();
    };
    let with = |object: &str| Call::new(method, &place.path.replacen(hole, object, 1)).ok();
    let named = objects.into_iter().filter_map(with);
    // Some of its record types are known, and others are not.
    let rest = own.filter(|_| place.confidence == CallConfidence::ObjectUnknown);
    named.chain(rest).collect()
}
