//! `scope/retired`: a name that HubSpot has retired.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, link, link_with, told};

const RULE: &str = "scope/retired";

fn settings(scope: &str) -> String {
    format!(
        r#"{{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", "{scope}"]}}"#
    )
}

#[test]
fn a_retired_name_in_a_link_is_refused_with_its_successors() {
    insta::assert_snapshot!(told(&link(&link_with("oauth contacts", "")), RULE), @r"
    error contacts: contacts is retired since 2022-07-31: a link that has it is refused.
    at <link>:1:158 (157..165)
    HubSpot: Authorization failed because one or more scopes are invalid: contacts
    fix: Use crm.objects.contacts.read, crm.objects.contacts.write, crm.schemas.contacts.read or one of 12 others instead.
    developer mends it, documented
    ");
}

#[test]
fn a_retired_name_in_the_settings_is_refused() {
    insta::assert_snapshot!(told(&auth(&settings("contacts")), RULE), @r"
    error contacts: contacts is retired since 2022-07-31: a link that has it is refused.
    at src/app/app-hsmeta.json:2:102 (174..184)
    HubSpot: Authorization failed because one or more scopes are invalid: contacts
    fix: Use crm.objects.contacts.read, crm.objects.contacts.write, crm.schemas.contacts.read or one of 12 others instead.
    developer mends it, documented
    ");
}

#[test]
fn its_successor_is_taken() {
    assert!(!fires(&link(&link_with("oauth crm.objects.contacts.read", "")), RULE));
    assert!(!fires(&auth(&settings("crm.objects.contacts.read")), RULE));
}

#[test]
fn the_words_name_the_likeliest_successors_and_the_choices_are_all_of_them() {
    let found = link(&link_with("oauth contacts", ""));
    let fix = found.iter().find(|found| found.rule.id == RULE).unwrap().fix.clone().unwrap();
    assert_eq!(fix.choices.len(), 15);
    assert_eq!(serde_json::to_value(&fix).unwrap()["choices"][0], "crm.lists.read");
}
