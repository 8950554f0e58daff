//! `scope/internal`: a name inside HubSpot.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, link, link_with, told};

const RULE: &str = "scope/internal";

fn settings(scope: &str) -> String {
    format!(
        r#"{{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", "{scope}"]}}"#
    )
}

#[test]
fn an_internal_name_in_a_link_is_refused() {
    insta::assert_snapshot!(told(&link(&link_with("oauth contacts-access", "")), RULE), @r"
    error contacts-access: contacts-access is a name inside HubSpot and is not offered to apps.
    at <link>:1:158 (157..172)
    fix: Leave it out.
    developer mends it, inferred
    ");
}

#[test]
fn an_internal_name_in_the_settings_is_refused() {
    insta::assert_snapshot!(told(&auth(&settings("contacts-access")), RULE), @r"
    error contacts-access: contacts-access is a name inside HubSpot and is not offered to apps.
    at src/app/app-hsmeta.json:2:102 (174..191)
    fix: Leave it out.
    developer mends it, inferred
    ");
}

#[test]
fn a_name_that_is_offered_is_taken() {
    assert!(!fires(&link(&link_with("oauth crm.objects.contacts.read", "")), RULE));
    assert!(!fires(&auth(&settings("crm.objects.contacts.read")), RULE));
}
