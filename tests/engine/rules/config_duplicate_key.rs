//! `config/duplicate-key`: a key that stands twice in one object.

use crate::rules::config_stage::{auth, component};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/duplicate-key";

#[test]
fn a_key_that_stands_twice_is_named() {
    let findings = auth(
        r#"{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth"], "requiredScopes": ["oauth", "tickets"]}"#,
    );
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning config.auth.requiredScopes: config.auth.requiredScopes stands twice in the same object: only the last one counts.
    at src/app/app-hsmeta.json:2:121 (193..213)
    developer mends it, documented
    ");
}

#[test]
fn the_same_key_in_two_objects_is_no_doubled_one() {
    assert!(!fires(
        &component(r#"{"uid": "c", "type": "card", "config": {"uid": "x", "objectTypes": ["contacts"]}}"#),
        RULE
    ));
}
