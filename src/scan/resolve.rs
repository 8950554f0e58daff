//! From a method and a path to an endpoint and what it needs.

use std::collections::HashSet;

use serde::Serialize;

use super::aside::Aside;
use super::calls::RawCall;
use crate::catalog::{Availability, Call, Catalog, Confidence, Match, Method, Way};

/// How well a call is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallConfidence {
    /// Method, path and object are known.
    Exact,
    /// The object type is not said where it counts.
    ObjectUnknown,
    /// Nothing says the method; the likeliest is taken.
    MethodAssumed,
    /// It is HubSpot's server, and no source has the path.
    EndpointUnknown,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Relative to the folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// A call that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct ScanCall {
    /// Relative to the folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// First byte.
    pub start: usize,
    /// The row that gives the path, where that is another place: an entry of a table, a constant.
    pub from: Option<Place>,
    /// Upper case.
    pub method: &'static str,
    /// With the object's name where it is known, `{objectType}` where it is not.
    pub path: String,
    /// The object types, where they are known.
    pub object: Option<String>,
    /// As the catalog has it.
    pub endpoint: Option<String>,
    /// `http`, or `sdk:` and its name.
    pub via: String,
    /// One of these, each whole; with [`CallConfidence::ObjectUnknown`] one of them, and only the object says which.
    pub requirement: Vec<Vec<&'static str>>,
    /// Further ways that suffice for who holds them, and that are not chosen.
    pub accepted: Vec<Vec<&'static str>>,
    /// Scopes of a token of client credentials, which asks for them itself.
    pub token_request: Vec<Vec<&'static str>>,
    /// Ways of the specification that are not taken.
    pub doubtful: Vec<Vec<&'static str>>,
    /// Successors of a coarse scope that only their names suggest.
    pub candidates: Vec<Vec<&'static str>>,
    /// Who can make it; `None` where no source has the path.
    pub availability: Option<Availability>,
    /// The accounts that its API is for beside its scopes, as its specification states it; `None` = any.
    pub tier: Option<String>,
    /// Where one place calls for several objects: what each of those that are known needs.
    pub each: Vec<Vec<Vec<&'static str>>>,
    /// How well it is known.
    pub confidence: CallConfidence,
    /// How well its requirement is known: by the way that is known best.
    pub fact: Confidence,
    /// A call of the developer, not of an installed app.
    pub not_for_apps: bool,
    /// It takes tokens of single users only.
    pub user_level_only: bool,
    /// The project below the folder whose call it is.
    pub project: Option<String>,
    /// The scopes that the file itself lists for this call: of a stream, of an action.
    pub listed: Option<Vec<String>>,
    /// What kind of code beside the program makes it.
    pub aside: Option<Aside>,
}

/// What `raw` is.
pub(super) fn resolve(catalog: &'static Catalog, raw: &RawCall, place: (String, usize, usize)) -> ScanCall {
    let (file, line, column) = place;
    let path = typed(catalog, raw.method, &raw.path);
    let call = Call::new(raw.method, &path).ok();
    let found = call.as_ref().and_then(|call| catalog.endpoints().find(call));
    let names = |ways: &[Way]| -> Vec<Vec<&'static str>> { ways.iter().map(|way| way.all_of.clone()).collect() };
    let mut requirement = found.as_ref().map(|found| names(&found.requirement)).unwrap_or_default();
    for object in &raw.objects {
        let read = Call::new(Method::Get, &format!("/crm/v3/objects/{object}/{{objectId}}")).ok();
        let read = read
            .and_then(|read| catalog.endpoints().find(&read))
            .map(|found| names(&found.requirement))
            .unwrap_or_default();
        requirement = both(&requirement, &read);
    }
    let confidence = match &found {
        None => CallConfidence::EndpointUnknown,
        Some(found) if found.object_unknown => CallConfidence::ObjectUnknown,
        Some(_) if raw.method_is_assumed => CallConfidence::MethodAssumed,
        Some(_) => CallConfidence::Exact,
    };
    ScanCall {
        file,
        line,
        column,
        start: raw.at as usize,
        from: None,
        method: raw.method.as_str(),
        object: object_of(found.as_ref(), raw),
        endpoint: found.as_ref().map(|found| found.operation.id()),
        via: if raw.via == "http" { "http".to_owned() } else { format!("sdk:{}", raw.via) },
        requirement,
        accepted: found.as_ref().map(|found| names(&found.accepted)).unwrap_or_default(),
        token_request: found.as_ref().map(|found| names(&found.token_request)).unwrap_or_default(),
        doubtful: found.iter().flat_map(|found| &found.doubtful).map(|doubtful| doubtful.way.all_of.clone()).collect(),
        candidates: found.as_ref().map(|found| names(&found.candidates)).unwrap_or_default(),
        availability: found.as_ref().map(|found| found.availability),
        tier: found.as_ref().filter(|found| !found.object_unknown).and_then(|found| tier_of(catalog, found)),
        each: Vec::new(),
        confidence,
        fact: found.as_ref().map_or(Confidence::Inferred, |found| {
            let ways = found.requirement.iter().map(|way| way.confidence.unwrap_or(found.confidence));
            let known = ways.min().unwrap_or(found.confidence);
            if found.by_name { Confidence::Inferred } else { known }
        }),
        not_for_apps: found.as_ref().is_some_and(|found| found.not_for_apps),
        user_level_only: found
            .as_ref()
            .is_some_and(|found| found.requirement.is_empty() && !found.user_level.is_empty()),
        project: None,
        listed: None,
        aside: None,
        path,
    }
}

