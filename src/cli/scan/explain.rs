//! `scan --explain SCOPE`: the calls and the features behind one scope.

use serde_json::{Value, json};

use super::human::{in_one_line, of_feature};
use super::json;
use super::scanned::Scanned;
use crate::catalog::Catalog;
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::scan::ScanCall;
use crate::terminal::sanitize;

/// Lists what needs `scope`; the answer is no where nothing does.
pub(super) fn run(
    catalog: &'static Catalog,
    all: &[Scanned],
    scope: &str,
    as_json: bool,
    streams: &mut Streams,
) -> anyhow::Result<Exit> {
    let mut lines = Vec::new();
    for one in all {
        lines.extend(
            calls(one, scope).map(|call| format!("{}{}", in_one_line(call), instead(&call.requirement, scope))),
        );
        lines.extend(features(one, scope));
    }
    if as_json {
        let of_calls: Vec<Value> = all.iter().flat_map(|one| calls(one, scope)).map(json::call).collect();
        let of_features: Vec<String> = all.iter().flat_map(|one| features(one, scope)).collect();
        streams.json(&json!({"scope": scope, "calls": of_calls, "features": of_features}))?;
        return Ok(if lines.is_empty() { Exit::No } else { Exit::Done });
    }
    for line in &lines {
        streams.line(&sanitize(line))?;
    }
    if lines.is_empty() {
        streams.say(&sanitize(&format!("hubscope: {}", nothing(catalog, all, scope))));
    }
    Ok(if lines.is_empty() { Exit::No } else { Exit::Done })
}

fn calls<'a>(one: &'a Scanned, scope: &'a str) -> impl Iterator<Item = &'a ScanCall> {
    one.scan.calls.iter().filter(move |call| call.requirement.iter().any(|way| way.contains(&scope)))
}

fn features(one: &Scanned, scope: &str) -> Vec<String> {
    let line = |need| of_feature(one, need, scope).map(|line| format!("{line}{}", instead(&need.ways, scope)));
    one.own.features.iter().filter_map(line).collect()
}

/// What would do without the scope.
fn instead(ways: &[Vec<&'static str>], scope: &str) -> String {
    let mut others = ways.iter().filter(|way| !way.contains(&scope));
    match (others.next(), others.count()) {
        (None, _) => String::new(),
        (Some(one), 0) => format!(" (or {})", one.join(" and ")),
        (Some(_), more) => format!(" (or {} other ways)", more + 1),
    }
}

/// Why the list is empty, and what to look at.
fn nothing(catalog: &'static Catalog, all: &[Scanned], scope: &str) -> String {
    let projects = all.iter().filter_map(|one| one.own.project.as_ref());
    let declared = projects.flat_map(|project| project.scope_places().collect::<Vec<_>>());
    if let Some(place) = declared.into_iter().find(|place| place.name == scope) {
        let (file, line) = (&place.span.file, place.span.line);
        return format!("{scope} is declared ({file}:{line}), and no call and no feature that was found needs it.");
    }
    let near = catalog.nearest_scopes(scope, 1);
    match near.first().filter(|_| catalog.scope_named(scope).is_none()) {
        Some(near) => format!("{scope} is no scope that HubSpot has; did you mean {near}?"),
        None => format!("no call and no feature that was found needs {scope}."),
    }
}
