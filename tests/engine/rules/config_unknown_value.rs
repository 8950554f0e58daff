//! `config/unknown-value`: a value that HubSpot does not know.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/unknown-value";

#[test]
fn a_value_that_is_not_known_is_named_and_its_case_is_mended() {
    let findings = auth(r#"{"type": "OAuth", "requiredScopes": ["oauth"]}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    error config.auth.type: config.auth.type is "OAuth", which HubSpot does not know.
    at src/app/app-hsmeta.json:2:18 (90..97)
    fix: Use one of: oauth, static.
    edits: [{"op":"set","file":"src/app/app-hsmeta.json","path":"/config/auth/type","value":"oauth"}]
    developer mends it, documented
    "#);
}

#[test]
fn a_value_that_a_variable_stands_for_is_never_unknown() {
    assert!(!fires(&auth(r#"{"type": "${AUTH}"}"#), RULE));
}
