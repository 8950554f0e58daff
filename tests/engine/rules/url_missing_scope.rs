//! `url/missing-scope`: an OAuth link without scopes.

use crate::rules::stage::{fires, link, told};

const RULE: &str = "url/missing-scope";

#[test]
fn an_absent_or_empty_scope_is_missing() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=%20&state=s1",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn what_a_placeholder_stands_for_is_not_missing() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope={SCOPES}&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=${url}${more}&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&state=s1&scopes=oauth",
        "https://app.hubspot.com/static-token/1/authorize?appId=2",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&state=s1";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    error scope: The link has no scopes.
    at <link>:1:24 (23..39)
    fix: Add scope with all scopes that the app's settings require, oauth among them.
    developer mends it, documented
    "#);
}

#[test]
fn scopes_that_stand_in_the_other_parameter_are_named() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&optional_scope=crm.lists.read&state=s1";
    let said = told(&link(text), RULE);
    assert!(said.contains("no scope parameter; crm.lists.read stands in optional_scope alone"), "{said}");
    let said = told(&link(&text.replace("lists.read", "lists.read%20tickets")), RULE);
    assert!(said.contains("all 2 scopes stand in optional_scope"), "{said}");
}
