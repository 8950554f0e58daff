//! `config/static-redirects`: redirect URLs where the schema of the app has no place for them.

use crate::config_stage::auth;
use crate::stage::{fires, told};

const RULE: &str = "config/static-redirects";

#[test]
fn redirect_urls_of_a_static_app_are_warned_of_as_what_an_upload_may_refuse() {
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
