//! A feature as JSON.

use serde_json::{Value, json};

use crate::catalog::{Date, DatedRequirement, Feature, FeatureOption};

/// A feature and some of its options, as `explain` and `catalog features` give them, by the rules of `day`.
pub(in crate::cli) fn json(feature: &Feature, options: &[&FeatureOption], day: Date) -> Value {
    let option_json = |option: &&FeatureOption| {
        json!({
            "id": option.id, "label": option.label, "requirement": requirement(option.requires_on(day)),
            "confidence": option.confidence, "needs": option.needs, "aliases": option.aliases,
            "dated": dated(option.requirements()),
        })
    };
    json!({
        "kind": "feature", "id": feature.id, "name": feature.name, "category": feature.category,
        "requirement": requirement(feature.requires_on(day)), "in_link": feature.in_link,
        "checked_at_setup": feature.checked_at_setup, "status": feature.status, "confidence": feature.confidence,
        "dated": dated(feature.requirements()),
        "options": options.iter().map(option_json).collect::<Vec<_>>(), "note": feature.note, "sources": feature.sources,
    })
}

fn requirement(rule: Option<&DatedRequirement>) -> Value {
    rule.map_or(Value::Null, |rule| json!({"any_of": any_of(rule), "confidence": rule.confidence}))
}

/// Every requirement with its time, latest first; `until` is the first day on which it no longer holds.
fn dated(rules: &[DatedRequirement]) -> Vec<Value> {
    let row = |rule: &DatedRequirement| {
        let until = rule.period().until.map(|day| day.to_string());
        json!({
            "from": rule.period().from.to_string(), "until": until, "any_of": any_of(rule), "confidence": rule.confidence,
        })
    };
    rules.iter().map(row).collect()
}

fn any_of(rule: &DatedRequirement) -> Vec<&'static [&'static str]> {
    rule.any_of.iter().map(|way| way.all_of).collect()
}
