//! The first gate: what HubSpot refuses by the link alone, whoever installs.

use crate::account::gate::{Gate, Judged, Refusal};
use crate::diagnostic::{Diagnostic, rule};

/// A refusal for each fault of the link.
pub(super) fn judge(faults: &[Diagnostic]) -> Vec<Judged> {
    faults.iter().map(|fault| Judged::Refuse(Box::new(refusal(fault)))).collect()
}

fn refusal(fault: &Diagnostic) -> Refusal {
    // A subject of another family is a parameter or a feature, not a scope.
    let of_names = matches!(fault.rule.family(), "scope" | "match") || fault.rule == rule::URL_SCOPE_IN_BOTH;
    let is_name = of_names && fault.subject != "redirect_uri";
    let about_scope = is_name || (fault.rule == rule::PLAN_OPEN_PATTERN && fault.subject.starts_with("crm.app."));
    Refusal {
        gate: Gate::Link,
        scope: about_scope.then(|| fault.subject.clone()),
        why: fault.message.clone(),
        hubspot_says: fault.hubspot_says.clone().filter(|says| !says.is_empty()),
        who_fixes: fault.who_fixes,
        fix: fault.fix_text().unwrap_or("Mend the link.").to_owned(),
        confidence: fault.confidence,
    }
}
