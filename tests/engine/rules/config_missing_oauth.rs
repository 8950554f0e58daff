//! `config/missing-oauth`: an OAuth app without the scope oauth.

use crate::rules::config_stage::{auth, older};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/missing-oauth";

#[test]
fn an_oauth_app_without_the_scope_oauth_is_warned_of_with_the_edit() {
    let findings =
        auth(r#"{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["tickets"]}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    warning oauth: The app uses OAuth, but none of its scope lists has oauth: HubSpot adds it, and links without it are reported to fail.
    at src/app/app-hsmeta.json:2:92 (164..175)
    fix: Add oauth to requiredScopes.
    edits: [{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/requiredScopes","value":"oauth"}]
    developer mends it, reported
    "#);
}

#[test]
fn a_public_app_of_the_older_formats_is_an_oauth_app() {
    let findings =
        older(&[("src/app/public-app.json", r#"{"auth": {"redirectUrls": ["https://shop.example/done"]}}"#)]);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    warning oauth: The app uses OAuth, but none of its scope lists has oauth: HubSpot adds it, and links without it are reported to fail.
    at src/app/public-app.json:1:10 (9..56)
    fix: Add oauth to requiredScopes.
    edits: [{"op":"add","file":"src/app/public-app.json","path":"/auth/requiredScopes","value":"oauth"}]
    developer mends it, reported
    "#);
}

#[test]
fn oauth_in_any_list_is_enough() {
    assert!(!fires(
        &auth(
            r#"{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["tickets"], "optionalScopes": ["oauth"]}"#
        ),
        RULE
    ));
}