/// The tiers of the API of a call that are not free: `Enterprise`, or `Professional of marketing, sales`.
fn tier_of(catalog: &Catalog, found: &Match<'_>) -> Option<String> {
    let hint = catalog.endpoints().tier_hint(found.operation)?;
    let mut by_level: Vec<(String, Vec<&str>)> = Vec::new();
    for (hub, level) in hint.iter().filter(|(_, level)| **level != "FREE") {
        let mut word = level.to_lowercase();
        if let Some(first) = word.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        match by_level.iter_mut().find(|(known, _)| *known == word) {
            Some((_, hubs)) => hubs.push(hub),
            None => by_level.push((word, vec![hub])),
        }
    }
    // A hub that has the API for nothing makes the others' tiers no condition.
    let has_free = hint.iter().any(|(_, level)| *level == "FREE");
    match by_level.as_slice() {
        _ if has_free => None,
        [] => None,
        [(level, _)] => Some(level.clone()),
        several => {
            let one = |(level, hubs): &(String, Vec<&str>)| format!("{level} of {}", hubs.join(", "));
            Some(several.iter().map(one).collect::<Vec<_>>().join("; "))
        }
    }
}

fn object_of(found: Option<&Match<'_>>, raw: &RawCall) -> Option<String> {
    if !raw.objects.is_empty() {
        return Some(raw.objects.join(","));
    }
    let found = found?;
    let (this, other) = (found.object.map(|object| object.plural), found.other.map(|object| object.plural));
    match (this, other) {
        (Some(this), Some(other)) => Some(format!("{this},{other}")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
        (None, None) => None,
    }
}

/// Both of two needs at once.
fn both(one: &[Vec<&'static str>], two: &[Vec<&'static str>]) -> Vec<Vec<&'static str>> {
    if one.is_empty() || two.is_empty() {
        return if one.is_empty() { two.to_vec() } else { one.to_vec() };
    }
    let together = one.iter().flat_map(|a| two.iter().map(move |b| a.iter().chain(b).copied().collect::<Vec<_>>()));
    together.take(32).collect()
}

/// Both of two needs at once, each scope once in a way.
fn together(one: &[Vec<&'static str>], two: &[Vec<&'static str>]) -> Vec<Vec<&'static str>> {
    let mut ways = both(one, two);
    for way in &mut ways {
        way.sort_unstable();
        way.dedup();
    }
    let mut seen = HashSet::new();
    ways.retain(|way| seen.insert(way.clone()));
    ways
}

/// What stands where an object type stands in a path: the place, and what it is called when it is not known.
fn object_places(segments: &[&str]) -> Vec<(usize, &'static str)> {
    const AFTER: [&str; 7] = ["objects", "properties", "pipelines", "schemas", "associations", "associated", "default"];
    let is_version = |text: &str| text.starts_with('v') && text.len() == 2 || text.starts_with("20");
    let mut places = Vec::new();
    for at in 1..segments.len() {
        let before = |back: usize| at.checked_sub(back).map_or("", |at| segments[at]);
        let after_version = is_version(before(1)) && AFTER.contains(&before(2));
        let of_record = before(1) == "associations" && segments.contains(&"objects");
        let is_second = before(2) == "associations" && !is_version(before(1)) && !segments.contains(&"objects")
            || before(3) == "associations" && is_version(before(2));
        let is_to = of_record || is_second || (before(1) == "default" && segments.contains(&"associations"));
        if AFTER.contains(&before(1)) && !is_version(segments[at]) || after_version || is_second {
            places.push((at, if is_to { "{toObjectType}" } else { "{objectType}" }));
        }
    }
    places
}

