//! The report for programs: the contract of the command line.
//!
//! Owns nothing but the outermost object; fields are added to it, never renamed.

use serde_json::{Value, json as object};

use crate::check::{Checked, Tally, rule};
use crate::escape::sanitize_json;

/// All targets with all findings as a text that ends with a line end.
pub fn json(targets: &[Checked]) -> String {
    format!("{}\n", sanitize_json(&format!("{:#}", json_value(targets))))
}

/// All targets with all findings, and how many there are of each severity.
pub fn json_value(targets: &[Checked]) -> Value {
    let tally = Tally::of(targets);
    let targets: Vec<Value> = targets.iter().map(target).collect();
    object!({
        "targets": targets,
        "errors": tally.errors,
        "warnings": tally.warnings,
        "notes": tally.notes,
    })
}

fn target(checked: &Checked) -> Value {
    // All of it is strings, numbers and lists: it always has a value.
    let mut value = serde_json::to_value(checked).unwrap_or_default();
    let findings = value.get_mut("diagnostics").and_then(Value::as_array_mut);
    for (written, finding) in findings.into_iter().flatten().zip(&checked.diagnostics) {
        if finding.source.is_none()
            && let Some(rule) = rule(finding.rule)
        {
            written["source"] = rule.source.into();
        }
    }
    value
}
