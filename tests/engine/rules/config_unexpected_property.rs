//! `config/unexpected-property`: a key that a component may not have.

use crate::rules::config_stage::component;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/unexpected-property";

#[test]
fn a_key_beside_the_known_ones_is_refused() {
    let findings = component(r#"{"uid": "s", "type": "scim", "config": {}, "scopes": [], "name": "x"}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error scopes, name: src/app/parts/part-hsmeta.json has at its top level what HubSpot does not take there: scopes, name.
    at src/app/parts/part-hsmeta.json:1:54 (53..55)
    HubSpot: Unexpected top-level properties found: scopes, name
    fix: Move it into config, or remove it.
    developer mends it, documented
    ");
}

#[test]
fn the_known_keys_are_taken() {
    assert!(!fires(
        &component(r#"{"uid": "s", "type": "scim", "config": {}, "dependencies": {}, "permissions": {}}"#),
        RULE
    ));
}