/// The path with `{objectType}` for every object type.
pub(super) fn generic(path: &str) -> String {
    let mut segments: Vec<&str> = path.split('/').collect();
    for (at, name) in object_places(&segments) {
        segments[at] = name;
    }
    segments.join("/")
}

/// The path with object types by name (`0-3` is `deals`, what is not known is `{objectType}`), and with the names that
/// the endpoint has for other values.
fn typed(catalog: &Catalog, method: Method, path: &str) -> String {
    let segments: Vec<&str> = path.split('/').collect();
    let mut typed: Vec<String> = segments.iter().map(|segment| (*segment).to_owned()).collect();
    let places = object_places(&segments);
    for (at, name) in &places {
        let segment = segments[*at];
        let is_id = segment.split_once('-').is_some_and(|(kind, number)| kind == "0" && !number.is_empty());
        if segment.starts_with('{') {
            (*name).clone_into(&mut typed[*at]);
        } else if let Some(object) = catalog.objects().resolve(segment).filter(|_| is_id) {
            object.plural.clone_into(&mut typed[*at]);
        }
    }
    let found = Call::new(method, &typed.join("/")).ok().and_then(|call| catalog.endpoints().find(&call));
    let Some(template) = found.map(|found| found.operation.path) else { return typed.join("/") };
    let is_version = |text: &str| {
        text.starts_with('v') && text.len() <= 3 && text[1..].bytes().all(|b| b.is_ascii_digit())
            || text.starts_with("20")
    };
    let own: Vec<usize> = (1..segments.len()).filter(|at| !is_version(segments[*at])).collect();
    let theirs: Vec<&str> = template.split('/').skip(1).filter(|segment| !is_version(segment)).collect();
    if own.len() == theirs.len() && !theirs.contains(&"**") {
        for (at, theirs) in own.into_iter().zip(theirs) {
            let is_object = places.iter().any(|(place, _)| *place == at);
            // The name of an object type stays, wherever the path has a place for one.
            let is_named = theirs.contains("bjectType") && !segments[at].starts_with('{');
            if !is_object && !is_named && theirs.starts_with('{') {
                theirs.clone_into(&mut typed[at]);
            }
        }
    }
    typed.join("/")
}

/// One call for many objects at one place: more than a few, or some that are known beside some that are not.
pub(super) fn gathered(calls: Vec<ScanCall>) -> Vec<ScanCall> {
    const FEW: usize = 4;
    type Key = (String, usize, &'static str, String);
    let key = |call: &ScanCall| (call.file.clone(), call.start, call.method, generic(&call.path));
    let mut groups: Vec<(Key, Vec<ScanCall>)> = Vec::new();
    let mut places: std::collections::HashMap<Key, usize> = std::collections::HashMap::new();
    for call in calls {
        let key = key(&call);
        let at = *places.entry(key.clone()).or_insert(groups.len());
        if at == groups.len() {
            groups.push((key, Vec::new()));
        }
        groups[at].1.push(call);
    }
    let mut kept = Vec::new();
    for ((_, _, _, path), mut group) in groups {
        let is_open = group.iter().any(|call| call.path == path) && group.len() > 1;
        if group.len() <= FEW && !is_open {
            kept.extend(group);
            continue;
        }
        let mut objects: Vec<String> = group
            .iter()
            .filter_map(|call| call.object.clone())
            .flat_map(|names| names.split(',').map(str::to_owned).collect::<Vec<_>>())
            .collect();
        objects.sort();
        objects.dedup();
        let at = group.iter().position(|call| call.path == path).unwrap_or(0);
        let known: Vec<Vec<Vec<&'static str>>> = group
            .iter()
            .filter(|call| call.confidence != CallConfidence::ObjectUnknown)
            .map(|call| call.requirement.clone())
            .collect();
        // Every one of them is called: what all need together is what the call needs.
        let whole = known.iter().fold(Vec::new(), |all, need| together(&all, need));
        let mut one = group.swap_remove(at);
        if one.confidence != CallConfidence::ObjectUnknown {
            one.requirement = whole;
        }
        one.path = path;
        one.object = (!objects.is_empty()).then(|| objects.join(","));
        one.each = known;
        kept.push(one);
    }
    kept
}
