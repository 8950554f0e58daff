//! Of which type a scope had better be in an app's settings, and why.

use super::uses::Use;
use crate::catalog::{Confidence, Scope, Selectable, Status, Tier};

/// The advice, one sentence a reason, the strongest first.
pub(super) fn advice(scope: &Scope, uses: &[Use]) -> Vec<String> {
    if scope.name == Scope::OAUTH {
        return vec!["Required in every app and link; HubSpot adds it, and it cannot be taken out.".to_owned()];
    }
    if let Some(no) = not_for_a_link(scope) {
        let then = uses.iter().filter(|used| used.now && scope.status == Status::Retired).map(|used| used.feature.id);
        let then: Vec<&str> = then.collect();
        let was = (!then.is_empty()).then(|| format!("Required on that day, for {}.", then.join(" and ")));
        return was.into_iter().chain([no]).collect();
    }
    let mut said = Vec::new();
    let locking: Vec<&str> =
        uses.iter().filter(|used| used.now && used.feature.checked_at_setup).map(|used| used.feature.id).collect();
    if !locking.is_empty() {
        said.push(format!(
            "Required where the app has one of these: {}. HubSpot checks the scope when they are set up, so no other type holds.",
            locking.join(", ")
        ));
    }
    if let Some(confidence) = scope.super_admin {
        said.push(format!(
            "Optional is the better type: as a required scope, only a Super Admin can install ({}).",
            confidence.as_str()
        ));
    }
    match &scope.tier {
        Some(tier) if tier.is_any() => {}
        Some(tier) => said.push(tier_advice(tier, scope.tier_confidence())),
        None => said.push("The subscription that it needs is not known: optional is safe.".to_owned()),
    }
    if said.is_empty() {
        said.push(
            "Required where the app cannot work without it, conditionally required where only some links need it, \
             optional where the app can do without."
                .to_owned(),
        );
    }
    said
}

fn tier_advice(tier: &Tier, confidence: Confidence) -> String {
    format!(
        "Optional or conditionally required: as a required scope, the app installs only in accounts with {} ({}).",
        tier.describe(),
        confidence.as_str()
    )
}

fn not_for_a_link(scope: &Scope) -> Option<String> {
    let instead = if scope.replaced_by.is_empty() { "" } else { " Ask for what replaces it." };
    let sentence = match (scope.status, scope.selectable) {
        (Status::Retired, _) => "It is gone today: HubSpot refuses a link that carries it.",
        _ if scope.in_no_source => "It is met in code, and stands in no source of HubSpot's.",
        (Status::Internal, _) => "No app can ask for it: it is a name inside HubSpot.",
        (Status::Deprecated, _) => "It is an old spelling.",
        (_, Selectable::No) => "No app can ask for it.",
        (_, Selectable::ClientCredentialsOnly) => {
            return Some("It belongs in a client-credentials token request, never in a link.".to_owned());
        }
        _ => return None,
    };
    Some(format!("{sentence}{instead}"))
}
