//! `config/unknown-event`: a webhook event that nobody knows.

use crate::rules::config_stage::component;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/unknown-event";

#[test]
fn an_event_that_is_not_known_is_named_with_the_nearest() {
    let findings = component(
        r#"{"uid": "w", "type": "webhooks", "config": {"subscriptions": {"legacyCrmObjects": [{"subscriptionType": "contact.craetion"}]}}}"#,
    );
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning contact.craetion: No webhook event is known as contact.craetion, so no scope is counted for it. Did you mean contact.creation?
    at src/app/parts/part-hsmeta.json:1:105 (104..122)
    developer mends it, inferred
    ");
}

#[test]
fn a_known_event_is_taken() {
    assert!(!fires(
        &component(
            r#"{"uid": "w", "type": "webhooks", "config": {"subscriptions": {"legacyCrmObjects": [{"subscriptionType": "contact.creation"}]}}}"#
        ),
        RULE
    ));
}
