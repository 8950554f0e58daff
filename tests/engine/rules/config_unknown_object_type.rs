//! `config/unknown-object-type`: a record type that nobody knows.

use crate::rules::config_stage::component;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/unknown-object-type";

#[test]
fn a_record_type_that_is_not_known_is_named_with_the_nearest() {
    let findings = component(r#"{"uid": "c", "type": "card", "config": {"objectTypes": ["contcats"]}}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning contcats: No object type is known as contcats, so no scope is counted for it. Did you mean contacts?
    at src/app/parts/part-hsmeta.json:1:57 (56..66)
    developer mends it, inferred
    ");
}

#[test]
fn a_record_type_is_known_in_every_spelling() {
    assert!(!fires(
        &component(r#"{"uid": "c", "type": "card", "config": {"objectTypes": ["CONTACT", "deals", "0-2"]}}"#),
        RULE
    ));
}
