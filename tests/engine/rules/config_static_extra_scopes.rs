//! `config/static-extra-scopes`: scopes that have no effect.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/static-extra-scopes";

#[test]
fn optional_scopes_of_a_static_app_are_warned_of_with_the_edit() {
    let findings = auth(r#"{"type": "static", "requiredScopes": ["tickets"], "optionalScopes": ["forms", "tickets"]}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    warning optionalScopes: The app uses a static token, so optionalScopes has no effect: only requiredScopes counts.
    at src/app/app-hsmeta.json:2:77 (149..169)
    fix: Remove optionalScopes, or move the scopes that the app needs to requiredScopes.
    edits: [{"op":"remove","file":"src/app/app-hsmeta.json","path":"/config/auth/optionalScopes"}]
    developer mends it, documented
    "#);
}

#[test]
fn empty_lists_are_taken() {
    assert!(!fires(&auth(r#"{"type": "static", "requiredScopes": ["tickets"], "optionalScopes": []}"#), RULE));
}
