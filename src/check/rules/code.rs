//! The code against the app's scopes. What a scan found is told by `scan`; here are the rows of its rules, and the edits.

use crate::check::Rule;
use crate::check::app_side::AppSide;
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::ScopeType;

/// The rules of this family.
pub(in crate::check) const RULES: &[Rule] = &[
    Rule {
        id: "code/scope-missing",
        severity: Severity::Error,
        summary: "A call that none of the declared scopes allows.",
        source: "HubSpot's API specifications",
    },
    Rule {
        id: "code/scope-missing-optional",
        severity: Severity::Warning,
        summary: "A call that only an optional or conditionally required scope allows.",
        source: "HubSpot's API specifications",
    },
    Rule {
        id: "code/scope-unused",
        severity: Severity::Warning,
        summary: "A declared scope that no call, webhook, card or component needs.",
        source: "HubSpot's API specifications; HubSpot developer docs, marketplace listing requirements",
    },
    Rule {
        id: "code/unresolved-call",
        severity: Severity::Note,
        summary: "What looks like a HubSpot call, and whose endpoint is not determined.",
        source: "the code itself",
    },
    Rule {
        id: "code/user-level-endpoint",
        severity: Severity::Note,
        summary: "A call that takes tokens of single users only, or refuses them.",
        source: "HubSpot's API specifications",
    },
];

/// The findings of a scan with the edits that declare what the `missing` scopes are. Without a single call, that a scope
/// is not used says nothing: the code lies elsewhere.
pub fn with_code(found: Vec<Diagnostic>, calls: usize, missing: &[&str], side: Option<&AppSide>) -> Vec<Diagnostic> {
    let tells = |finding: &Diagnostic| calls > 0 || finding.rule != "code/scope-unused";
    let mend = |finding: Diagnostic| match side.filter(|_| finding.rule == "code/scope-missing") {
        Some(side) => {
            let text = finding.fix_text().unwrap_or_default().to_owned();
            let named = missing.iter().filter(|name| text.split([' ', ',']).any(|word| word == **name));
            let edits: Vec<_> = named.flat_map(|name| side.retyped(name, Some(ScopeType::Required))).collect();
            finding.with_edits(edits)
        }
        None => finding,
    };
    found.into_iter().filter(tells).map(mend).collect()
}
