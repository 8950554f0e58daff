//! The report for programs: the contract of the command line.
//!
//! Owns nothing but the outermost object; fields are added to it, never renamed.

use serde_json::{Value, json as object};

use crate::check::{Checked, Tally};
use crate::escape::sanitize_json;

/// All targets with all findings as a text that ends with a line end.
pub fn json(targets: &[Checked]) -> String {
    format!("{}\n", sanitize_json(&format!("{:#}", json_value(targets))))
}

/// All targets with all findings, and how many there are of each severity.
pub fn json_value(targets: &[Checked]) -> Value {
    let tally = Tally::of(targets);
    object!({
        "targets": targets,
        "errors": tally.errors,
        "warnings": tally.warnings,
        "notes": tally.notes,
    })
}
