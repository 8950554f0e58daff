//! From a method and a path to an endpoint and what it needs.

use serde::Serialize;

use super::calls::RawCall;
use crate::catalog::{Call, Catalog, Match, Way};

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
    /// How well it is known.
    pub confidence: CallConfidence,
    /// A call of the developer, not of an installed app.
    pub not_for_apps: bool,
    /// It takes tokens of single users only.
    pub user_level_only: bool,
}

/// What `raw` is.
pub(super) fn resolve(catalog: &'static Catalog, raw: &RawCall, place: (String, usize, usize)) -> ScanCall {
    let (file, line, column) = place;
    let path = typed(catalog, &raw.path);
    let call = Call::new(raw.method, &path).ok();
    let found = call.as_ref().and_then(|call| catalog.endpoints().find(call));
    let names = |ways: &[Way]| -> Vec<Vec<&'static str>> { ways.iter().map(|way| way.all_of.clone()).collect() };
    let mut requirement = found.as_ref().map(|found| names(&found.requirement)).unwrap_or_default();
    for object in &raw.objects {
        let read = Call::new(crate::catalog::Method::Get, &format!("/crm/v3/objects/{object}/{{objectId}}")).ok();
        let read = read.and_then(|read| catalog.endpoints().find(&read)).map(|found| names(&found.requirement)).unwrap_or_default();
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
        method: raw.method.as_str(),
        object: object_of(found.as_ref(), raw),
        endpoint: found.as_ref().map(|found| found.operation.id()),
        via: if raw.via == "http" { "http".to_owned() } else { format!("sdk:{}", raw.via) },
        requirement,
        confidence,
        not_for_apps: found.as_ref().is_some_and(|found| found.not_for_apps),
        user_level_only: found.as_ref().is_some_and(|found| found.requirement.is_empty() && !found.user_level.is_empty()),
        path,
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

/// The path with object types by name: `0-3` is `deals`, and what is not known is `{objectType}`.
fn typed(catalog: &Catalog, path: &str) -> String {
    const AFTER: [&str; 7] = ["objects", "properties", "pipelines", "schemas", "associations", "associated", "default"];
    let segments: Vec<&str> = path.split('/').collect();
    let mut typed: Vec<String> = Vec::with_capacity(segments.len());
    for (at, segment) in segments.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).map_or("", |at| segments[at]);
        let is_version = |text: &str| text.starts_with('v') && text.len() == 2 || text.starts_with("20");
        let after_version = is_version(before(1)) && AFTER.contains(&before(2));
        let is_second = before(2) == "associations" && is_version(before(3)) || before(3) == "associations" && is_version(before(2));
        let is_object = AFTER.contains(&before(1)) || after_version || is_second;
        let is_id = segment.split_once('-').is_some_and(|(kind, number)| kind == "0" && !number.is_empty());
        typed.push(match () {
            () if !is_object => (*segment).to_owned(),
            () if segment.starts_with('{') => if is_second || before(1) == "associations" && before(4) == "objects" { "{toObjectType}" } else { "{objectType}" }.to_owned(),
            () if is_id => catalog.objects().resolve(segment).map_or(*segment, |object| object.plural).to_owned(),
            () => (*segment).to_owned(),
        });
    }
    typed.join("/")
}
