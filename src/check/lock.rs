//! The lock: each declared scope has a reason that people have read, or a check says which one has not.
//!
//! Owns what has grown since the reasons were written, and what in the project brought it. The reasons are the plan
//! file's.

use std::collections::BTreeMap;

use crate::catalog::Scope;
use crate::diagnostic::{Diagnostic, Span, rule};
use crate::plan::{Cause, Declared, FILE_NAME, Resolved};

/// So many of what brought a scope are named; the rest is counted.
const MOST_CAUSES: usize = 3;

/// What grew without a reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// The findings.
    pub diagnostics: Vec<Diagnostic>,
    /// Reasons that the project itself gives: the features, cards, subscriptions and calls that brought the scope.
    pub proposed: BTreeMap<String, String>,
}

/// Compares the scopes of `declared` with the `reasons`; `resolved` knows what brought them, `place` where they stand.
pub fn lock(
    declared: &Declared,
    resolved: &Resolved,
    reasons: &BTreeMap<String, String>,
    place: impl Fn(&str) -> Option<Span>,
) -> Lock {
    let mut lock = Lock::default();
    let mut names: Vec<&str> = declared.iter().map(|(name, _)| name).filter(|name| *name != Scope::OAUTH).collect();
    names.sort_unstable();
    names.dedup();
    for name in names.iter().filter(|name| !reasons.contains_key(**name)) {
        let brought = brought_by(resolved, name);
        let mut finding = no_reason(name, brought.as_deref());
        finding.span = place(name);
        lock.diagnostics.push(finding);
        lock.proposed.extend(brought.map(|brought| ((*name).to_owned(), brought)));
    }
    let unused = reasons.keys().filter(|name| names.binary_search(&name.as_str()).is_err() && *name != Scope::OAUTH);
    lock.diagnostics.extend(unused.map(|name| unused_reason(name)));
    lock
}

fn no_reason(name: &str, brought: Option<&str>) -> Diagnostic {
    let by = brought
        .map_or_else(|| "nothing in the project is known to need it".to_owned(), |by| format!("{by} brought it"));
    let message = format!("{name} is declared and has no reason in {FILE_NAME}: {by}.");
    let reason = brought.unwrap_or("why the app needs it");
    Diagnostic::new(rule::LOCK_NO_REASON, name, message).with_fix(format!(
        "Add {name:?}: {reason:?} to \"reasons\" of {FILE_NAME}, or take the scope out of the app's settings."
    ))
}

fn unused_reason(name: &str) -> Diagnostic {
    let message = format!("{FILE_NAME} has a reason for {name}, which the app does not declare.");
    Diagnostic::new(rule::LOCK_UNUSED_REASON, name, message).with_fix(format!("Take {name} out of \"reasons\"."))
}

/// The features and calls that need `name`, with the files that they stand in.
fn brought_by(resolved: &Resolved, name: &str) -> Option<String> {
    let scope = resolved.scope(name)?;
    let mut causes: Vec<String> = Vec::new();
    for reason in &scope.reasons {
        let (Cause::Feature(what) | Cause::Endpoint(what)) = &reason.cause else { continue };
        // The parameters of an option tell no more of why.
        let what = what.split('[').next().unwrap_or(what);
        let cause = reason.file.as_ref().map_or_else(|| what.to_owned(), |file| format!("{what} ({file})"));
        if !causes.contains(&cause) {
            causes.push(cause);
        }
    }
    let more = causes.len().saturating_sub(MOST_CAUSES);
    causes.truncate(MOST_CAUSES);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!causes.is_empty()).then(|| format!("{}{rest}", causes.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::diagnostic::Rule;
    use crate::plan::{Plan, Selection, resolve};

    fn declared(names: &[&str]) -> Declared {
        Declared { required: names.iter().map(|&name| name.to_owned()).collect(), ..Declared::default() }
    }

    fn told(declared: &Declared, reasons: &[&str]) -> Vec<(&'static Rule, String)> {
        let mut plan = Plan::default();
        let mut webhook = Selection::new("webhooks.classic", Some("deal.creation"));
        webhook.file = Some("src/app/webhooks/webhooks-hsmeta.json".to_owned());
        plan.choose(webhook);
        let resolved = resolve(Catalog::embedded(), &plan);
        let reasons = reasons.iter().map(|&name| (name.to_owned(), "because".to_owned())).collect();
        let lock = lock(declared, &resolved, &reasons, |_| None);
        lock.diagnostics.into_iter().map(|finding| (finding.rule, finding.message)).collect()
    }

    #[test]
    fn a_scope_that_grew_names_the_subscription_that_brought_it() {
        let found = told(&declared(&["oauth", "crm.objects.deals.read", "forms"]), &["forms"]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, rule::LOCK_NO_REASON);
        let brought = "webhooks.classic:deal.creation (src/app/webhooks/webhooks-hsmeta.json) brought it";
        assert!(found[0].1.contains(brought), "{}", found[0].1);
    }

    #[test]
    fn a_scope_that_nothing_brought_says_so() {
        assert!(told(&declared(&["tickets"]), &[])[0].1.contains("nothing in the project is known to need it"));
    }

    #[test]
    fn a_set_with_reasons_is_quiet_and_a_reason_too_many_is_a_note() {
        assert_eq!(told(&declared(&["oauth", "forms"]), &["forms"]), []);
        assert_eq!(told(&declared(&["oauth"]), &["forms"])[0].0, rule::LOCK_UNUSED_REASON);
    }
}
