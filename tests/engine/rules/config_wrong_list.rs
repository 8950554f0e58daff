//! `config/wrong-list`: a subscription in the wrong list.

use crate::rules::config_stage::component;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/wrong-list";

#[test]
fn a_classic_subscription_among_the_generic_ones_is_named() {
    let findings = component(
        r#"{"uid": "w", "type": "webhooks", "config": {"subscriptions": {"crmObjects": [{"subscriptionType": "deal.deletion"}]}}}"#,
    );
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning deal.deletion: The subscription deal.deletion stands under crmObjects, but belongs under legacyCrmObjects.
    at src/app/parts/part-hsmeta.json:1:99 (98..113)
    fix: Move it to legacyCrmObjects.
    developer mends it, inferred
    ");
}

#[test]
fn each_in_its_list_is_taken() {
    assert!(!fires(
        &component(
            r#"{"uid": "w", "type": "webhooks", "config": {"subscriptions": {"crmObjects": [{"subscriptionType": "object.deletion", "objectType": "deal"}], "legacyCrmObjects": [{"subscriptionType": "deal.deletion"}]}}}"#
        ),
        RULE
    ));
}
