//! `scope/user-level-only`: a scope of user-level apps in an app that acts for the account.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, link, link_with, told};

const RULE: &str = "scope/user-level-only";

fn settings(scope: &str) -> String {
    format!(
        r#"{{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", "{scope}"]}}"#
    )
}

#[test]
fn a_scope_of_user_level_apps_is_refused_in_a_link_of_another() {
    insta::assert_snapshot!(told(&link(&link_with("oauth crm.objects.calls.read", "")), RULE), @r"
    error crm.objects.calls.read: crm.objects.calls.read is offered to user-level apps only, and this one acts for the account.
    at <link>:1:158 (157..179)
    HubSpot: The scope crm.objects.calls.read could not be recognized. Check your scope and try again.
    fix: Use the scope of the records that it belongs to, such as crm.objects.contacts.read.
    developer mends it, reported
    ");
}

#[test]
fn a_scope_of_user_level_apps_is_refused_in_the_settings_of_another() {
    insta::assert_snapshot!(told(&auth(&settings("crm.objects.calls.read")), RULE), @r"
    error crm.objects.calls.read: crm.objects.calls.read is offered to user-level apps only, and this one acts for the account.
    at src/app/app-hsmeta.json:2:102 (174..198)
    HubSpot: The scope crm.objects.calls.read could not be recognized. Check your scope and try again.
    fix: Use the scope of the records that it belongs to, such as crm.objects.contacts.read.
    developer mends it, reported
    ");
}

#[test]
fn a_scope_of_all_apps_is_taken() {
    assert!(!fires(&link(&link_with("oauth crm.objects.contacts.read", "")), RULE));
    assert!(!fires(&auth(&settings("crm.objects.contacts.read")), RULE));
}

#[test]
fn a_user_level_app_may_have_it() {
    let app = r#"{"uid": "shop", "type": "app", "config": {"isUserLevel": true, "distribution": "private", "auth": {
        "type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", "crm.objects.calls.read"]}}}"#;
    assert!(!fires(&crate::rules::config_stage::current(&[("src/app/app-hsmeta.json", app)]), RULE));
}
