//! How the app is offered: allow lists, the limit of apps that are not listed, the acceptable use policy.

use crate::account::gate::{Gate, Judged, Refusal, says};
use crate::account::{Install, Offered};
use crate::catalog::{Catalog, Confidence, WhoFixes};
use crate::plan::{Auth, Distribution};

/// The most accounts that have a marketplace app which is not listed.
const UNLISTED: u64 = 25;
/// The room on the allow list of a private app, and on that of a Solutions Partner.
const ALLOWED: [u64; 2] = [10, 100];

/// What the way in which the app is offered says.
pub(super) fn judge(catalog: &Catalog, install: &Install) -> Vec<Judged> {
    let app = &install.app;
    match (app.auth, app.distribution) {
        (Auth::None, _) | (Auth::Oauth, None) => Vec::new(),
        (Auth::Static, _) => vec![of_static(app)],
        (Auth::Oauth, Some(Distribution::Private)) => vec![of_private(app)],
        (Auth::Oauth, Some(Distribution::Marketplace)) => of_marketplace(catalog, app),
    }
}

fn of_private(app: &Offered) -> Judged {
    let [room, of_partner] = ALLOWED;
    match app.allow_listed {
        Some(true) => Judged::Pass,
        Some(false) => refuse(
            "A private app installs only on the accounts of its allow list, and this is none of them.",
            WhoFixes::Developer,
            &format!(
                "Add the account on the app's Distribution page; there is room for {room} ({of_partner} for Solutions \
                 Partners), or make the app one of the marketplace."
            ),
            Confidence::Documented,
        ),
        None => Judged::Open(format!(
            "A private app installs only on the accounts of its allow list ({room}, or {of_partner} for Solutions Partners); \
             whether this one is on it is not known (--allow-listed says so)."
        )),
    }
}

fn of_marketplace(catalog: &Catalog, app: &Offered) -> Vec<Judged> {
    if app.listed {
        return Vec::new();
    }
    let mut judged = Vec::new();
    if app.installs >= UNLISTED {
        judged.push(refuse(
            &format!("A marketplace app that is not listed has at most {UNLISTED} installs, and they are used up."),
            WhoFixes::Developer,
            "List the app in HubSpot's marketplace, or free an install.",
            Confidence::Reported,
        ));
    }
    if app.aup_signed == Some(false) {
        let mut refused = refusal(
            "The developer has not signed the acceptable use policy, which every account but test accounts asks for.",
            WhoFixes::Developer,
            "Sign it in the developer account.",
            Confidence::Reported,
        );
        refused.hubspot_says = says(catalog, "install.aup", "app", "");
        judged.push(Judged::Refuse(Box::new(refused)));
    }
    judged
}

fn of_static(app: &Offered) -> Judged {
    if app.installs == 0 {
        return Judged::Pass;
    }
    refuse(
        "A static-auth app installs on one standard account and on test accounts, and it has its install.",
        WhoFixes::Developer,
        "Remove it from the other account, or give the app auth of type oauth.",
        Confidence::Reported,
    )
}

fn refuse(why: &str, who: WhoFixes, fix: &str, confidence: Confidence) -> Judged {
    Judged::Refuse(Box::new(refusal(why, who, fix, confidence)))
}

fn refusal(why: &str, who_fixes: WhoFixes, fix: &str, confidence: Confidence) -> Refusal {
    Refusal {
        gate: Gate::Distribution,
        scope: None,
        why: why.to_owned(),
        hubspot_says: None,
        who_fixes,
        fix: fix.to_owned(),
        confidence,
    }
}
