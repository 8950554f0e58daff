//! `config/static-redirects`: redirect URLs where the schema of the app has no place for them.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/static-redirects";

#[test]
fn redirect_urls_of_a_static_app_are_warned_of_as_what_an_upload_may_refuse() {
    let findings =
        auth(r#"{"type": "static", "requiredScopes": ["tickets"], "redirectUrls": ["https://shop.example/done"]}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    warning redirectUrls: The app uses a static token, and the schema of such an app is reported to have no redirectUrls and to take no other fields: the upload then fails.
    at src/app/app-hsmeta.json:2:75 (147..176)
    fix: Remove redirectUrls.
    edits: [{"op":"remove","file":"src/app/app-hsmeta.json","path":"/config/auth/redirectUrls"}]
    developer mends it, reported
    "#);
}

#[test]
fn an_empty_list_is_taken() {
    assert!(!fires(&auth(r#"{"type": "static", "requiredScopes": ["tickets"], "redirectUrls": []}"#), RULE));
}
