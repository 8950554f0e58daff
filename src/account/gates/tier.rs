//! The account's subscription: what a scope asks of it.

use crate::account::Install;
use crate::account::gate::{Gate, Judged, Refusal, says};
use crate::catalog::{Account, Catalog, Confidence, Scope, Tier, Verdict, WhoFixes};

/// Whether `account` has the scope; a name whose tier no fact tells is unknown.
pub(in crate::account) fn verdict(scope: Option<&Scope>, account: &Account) -> Verdict {
    let Some(scope) = scope else { return Verdict::Unknown };
    match &scope.tier {
        None => Verdict::Unknown,
        Some(tier) if tier.allows(account) => Verdict::Yes,
        // What is only reported or inferred never refuses.
        Some(_) if scope.tier_confidence() != Confidence::Documented => Verdict::Unknown,
        Some(_) => Verdict::No,
    }
}

/// What the subscription says to one scope.
pub(super) fn judge(
    catalog: &Catalog,
    install: &Install,
    name: &str,
    scope: Option<&Scope>,
    conditional: bool,
) -> Judged {
    let tier = scope.and_then(|scope| scope.tier.as_ref());
    match (verdict(scope, &install.customer.tiers), tier, scope) {
        (Verdict::Yes, _, _) => Judged::Pass,
        (Verdict::No, Some(tier), Some(scope)) => {
            Judged::Refuse(Box::new(refusal(catalog, install, scope, tier, conditional)))
        }
        (_, Some(tier), Some(scope)) => Judged::Open(format!(
            "The account's tier may not have it: it is {} to need {}.{} What is not documented is not counted as a \
             refusal.",
            scope.tier_confidence().as_str(),
            tier.describe(),
            other_source(scope)
        )),
        _ => Judged::Open(format!("No source says which tier {name} needs.")),
    }
}

fn refusal(catalog: &Catalog, install: &Install, scope: &Scope, tier: &Tier, conditional: bool) -> Refusal {
    let otherwise = match conditional {
        _ if install.app.gets_all_or_none() => format!(
            "or take {} out of the app's settings: a static-auth app gets its required scopes only, so no other type helps.",
            scope.name
        ),
        true => format!("or give this account a link that does not demand {}.", scope.name),
        false => format!(
            "or make {} optional, so that it is left out here, or conditionally required, in a link of its own.",
            scope.name
        ),
    };
    Refusal {
        gate: Gate::Tier,
        scope: Some(scope.name.to_owned()),
        why: format!("The account lacks what {} needs: {}.{}", scope.name, tier.describe(), other_source(scope)),
        hubspot_says: says(catalog, "install.tier", "scope", scope.name),
        who_fixes: WhoFixes::AccountAdmin,
        fix: format!("Install on an account with {}; {otherwise}", tier.describe()),
        confidence: Confidence::Documented,
    }
}

/// Both are said where sources differ; the stricter one has decided.
fn other_source(scope: &Scope) -> String {
    scope
        .tier_hint
        .map_or_else(String::new, |hint| format!(" Another source differs ({hint}); the stricter one is taken here."))
}
