//! `url/missing-redirect-uri`: a link without a redirect URL.

use crate::rules::stage::{fires, link, told};

const RULE: &str = "url/missing-redirect-uri";

#[test]
fn an_absent_or_empty_redirect_url_is_missing() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=&scope=oauth%20crm.lists.read&state=s1",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn what_a_placeholder_stands_for_is_not_missing() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=<YOUR_REDIRECT_URI>&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&scope=oauth%20crm.lists.read&state=s1&${rest}",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&scope=oauth%20crm.lists.read&state=s1";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    error redirect_uri: The link needs a redirect URL, one that the app has registered.
    at <link>:1:24 (23..39)
    fix: For a test on this machine: http://localhost:3000/oauth-callback.
    developer mends it, documented
    "#);
}
