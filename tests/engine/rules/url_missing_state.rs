//! `url/missing-state`: a link without a state.

use crate::rules::stage::{fires, link, told};

const RULE: &str = "url/missing-state";

#[test]
fn a_link_without_a_state_is_told() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn what_a_placeholder_stands_for_may_be_the_state() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state={STATE}",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&${rest}",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    note state: The link has no state, so the callback cannot tell its own request from a forged one.
    at <link>:1:24 (23..39)
    fix: Add a state that is random for each request, and compare it in the callback.
    developer mends it, documented
    "#);
}
