//! `scope/misspelt`: a spelling that links do not take.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, link, link_with, told};

const RULE: &str = "scope/misspelt";

fn settings(scope: &str) -> String {
    format!(
        r#"{{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", "{scope}"]}}"#
    )
}

#[test]
fn another_spelling_in_a_link_is_refused_with_the_edit() {
    insta::assert_snapshot!(told(&link(&link_with("oauth business_units.view.read", "")), RULE), @r#"
    error business_units.view.read: business_units.view.read is a spelling that HubSpot's links do not take.
    at <link>:1:158 (157..181)
    HubSpot: Authorization failed because one or more scopes are invalid: business_units.view.read
    fix: Use business_units_view.read instead.
    edits: [{"op":"replace","file":"<link>","start":157,"end":181,"with":"business_units_view.read"}]
    developer mends it, documented
    "#);
}

#[test]
fn another_spelling_in_the_settings_is_refused_with_the_edit() {
    insta::assert_snapshot!(told(&auth(&settings("business_units.view.read")), RULE), @r#"
    error business_units.view.read: business_units.view.read is a spelling that HubSpot's links do not take.
    at src/app/app-hsmeta.json:2:102 (174..200)
    HubSpot: Authorization failed because one or more scopes are invalid: business_units.view.read
    fix: Use business_units_view.read instead.
    edits: [{"op":"set","file":"src/app/app-hsmeta.json","path":"/config/auth/requiredScopes/1","value":"business_units_view.read"}]
    developer mends it, documented
    "#);
}

#[test]
fn the_current_spelling_is_taken() {
    assert!(!fires(&link(&link_with("oauth business_units_view.read", "")), RULE));
    assert!(!fires(&auth(&settings("business_units_view.read")), RULE));
}
