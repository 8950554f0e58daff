//! The first gate: what HubSpot refuses by the link alone, whoever installs.

use crate::account::gate::{Gate, Judged, Refusal};
use crate::diagnostic::Diagnostic;

/// A refusal for each fault of the link.
pub(super) fn judge(faults: &[Diagnostic]) -> Vec<Judged> {
    faults.iter().map(|fault| Judged::Refuse(Box::new(refusal(fault)))).collect()
}

fn refusal(fault: &Diagnostic) -> Refusal {
    // A subject of another family is a parameter or a feature, not a scope.
    let families = ["scope/", "match/", "url/scope-in-both"];
    let is_name = fault.subject != "redirect_uri" && families.iter().any(|family| fault.rule.starts_with(family));
    let about_scope = is_name || (fault.rule == "plan/open-pattern" && fault.subject.starts_with("crm.app."));
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
