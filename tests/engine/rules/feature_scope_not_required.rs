//! `feature/scope-not-required`: a feature whose scope is declared but not required.

use crate::rules::config_stage::{app, current};
use crate::rules::stage::{fires, told};

const RULE: &str = "feature/scope-not-required";

fn hooks(app: &str, active: bool) -> Vec<hubscope::diagnostic::Diagnostic> {
    let hooks = format!(
        r#"{{"uid": "w", "type": "webhooks", "config": {{"settings": {{"targetUrl": "https://shop.example/hook", "maxConcurrentRequests": 10}},
"subscriptions": {{"legacyCrmObjects": [{{"subscriptionType": "deal.creation", "active": {active}}}]}}}}}}"#
    );
    current(&[("src/app/app-hsmeta.json", app), ("src/app/webhooks/webhooks-hsmeta.json", &hooks)])
}

#[test]
fn a_scope_that_is_only_optional_or_conditional_moves_to_the_required_ones() {
    let name = "\"crm.objects.deals.read\"";
    insta::assert_snapshot!(told(&hooks(&app("\"oauth\"", "", name), true), RULE), @r#"
    warning webhooks.classic:deal.creation: webhooks.classic:deal.creation needs crm.objects.deals.read, which the app declares but does not require: where a link or an account leaves it out, the feature does not work.
    at src/app/webhooks/webhooks-hsmeta.json:2:40 (168..221)
    fix: Move crm.objects.deals.read to requiredScopes.
    edits: [{"op":"remove","file":"src/app/app-hsmeta.json","path":"/config/auth/optionalScopes/0"},{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/requiredScopes","value":"crm.objects.deals.read"}]
    developer mends it, documented
    "#);
    assert!(fires(&hooks(&app("\"oauth\"", name, ""), true), RULE));
}

#[test]
fn a_required_scope_is_right_and_a_missing_one_has_a_rule_of_its_own() {
    assert!(!fires(&hooks(&app("\"oauth\", \"crm.objects.deals.read\"", "", ""), true), RULE));
    assert!(!fires(&hooks(&app("\"oauth\"", "", ""), true), RULE));
}
