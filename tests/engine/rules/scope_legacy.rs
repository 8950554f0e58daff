//! `scope/legacy`: a coarse scope that HubSpot is splitting.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, link, link_with, told};

const RULE: &str = "scope/legacy";

fn settings(scope: &str) -> String {
    format!(
        r#"{{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", "{scope}"]}}"#
    )
}

#[test]
fn a_legacy_scope_in_a_link_is_warned_of_with_its_successors() {
    insta::assert_snapshot!(told(&link(&link_with("oauth tickets", "")), RULE), @r"
    warning tickets: tickets is a legacy scope that HubSpot is splitting.
    at <link>:1:158 (157..164)
    fix: Its granular successors: crm.objects.tickets.read, crm.objects.tickets.write, crm.schemas.tickets.read, crm.schemas.tickets.write.
    developer mends it, documented
    ");
}

#[test]
fn a_legacy_scope_in_the_settings_is_warned_of() {
    insta::assert_snapshot!(told(&auth(&settings("tickets")), RULE), @r"
    warning tickets: tickets is a legacy scope that HubSpot is splitting.
    at src/app/app-hsmeta.json:2:102 (174..183)
    fix: Its granular successors: crm.objects.tickets.read, crm.objects.tickets.write, crm.schemas.tickets.read, crm.schemas.tickets.write.
    developer mends it, documented
    ");
}

#[test]
fn a_granular_scope_is_right() {
    assert!(!fires(&link(&link_with("oauth crm.objects.contacts.read", "")), RULE));
    assert!(!fires(&auth(&settings("crm.objects.contacts.read")), RULE));
}

#[test]
fn a_legacy_scope_whose_successors_are_not_published_says_so() {
    insta::assert_snapshot!(told(&link(&link_with("oauth integration-sync", "")), RULE), @r"
    warning integration-sync: integration-sync is a legacy scope; its successors are not published. Sources differ: HubSpot's scope table has it as an ordinary scope, the scope picker's copy of 2026 as deprecated.
    at <link>:1:158 (157..173)
    developer mends it, reported
    ");
}
