//! A rule as JSON.

use serde_json::{Value, json};

use crate::diagnostic::Rule;

/// A rule as `explain` and `catalog rules` give it.
pub(in crate::cli) fn json(rule: &Rule) -> Value {
    json!({
        "kind": "rule", "id": rule.id, "family": rule.family(), "told_by": rule.told_by, "severity": rule.severity,
        "who_fixes": rule.who_fixes, "summary": rule.summary, "source": rule.source, "fix": rule.fix, "example": rule.example,
    })
}
