//! App Governance: the account's Super Admins approve an app and switch its optional scopes.

use crate::account::gate::{Gate, Judged, Refusal, says};
use crate::account::{Ask, Governance, Install};
use crate::catalog::{Catalog, Confidence, Scope, WhoFixes};

/// What App Governance says to one scope of an approved app.
pub(super) fn judge(catalog: &Catalog, install: &Install, name: &str) -> Judged {
    match &install.customer.governance {
        Governance::On { approved } if !approved.is_empty() && name != Scope::OAUTH && !approved.contains(name) => {
            let why =
                format!("App Governance is on in the account, and {name} is not approved for the app (reported).");
            Judged::Refuse(Box::new(refusal(catalog, Some(name), name, why)))
        }
        Governance::On { .. } | Governance::Off => Judged::Pass,
    }
}

/// What App Governance says to an app of which nothing is approved.
pub(super) fn judge_app(catalog: &Catalog, install: &Install, ask: &Ask) -> Judged {
    match &install.customer.governance {
        Governance::On { approved } if approved.is_empty() => {
            let why = "App Governance is on in the account, and the app is not approved (reported).".to_owned();
            Judged::Refuse(Box::new(refusal(catalog, None, &ask.scope.join(", "), why)))
        }
        Governance::On { .. } | Governance::Off => Judged::Pass,
    }
}

fn refusal(catalog: &Catalog, scope: Option<&str>, named: &str, why: String) -> Refusal {
    Refusal {
        gate: Gate::Governance,
        scope: scope.map(str::to_owned),
        why,
        hubspot_says: says(catalog, "install.governance", "scope", named),
        who_fixes: WhoFixes::AccountAdmin,
        fix: "A Super Admin approves it: Settings > Integrations > Connected apps > Approved apps.".to_owned(),
        confidence: Confidence::Reported,
    }
}
