//! `url/scope-in-both`: a scope in both parameters.

use crate::rules::stage::{fires, link, repaired, told};

const RULE: &str = "url/scope-in-both";

#[test]
fn a_name_is_in_scope_or_in_optional_scope() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&optional_scope=oauth",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&optional_scope=forms%20crm.lists.read",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn two_lists_without_a_common_name_are_right() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&optional_scope=forms",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&optional_scope=crm.lists.read%20forms";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    error crm.lists.read: crm.lists.read stands in scope and in optional_scope; it can be only one of the two.
    at <link>:1:186 (185..199)
    HubSpot: Couldn't complete the connection: Authorization failed because there is a mismatch between the scopes in the install URL and the app's configured scopes. Please contact the app developer.
    fix: Take it out of optional_scope, if the app's settings require it; else out of scope.
    edits: [{"op":"replace","file":"<link>","start":185,"end":202,"with":""}]
    developer mends it, documented
    "#);
}

#[test]
fn its_repair_is_what_was_meant() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&optional_scope=crm.lists.read%20forms";
    let mended = repaired(text);
    assert_eq!(
        mended,
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&optional_scope=forms"
    );
    assert!(
        link(&mended)
            .iter()
            .all(|finding| finding.rule.id != RULE || finding.fix.as_ref().is_none_or(|fix| fix.edits.is_empty()))
    );
}
