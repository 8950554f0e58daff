//! A scope's name, wherever it stands.
//!
//! The judgement is the plan's own; here it gets its place and the edit that mends it there.

use std::borrow::Cow;

use crate::catalog::Catalog;
use crate::check::Rule;
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::plan::{Asker, current_spelling, judge_scope};

/// The rules of this family.
pub(in crate::check) const RULES: &[Rule] = &[
    Rule {
        id: "scope/unknown",
        severity: Severity::Error,
        summary: "A scope is in no HubSpot source.",
        source: "HubSpot's scope list, API specifications and SDKs",
    },
    Rule {
        id: "scope/retired",
        severity: Severity::Error,
        summary: "A scope is retired, and the whole link is refused.",
        source: "HubSpot developer changelog; HubSpot/oauth-quickstart-nodejs#29",
    },
    Rule {
        id: "scope/legacy",
        severity: Severity::Warning,
        summary: "A coarse scope that granular ones replace.",
        source: "HubSpot developer docs, update your app to granular scopes, 2026-09",
    },
    Rule {
        id: "scope/misspelt",
        severity: Severity::Error,
        summary: "A known variant of a scope's name.",
        source: "HubSpot's scope list",
    },
    Rule {
        id: "scope/user-level-only",
        severity: Severity::Error,
        summary: "A scope of user-level apps in an account-level app.",
        source: "HubSpot's scope list",
    },
    Rule {
        id: "scope/not-user-level",
        severity: Severity::Error,
        summary: "A scope that user-level apps may not have, in one.",
        source: "reported by developers of user-level apps, 2026",
    },
    Rule {
        id: "scope/client-credentials-only",
        severity: Severity::Error,
        summary: "A scope of client-credentials token requests in a link or in the app's settings.",
        source: "HubSpot developer docs, webhooks journal",
    },
    Rule {
        id: "scope/internal",
        severity: Severity::Error,
        summary: "A name that HubSpot does not offer to apps.",
        source: "HubSpot's API specifications",
    },
    Rule {
        id: "scope/sensitive-approval",
        severity: Severity::Warning,
        summary: "A sensitive scope in a marketplace app, which HubSpot must allow-list.",
        source: "HubSpot developer docs, sensitive data",
    },
    Rule {
        id: "scope/super-admin",
        severity: Severity::Warning,
        summary: "A scope that only a Super Admin can grant stands where it must be granted.",
        source: "HubSpot developer docs, scopes",
    },
    Rule {
        id: "scope/open-pattern",
        severity: Severity::Error,
        summary: "A pattern in which the name of the app object is not filled in.",
        source: "HubSpot's scope list",
    },
    Rule {
        id: "scope/became",
        severity: Severity::Note,
        summary: "A scope that was right on the day that is asked about, and is retired today.",
        source: "HubSpot developer changelog",
    },
];

/// The most findings of one list of names: more would bury the others.
pub(in crate::check) const MOST_FINDINGS: usize = 200;

/// The beginning of a name that is too long to be one.
fn clipped(name: &str) -> Cow<'_, str> {
    const LONG: usize = 120;
    match name.char_indices().nth(LONG) {
        None => name.into(),
        Some((end, _)) => format!("{}…", &name[..end]).into(),
    }
}

/// What is to be said of `name`; `set` is the edit that writes another name in its place. What is written with a
/// placeholder is passed over: nobody knows what it stands for.
pub(in crate::check) fn check(
    catalog: &Catalog,
    asker: Asker,
    name: &str,
    must_be_granted: bool,
    set: impl Fn(&str) -> Edit,
) -> Vec<Diagnostic> {
    if name.contains("${") {
        return Vec::new();
    }
    let name = clipped(name);
    let name = name.as_ref();
    let mend = |finding: Diagnostic| {
        let refused = matches!(finding.rule, "scope/unknown" | "scope/retired" | "scope/misspelt" | "scope/internal");
        let spelling = current_spelling(catalog, name).filter(|_| refused);
        finding.with_edits(spelling.map(&set))
    };
    judge_scope(catalog, asker, name, must_be_granted).into_iter().map(mend).collect()
}
