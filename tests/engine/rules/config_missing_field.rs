//! `config/missing-field`: a field that HubSpot needs.

use crate::rules::config_stage::{component, older};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/missing-field";

#[test]
fn a_component_without_uid_and_config_is_named() {
    let findings = component(r#"{"type": "scim"}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error uid: src/app/parts/part-hsmeta.json has no uid, which HubSpot needs.
    at src/app/parts/part-hsmeta.json:1:1 (0..16)
    HubSpot: Missing required field: 'uid'
    fix: Add uid.
    developer mends it, documented
    error config: src/app/parts/part-hsmeta.json has no config, which HubSpot needs.
    at src/app/parts/part-hsmeta.json:1:1 (0..16)
    HubSpot: Missing required field: 'config'
    fix: Add config.
    developer mends it, documented
    ");
}

#[test]
fn a_subscription_of_the_older_formats_needs_an_object_name() {
    let findings = older(&[
        ("src/app.json", r#"{"scopes": [], "webhooks": {"file": "webhooks.json"}}"#),
        (
            "src/webhooks.json",
            r#"{"subscriptions": {"crmObjects": [{"subscriptionType": "object.creation", "objectType": "deal"}]}}"#,
        ),
    ]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error subscriptions.crmObjects[0].objectName: src/webhooks.json has no subscriptions.crmObjects[0].objectName, which HubSpot needs.
    at src/webhooks.json:1:35 (34..95)
    fix: Add subscriptions.crmObjects[0].objectName.
    developer mends it, documented
    ");
}

#[test]
fn a_component_with_both_is_taken() {
    assert!(!fires(&component(r#"{"uid": "s", "type": "scim", "config": {}}"#), RULE));
}
