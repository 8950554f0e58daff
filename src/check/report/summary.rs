//! The last line of the report for people.
//!
//! Owns how findings and what was checked are counted and named.

use std::collections::BTreeSet;

use crate::check::{Checked, Parsed, Tally};
use crate::prose::counted;

/// `2 errors, 1 warning in 4 files`, or that nothing was found.
pub(super) fn summary(targets: &[Checked]) -> String {
    let tally = Tally::of(targets);
    let counts = [(tally.errors, "error"), (tally.warnings, "warning"), (tally.notes, "note")];
    let found: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, of)| counted(*count, of)).collect();
    let what = checked(targets);
    match (found.is_empty(), what.is_empty()) {
        (true, true) => "Nothing was checked.".to_owned(),
        (true, false) if has_no_link(targets) => format!("No install URL was found in {what}, so nothing was checked."),
        (true, false) => format!("No problems found in {what}."),
        (false, true) => format!("{}.", found.join(", ")),
        (false, false) => format!("{} in {what}.", found.join(", ")),
    }
}

/// Whether everything is a file that may hold links, and none does.
fn has_no_link(targets: &[Checked]) -> bool {
    targets.iter().all(|target| matches!(&target.parsed, Some(Parsed::Source(source)) if source.links.is_empty()))
}

fn checked(targets: &[Checked]) -> String {
    let (mut links, mut files, mut folders) = (0, 0, 0);
    for target in targets {
        match &target.parsed {
            Some(Parsed::Project(project)) => {
                // Code is no file of the project's settings, but of the report where something was found in it.
                let found = target.diagnostics.iter().filter_map(|finding| finding.span.as_ref());
                let named: BTreeSet<&str> =
                    project.files.iter().map(String::as_str).chain(found.map(|span| span.file.as_str())).collect();
                files += named.len();
                folders += usize::from(named.is_empty());
            }
            Some(Parsed::Source(source)) => {
                files += 1;
                links += source.links.len();
            }
            Some(Parsed::Url(_)) => links += 1,
            None if target.kind == "url" => links += 1,
            None => files += target.texts.len().max(1),
        }
    }
    let counts = [(links, "link"), (files, "file"), (folders, "folder")];
    let parts: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, of)| counted(*count, of)).collect();
    parts.join(" and ")
}
