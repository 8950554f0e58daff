//! Sensitive data: the account turns it on, and HubSpot allow-lists the apps of its marketplace.

use crate::account::Install;
use crate::account::gate::{Gate, Judged, Refusal};
use crate::catalog::{Confidence, Scope, Sensitivity, WhoFixes};
use crate::plan::Distribution;

/// What sensitive data says to one scope.
pub(super) fn judge(install: &Install, scope: Option<&Scope>) -> Judged {
    let Some(scope) = scope.filter(|scope| scope.sensitivity != Sensitivity::Normal) else { return Judged::Pass };
    if !install.customer.sensitive_data {
        return Judged::Refuse(Box::new(refusal(install, scope)));
    }
    match install.app.distribution {
        Some(Distribution::Marketplace) => Judged::Open(
            "HubSpot must allow-list a marketplace app for sensitive scopes; whether it has is not known.".to_owned(),
        ),
        Some(Distribution::Private) | None => Judged::Pass,
    }
}

fn refusal(install: &Install, scope: &Scope) -> Refusal {
    let otherwise = match install.app.gets_all_or_none() {
        true => format!("take {} out of the settings", scope.name),
        false => format!("make {} optional", scope.name),
    };
    Refusal {
        gate: Gate::Sensitive,
        scope: Some(scope.name.to_owned()),
        why: format!("The account has sensitive data turned off, and {} opens it (reported).", scope.name),
        hubspot_says: None,
        who_fixes: WhoFixes::AccountAdmin,
        fix: format!("A Super Admin turns sensitive data on in the account's privacy settings; or {otherwise}."),
        confidence: Confidence::Reported,
    }
}
