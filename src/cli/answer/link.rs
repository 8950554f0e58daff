//! An install URL as an answer: its JSON, whether it may be printed, and how it stands among others.

use serde_json::{Value, json};

use crate::account::lens;
use crate::catalog::{Catalog, Verdict};
use crate::cli::output::Streams;
use crate::cli::report;
use crate::diagnostic::{Diagnostic, Rule, rule};
use crate::link::{Built, build};
use crate::plan::{Cause, LinkChoice, Plan, Reason, Resolved, ResolvedScope};
use crate::terminal::sanitize;

/// What the links of one answer have in common.
pub(in crate::cli) struct Links<'a> {
    pub(in crate::cli) catalog: &'static Catalog,
    /// What was found while the plan was read.
    pub(in crate::cli) read: &'a [Diagnostic],
    pub(in crate::cli) plan: &'a Plan,
    pub(in crate::cli) resolved: &'a Resolved,
    pub(in crate::cli) force: bool,
    pub(in crate::cli) as_json: bool,
}

/// One of several links.
pub(in crate::cli) struct Shown {
    /// Its JSON, where that is wanted.
    pub(in crate::cli) row: Option<Value>,
    /// Whether HubSpot would refuse it, so that it was not printed.
    pub(in crate::cli) is_refused: bool,
}

impl Links<'_> {
    /// Builds the link that `choice` means, and prints it after its name unless JSON is wanted.
    pub(in crate::cli) fn show(&self, name: &str, choice: &LinkChoice, streams: &mut Streams) -> anyhow::Result<Shown> {
        let built = build(self.catalog, self.plan, self.resolved, choice);
        let printed = printed(&built, self.force);
        let is_refused = printed.is_none();
        if self.as_json {
            let mut row = json(self.catalog, self.read, self.resolved, &built, printed);
            row["name"] = name.into();
            return Ok(Shown { row: Some(row), is_refused });
        }
        let name = sanitize(name);
        match printed {
            Some(text) => streams.line(&format!("{name}\t{text}"))?,
            None => {
                streams.say(&format!("hubscope: the link {name}: {}", why_not(&built)));
                report::findings(built.diagnostics.iter().filter(|finding| finding.is_error()), streams);
            }
        }
        Ok(Shown { row: None, is_refused })
    }
}

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

/// What a plan lacks for a link; `None` = nothing, it is refused for other reasons.
pub(in crate::cli) fn lacking(built: &Built) -> Option<String> {
    let is_missing = |rule: &Rule| built.diagnostics.iter().any(|finding| finding.rule == rule);
    let missing: Vec<&str> = [
        (rule::URL_MISSING_CLIENT_ID, "a client id (--client-id or HUBSPOT_CLIENT_ID)"),
        (rule::URL_MISSING_REDIRECT_URI, "a redirect URL (--redirect-uri)"),
    ]
    .into_iter()
    .filter_map(|(rule, what)| is_missing(rule).then_some(what))
    .collect();
    (!missing.is_empty()).then(|| missing.join(" and "))
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
