//! An install URL as an answer: its JSON, and whether it may be printed.

use serde_json::{Value, json};

use crate::account::lens;
use crate::catalog::{Catalog, Verdict};
use crate::diagnostic::Diagnostic;
use crate::link::Built;
use crate::plan::{Cause, Reason, Resolved, ResolvedScope};

/// What may be printed: a link that HubSpot accepts, or any link at all with `--force`.
pub(in crate::cli) fn printed(built: &Built, force: bool) -> Option<&str> {
    built.url.as_deref().or_else(|| (force && !built.draft.is_empty()).then_some(built.draft.as_str()))
}

/// Why no URL is printed, and what would print one.
pub(in crate::cli) fn why_not(built: &Built) -> &'static str {
    if built.draft.is_empty() {
        "there is no URL to print."
    } else {
        "no URL was printed, for HubSpot would refuse it; --force prints it all the same."
    }
}

/// The answer as JSON: the link, its scopes with their reasons, the tiers, the findings.
pub(in crate::cli) fn json(
    catalog: &Catalog,
    read: &[Diagnostic],
    resolved: &Resolved,
    built: &Built,
    url: Option<&str>,
) -> Value {
    let tiers = lens(catalog, &built.scopes.scope);
    let verdict = |verdict| match verdict {
        Verdict::Yes => json!(true),
        Verdict::No => json!(false),
        Verdict::Unknown => Value::Null,
    };
    let tiers: Vec<Value> = tiers
        .0
        .iter()
        .map(|tier| json!({"account": tier.level, "installs": verdict(tier.verdict), "because": tier.because}))
        .collect();
    json!({
        "url": url,
        "scope": built.scopes.scope,
        "optional_scope": built.scopes.optional,
        "scopes": resolved.scopes.iter().map(|scope| scope_json(catalog, scope)).collect::<Vec<_>>(),
        "token_request": resolved.token_request,
        "tiers": tiers,
        "as_of": resolved.as_of.to_string(),
        "diagnostics": read.iter().chain(&built.diagnostics).collect::<Vec<_>>(),
    })
}

fn scope_json(catalog: &Catalog, scope: &ResolvedScope) -> Value {
    let fact = scope.id.map(|id| catalog.scope(id));
    json!({
        "name": scope.name,
        "type": scope.kind,
        "tier": fact.and_then(|fact| fact.tier.as_ref()),
        "tier_confidence": fact.map(crate::catalog::Scope::tier_confidence),
        "status": fact.map(|fact| fact.status),
        "confidence": scope.confidence(),
        "locked": scope.locked(),
        "replaced_by": fact.map(|fact| fact.replaced_by),
        "reasons": scope.reasons.iter().map(reason_json).collect::<Vec<_>>(),
    })
}

fn reason_json(reason: &Reason) -> Value {
    let (key, origin) = match &reason.cause {
        Cause::Feature(_) => ("feature", "chosen"),
        Cause::Endpoint(_) => ("endpoint", "chosen"),
        Cause::Pinned(_) => ("pinned", "chosen"),
        Cause::Declared => ("pinned", "declared"),
        Cause::EveryApp => ("pinned", "every-app"),
    };
    json!({
        key: reason.describe(), "origin": origin, "when": reason.when, "confidence": reason.confidence, "file": reason.file,
    })
}
