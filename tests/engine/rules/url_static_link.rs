//! `url/static-link`: the link of a static-auth app.

use crate::rules::stage::{fires, link, told};

const RULE: &str = "url/static-link";

#[test]
fn a_static_link_says_that_it_carries_no_scopes() {
    for text in [
        "https://app-eu1.hubspot.com/static-token/123/authorize?appId=4",
        "https://app.hubspot.com/static-token/{id}/authorize",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn an_oauth_link_is_none() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/static-token/123/authorize";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    note link: The link installs a static-auth app: it carries no scopes, the app's settings do. The parameter appId is missing.
    at <link>:1:24 (23..50)
    developer mends it, documented
    "#);
}
