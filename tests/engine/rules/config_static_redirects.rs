//! `config/static-redirects`: redirect URLs that have no effect.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/static-redirects";

#[test]
fn redirect_urls_of_a_static_app_are_noted() {
    let findings =
        auth(r#"{"type": "static", "requiredScopes": ["tickets"], "redirectUrls": ["https://shop.example/done"]}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    note redirectUrls: The app uses a static token, so its redirect URLs have no effect.
    at src/app/app-hsmeta.json:2:75 (147..176)
    fix: Remove redirectUrls.
    edits: [{"op":"remove","file":"src/app/app-hsmeta.json","path":"/config/auth/redirectUrls"}]
    developer mends it, documented
    "#);
}

#[test]
fn an_empty_list_is_taken() {
    assert!(!fires(&auth(r#"{"type": "static", "requiredScopes": ["tickets"], "redirectUrls": []}"#), RULE));
}
