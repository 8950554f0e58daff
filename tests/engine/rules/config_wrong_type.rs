//! `config/wrong-type`: a value of another type.

use crate::rules::config_stage::{APP, auth, component, current};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/wrong-type";

#[test]
fn a_list_that_is_a_string_is_named() {
    let findings = auth(r#"{"type": "static", "requiredScopes": "tickets"}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error config.auth.requiredScopes: config.auth.requiredScopes should be a list, but is a string: it is left out.
    at src/app/app-hsmeta.json:2:46 (118..127)
    fix: Make it a list.
    developer mends it, documented
    ");
}

#[test]
fn a_variable_of_a_profile_is_no_list() {
    let findings = current(&[
        ("src/app/app-hsmeta.json", APP),
        ("src/hsprofile.dev.json", r#"{"accountId": 1, "variables": {"A": ["x"], "B": null}}"#),
    ]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error A: The variable A is a list, which cannot be filled in.
    at src/hsprofile.dev.json:1:37 (36..41)
    HubSpot: Invalid value for A. Value must be a string, number, or boolean.
    fix: Make it a string, a number, or true or false.
    developer mends it, documented
    error B: The variable B is null, which cannot be filled in.
    at src/hsprofile.dev.json:1:49 (48..52)
    HubSpot: Invalid value for B. Value must be a string, number, or boolean.
    fix: Make it a string, a number, or true or false.
    developer mends it, documented
    ");
}

#[test]
fn a_flag_that_a_variable_stands_for_is_taken() {
    assert!(!fires(
        &component(
            r#"{"uid": "w", "type": "webhooks", "config": {"subscriptions": {"legacyCrmObjects": [{"subscriptionType": "contact.creation", "active": "${ON}"}]}}}"#
        ),
        RULE
    ));
}
