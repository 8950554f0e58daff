//! `scope/sensitive-approval`: a sensitive scope in a marketplace app.

use crate::rules::config_stage::{app, auth, current};
use crate::rules::stage::{fires, link, link_with, told};

const RULE: &str = "scope/sensitive-approval";

const NAME: &str = "crm.objects.contacts.sensitive.read";

#[test]
fn a_sensitive_scope_of_a_marketplace_app_needs_approval() {
    let findings = auth(
        r#"{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth"], "optionalScopes": ["crm.objects.contacts.sensitive.read"]}"#,
    );
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning crm.objects.contacts.sensitive.read: crm.objects.contacts.sensitive.read opens sensitive data: HubSpot must allow-list a marketplace app for it.
    at src/app/app-hsmeta.json:2:122 (194..231)
    HubSpot: scope isn't available to this app
    fix: Ask HubSpot's ecosystem quality team before you declare it.
    HubSpot mends it, documented
    ");
}

#[test]
fn a_private_app_and_a_link_by_itself_need_none() {
    let files = app("\"oauth\"", "", &format!("{NAME:?}"));
    assert!(!fires(&current(&[("src/app/app-hsmeta.json", &files)]), RULE));
    assert!(!fires(&link(&link_with("oauth", NAME)), RULE));
}
