//! `config/no-redirects`: an OAuth app without redirect URLs.

use crate::rules::config_stage::{auth, older};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/no-redirects";

#[test]
fn an_oauth_app_without_redirect_urls_is_refused() {
    let findings = auth(r#"{"type": "oauth", "requiredScopes": ["oauth"]}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error redirectUrls: The app uses OAuth and has no redirect URLs, so nobody can install it.
    at src/app/app-hsmeta.json:2:9 (81..127)
    fix: Add the URL that your app answers on to redirectUrls.
    developer mends it, documented
    ");
}

#[test]
fn a_public_app_of_the_older_formats_needs_them_too() {
    let findings =
        older(&[("src/app/public-app.json", r#"{"auth": {"redirectUrls": [], "requiredScopes": ["oauth"]}}"#)]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error redirectUrls: The app uses OAuth and has no redirect URLs, so nobody can install it.
    at src/app/public-app.json:1:10 (9..58)
    fix: Add the URL that your app answers on to redirectUrls.
    developer mends it, documented
    ");
}

#[test]
fn a_static_app_needs_none() {
    assert!(!fires(&auth(r#"{"type": "static", "requiredScopes": ["tickets"]}"#), RULE));
}
