//! `scope/unknown`: a name that is in no HubSpot source.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, link, link_with, told};

const RULE: &str = "scope/unknown";

fn settings(scope: &str) -> String {
    format!(
        r#"{{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", "{scope}"]}}"#
    )
}

#[test]
fn an_unknown_name_in_a_link_is_refused_with_what_is_near() {
    insta::assert_snapshot!(told(&link(&link_with("oauth crm.objects.lists.read", "")), RULE), @r"
    error crm.objects.lists.read: crm.objects.lists.read is in no HubSpot source.
    at <link>:1:158 (157..179)
    HubSpot: Authorization failed because one or more scopes are invalid: crm.objects.lists.read
    fix: Did you mean crm.lists.read?
    developer mends it, documented
    ");
}

#[test]
fn an_unknown_name_in_the_settings_is_refused_at_its_place() {
    insta::assert_snapshot!(told(&auth(&settings("crm.objects.lists.read")), RULE), @r"
    error crm.objects.lists.read: crm.objects.lists.read is in no HubSpot source.
    at src/app/app-hsmeta.json:2:102 (174..198)
    HubSpot: Authorization failed because one or more scopes are invalid: crm.objects.lists.read
    fix: Did you mean crm.lists.read?
    developer mends it, documented
    ");
}

#[test]
fn a_known_name_is_taken() {
    assert!(!fires(&link(&link_with("oauth crm.lists.read", "")), RULE));
    assert!(!fires(&auth(&settings("crm.lists.read")), RULE));
}

#[test]
fn what_a_placeholder_stands_for_is_not_called_unknown() {
    assert!(!fires(&link(&link_with("oauth ${MORE}", "")), RULE));
    assert!(!fires(&auth(&settings("${MORE}")), RULE));
}

#[test]
fn a_name_after_an_object_of_the_app_is_not_called_unknown() {
    assert!(!fires(&auth(&settings("crm.app.objects.a123_bike.view")), RULE));
}
