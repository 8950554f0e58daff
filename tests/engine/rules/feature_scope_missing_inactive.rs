//! `feature/scope-missing-inactive`: a subscription that is off, whose scope no list has.

use crate::rules::config_stage::{app, current};
use crate::rules::stage::{fires, told};

const RULE: &str = "feature/scope-missing-inactive";

fn hooks(app: &str, active: bool) -> Vec<hubscope::diagnostic::Diagnostic> {
    let hooks = format!(
        r#"{{"uid": "w", "type": "webhooks", "config": {{"settings": {{"targetUrl": "https://shop.example/hook", "maxConcurrentRequests": 10}},
"subscriptions": {{"legacyCrmObjects": [{{"subscriptionType": "deal.creation", "active": {active}}}]}}}}}}"#
    );
    current(&[("src/app/app-hsmeta.json", app), ("src/app/webhooks/webhooks-hsmeta.json", &hooks)])
}

#[test]
fn a_subscription_that_is_off_is_warned_of() {
    insta::assert_snapshot!(told(&hooks(&app("\"oauth\"", "", ""), false), RULE), @r#"
    warning webhooks.classic:deal.creation: webhooks.classic:deal.creation needs crm.objects.deals.read once it is switched on, and none of the app's lists has it.
    at src/app/webhooks/webhooks-hsmeta.json:2:40 (168..222)
    HubSpot: Add the crm.objects.deals.read scope to your app before this feature can be enabled.
    fix: Add crm.objects.deals.read to requiredScopes.
    edits: [{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/requiredScopes","value":"crm.objects.deals.read"}]
    developer mends it, documented
    "#);
}

#[test]
fn one_that_has_its_scope_or_is_on_is_not() {
    assert!(!fires(&hooks(&app("\"oauth\", \"crm.objects.deals.read\"", "", ""), false), RULE));
    assert!(!fires(&hooks(&app("\"oauth\"", "", ""), true), RULE));
}
