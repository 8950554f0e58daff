//! `config/redirect-ip-address`: a redirect URL with an IP address.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/redirect-ip-address";

#[test]
fn a_redirect_url_with_an_ip_address_is_refused() {
    let findings =
        auth(r#"{"type": "oauth", "redirectUrls": ["https://127.0.0.1:8080/done"], "requiredScopes": ["oauth"]}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    error https://127.0.0.1:8080/done: The redirect URL "https://127.0.0.1:8080/done" names an IP address.
    at src/app/app-hsmeta.json:2:44 (116..145)
    fix: Use a domain name, or localhost for a test on this machine.
    developer mends it, documented
    "#);
}

#[test]
fn localhost_is_no_address() {
    assert!(!fires(
        &auth(r#"{"type": "oauth", "redirectUrls": ["http://localhost:8080/done"], "requiredScopes": ["oauth"]}"#),
        RULE
    ));
}
