//! A scope as JSON.

use serde_json::{Value, json};

use super::Openings;
use crate::catalog::{Catalog, DatedRequirement, Feature, Scope};

/// A scope as `explain` and `catalog scopes` give it.
pub(in crate::cli) fn json(catalog: &Catalog, openings: &Openings, scope: &Scope) -> Value {
    let features: Vec<&str> = catalog.features().iter().filter(|f| names_scope(f, scope.name)).map(|f| f.id).collect();
    let alone = openings.opened(scope.name).map_or(0, super::Opened::alone);
    json!({
        "kind": "scope", "name": scope.name, "summary": scope.summary, "group": scope.group, "status": scope.status,
        "tier": scope.tier, "tier_confidence": scope.tier_confidence(), "selectable": scope.selectable, "sensitivity": scope.sensitivity,
        "user_level": scope.user_level, "super_admin": scope.super_admin, "permissions": permissions(catalog, scope), "replaced_by": scope.replaced_by,
        "replaces": replaced(catalog, scope.name), "implies": scope.implies, "pattern": scope.pattern,
        "in_specs": scope.in_specs, "features": features,
        "endpoints": openings.count(scope.name), "endpoints_alone": alone,
        "tier_hint": scope.tier_hint, "note": scope.note, "confidence": scope.confidence,
        "sources": scope.sources.iter().map(|key| catalog.source(key)).collect::<Vec<_>>(),
    })
}

/// What an installer who is no Super Admin must hold for it; `null` where no source says.
fn permissions(catalog: &Catalog, scope: &Scope) -> Value {
    let facts = catalog.permissions();
    let Some(grant) = facts.of_scope(scope.name) else { return Value::Null };
    let held = grant.needs.iter().filter_map(|id| facts.get(id));
    held.map(|held| json!({"permission": held.name, "area": held.area, "confidence": grant.confidence})).collect()
}

/// The names that `name` took over from.
pub(in crate::cli) fn replaced(catalog: &Catalog, name: &str) -> Vec<&'static str> {
    catalog.scopes().iter().filter(|other| other.replaced_by.contains(&name)).map(|other| other.name).collect()
}

/// Whether the feature or one of its options needs the scope, at any time and in any way.
fn names_scope(feature: &Feature, name: &str) -> bool {
    let in_rules =
        |rules: &[DatedRequirement]| rules.iter().flat_map(|rule| rule.any_of).any(|way| way.all_of.contains(&name));
    in_rules(feature.requirements()) || feature.options.iter().any(|option| in_rules(option.requirements()))
}
