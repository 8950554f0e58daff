//! A rule as JSON.

use serde_json::{Value, json};

use crate::check::Rule;

/// A rule as `explain` and `catalog rules` give it.
pub(in crate::cli) fn json(rule: &Rule) -> Value {
    json!({
        "kind": "rule", "id": rule.id, "family": family(rule), "told_by": rule.told_by, "severity": rule.severity,
        "summary": rule.summary, "source": rule.source, "fix": rule.fix, "example": rule.example,
    })
}

/// The first part of its id, by which `--allow` leaves out all of its kind.
pub(in crate::cli) fn family(rule: &Rule) -> &'static str {
    rule.id.split_once('/').map_or(rule.id, |(family, _)| family)
}
