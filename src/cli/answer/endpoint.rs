//! An endpoint as JSON.

use serde_json::{Value, json};

use super::ends;
use crate::catalog::{Catalog, Effect, Match, Override, Way};
use crate::solve::choose;

/// An endpoint as `explain` and `catalog endpoints` give it. `least` is null where it hangs on an object that is not
/// known, and where no scope of an installed app opens it.
pub(in crate::cli) fn json(catalog: &Catalog, found: &Match<'_>) -> Value {
    let object = found.object.map(|object| object.plural);
    let least = (!found.object_unknown).then(|| choose(catalog, &found.requirement)).flatten();
    let differs = differences(found).map(
        |entry| json!({"source": entry.source, "date": entry.date, "note": entry.note, "confidence": entry.confidence}),
    );
    json!({
        "kind": "endpoint", "endpoint": found.operation.id(), "object": object.or(found.operation.object),
        "requirement": {"any_of": found.ways().map(|way| &way.all_of).collect::<Vec<_>>()}, "least": least.map(|least| least.names),
        "api": found.operation.api, "versions": found.operation.versions(), "confidence": found.confidence,
        "availability": found.availability, "internal_names": found.internal,
        "doubtful": found.doubtful.iter().map(|doubtful| &doubtful.way.all_of).collect::<Vec<_>>(),
        "candidates": ways(&found.candidates), "remarks": found.remarks(),
        "object_unknown": found.object_unknown, "not_for_apps": found.not_for_apps,
        "user_level": {"any_of": ways(&found.user_level)}, "legacy": found.operation.is_legacy(),
        "tier_hint": catalog.endpoints().tier_hint(found.operation), "differs": differs.collect::<Vec<_>>(), "near": found.near,
        "ends": ends::of(catalog, found.operation.path).into_iter().map(ends::json).collect::<Vec<_>>(),
    })
}

/// The entries that bear on what the endpoint needs: one that says that a scope is no addition, only where it is a way.
pub(in crate::cli) fn differences<'a>(found: &'a Match<'_>) -> impl Iterator<Item = &'a Override> {
    let is_a_way = |entry: &Override| {
        let named = |way: &Way| found.requirement.iter().any(|one| one.all_of == way.all_of);
        entry.any_of.iter().any(named)
    };
    found.overrides.iter().copied().filter(move |entry| entry.effect != Effect::Either || is_a_way(entry))
}

fn ways(ways: &[Way]) -> Vec<&Vec<&'static str>> {
    ways.iter().map(|way| &way.all_of).collect()
}
