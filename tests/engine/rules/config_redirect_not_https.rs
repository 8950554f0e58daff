//! `config/redirect-not-https`: a redirect URL that is http.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/redirect-not-https";

#[test]
fn an_http_redirect_url_is_refused_with_the_edit() {
    let findings =
        auth(r#"{"type": "oauth", "redirectUrls": ["http://shop.example/done"], "requiredScopes": ["oauth"]}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    error http://shop.example/done: The redirect URL "http://shop.example/done" must be https; http is for localhost only.
    at src/app/app-hsmeta.json:2:44 (116..142)
    fix: Write https://shop.example/done.
    edits: [{"op":"set","file":"src/app/app-hsmeta.json","path":"/config/auth/redirectUrls/0","value":"https://shop.example/done"}]
    developer mends it, documented
    "#);
}

#[test]
fn http_is_taken_for_localhost() {
    assert!(!fires(
        &auth(r#"{"type": "oauth", "redirectUrls": ["http://localhost:3000/done"], "requiredScopes": ["oauth"]}"#),
        RULE
    ));
}
