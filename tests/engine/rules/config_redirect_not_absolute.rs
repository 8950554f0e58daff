//! `config/redirect-not-absolute`: a redirect URL without a scheme or a host.

use crate::rules::config_stage::{auth, older};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/redirect-not-absolute";

#[test]
fn a_redirect_url_without_a_scheme_is_refused_with_the_edit() {
    let findings = auth(r#"{"type": "oauth", "redirectUrls": ["shop.example/done"], "requiredScopes": ["oauth"]}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    error shop.example/done: The redirect URL "shop.example/done" has no scheme.
    at src/app/app-hsmeta.json:2:44 (116..135)
    fix: Write https://shop.example/done.
    edits: [{"op":"set","file":"src/app/app-hsmeta.json","path":"/config/auth/redirectUrls/0","value":"https://shop.example/done"}]
    developer mends it, documented
    "#);
}

#[test]
fn an_entry_that_is_empty_is_named_by_its_place() {
    let findings = auth(r#"{"type": "oauth", "redirectUrls": [""], "requiredScopes": ["oauth"]}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error config.auth.redirectUrls[0]: An entry of redirectUrls is empty: HubSpot takes whole URLs.
    at src/app/app-hsmeta.json:2:44 (116..118)
    fix: Write the whole URL, or remove the entry.
    developer mends it, documented
    ");
}

#[test]
fn a_path_alone_has_no_edit_for_its_host_is_not_known() {
    let findings =
        older(&[("src/app/public-app.json", r#"{"auth": {"redirectUrls": ["/done"], "requiredScopes": ["oauth"]}}"#)]);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    error /done: The redirect URL "/done" has no scheme.
    at src/app/public-app.json:1:28 (27..34)
    fix: Write the whole URL, such as https://shop.example/oauth-callback.
    developer mends it, documented
    "#);
}

#[test]
fn a_whole_url_is_taken() {
    assert!(!fires(
        &auth(r#"{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth"]}"#),
        RULE
    ));
}
