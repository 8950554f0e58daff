//! `config/unknown-component`: a component type that nobody knows.

use crate::rules::config_stage::component;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/unknown-component";

#[test]
fn a_type_that_is_not_known_is_named_with_the_nearest() {
    let findings = component(r#"{"uid": "c", "type": "crad", "config": {}}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning crad: No component type is known as crad, so nothing is read from src/app/parts/part-hsmeta.json. Did you mean card?
    at src/app/parts/part-hsmeta.json:1:22 (21..27)
    developer mends it, inferred
    ");
}

#[test]
fn a_type_without_scopes_is_known() {
    assert!(!fires(&component(r#"{"uid": "t", "type": "theme", "config": {}}"#), RULE));
}
