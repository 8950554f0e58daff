//! The report for programs: the contract of the command line.
//!
//! Owns nothing but the outermost object; fields are added to it, never renamed.

use serde_json::json as object;

use crate::check::{Checked, Tally};
use crate::escape::sanitize_json;

/// All targets with all findings, and how many there are of each severity; ends with a line end.
pub fn json(targets: &[Checked]) -> String {
    let tally = Tally::of(targets);
    let value = object!({
        "targets": targets,
        "errors": tally.errors,
        "warnings": tally.warnings,
        "notes": tally.notes,
    });
    format!("{}\n", sanitize_json(&format!("{value:#}")))
}
