//! Endpoints as rows of a table and as JSON.

use serde_json::{Value, json};

use crate::catalog::{Endpoints, Match, Operation, Way};

/// The texts that words of a filter are looked up in.
pub(super) fn texts(operation: &Operation) -> Vec<&'static str> {
    let object = operation.object.into_iter();
    [operation.method.as_str(), operation.path, operation.api].into_iter().chain(object).collect()
}

/// An endpoint as `explain` and `catalog endpoints` give it.
pub(super) fn json(endpoints: Endpoints<'_>, found: &Match<'_>) -> Value {
    let object = found.object.map(|object| object.plural);
    let differs = found.overrides.iter().map(
        |entry| json!({"source": entry.source, "date": entry.date, "note": entry.note, "confidence": entry.confidence}),
    );
    json!({
        "kind": "endpoint", "endpoint": found.operation.id(), "object": object.or(found.operation.object),
        "requirement": {"any_of": ways(&found.requirement)}, "least": null, "api": found.operation.api,
        "versions": found.operation.versions(), "confidence": found.confidence,
        "object_unknown": found.object_unknown, "not_for_apps": found.not_for_apps,
        "user_level": {"any_of": ways(&found.user_level)}, "legacy": found.operation.is_legacy(),
        "tier_hint": endpoints.tier_hint(found.operation), "differs": differs.collect::<Vec<_>>(),
    })
}

fn ways(ways: &[Way]) -> Vec<&Vec<&'static str>> {
    ways.iter().map(|way| &way.all_of).collect()
}

/// Endpoint, object, what it needs, how well that is known, API.
pub(super) fn row(found: &Match<'_>) -> Vec<String> {
    let object = found.operation.object.unwrap_or("-");
    vec![
        found.operation.id(),
        object.to_owned(),
        needs(found),
        found.confidence.as_str().to_owned(),
        found.operation.api.to_owned(),
    ]
}

fn needs(found: &Match<'_>) -> String {
    const MOST: usize = 6;
    let written = |ways: &[Way]| {
        let each =
            ways.iter().map(|way| if way.all_of.is_empty() { "no scope".to_owned() } else { way.all_of.join(" + ") });
        each.collect::<Vec<_>>().join(" | ")
    };
    match (&found.requirement[..], &found.user_level[..]) {
        _ if found.not_for_apps => "not for installed apps".to_owned(),
        (ways, _) if found.object_unknown && ways.len() > MOST => "scope of the object".to_owned(),
        ([], []) if found.object_unknown => "scope of the object".to_owned(),
        ([], []) => "no scope is known".to_owned(),
        ([], users) => format!("user-level apps only: {}", written(users)),
        (ways, _) => written(ways),
    }
}
