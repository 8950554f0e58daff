//! `url/malformed-client-id`: a client id that is no UUID.

use crate::rules::stage::{fires, link, told};

const RULE: &str = "url/malformed-client-id";

#[test]
fn a_number_or_a_token_is_no_client_id() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=123456&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=pat-na1-abc&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b0&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn a_uuid_and_a_placeholder_are_right() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=CLIENT_ID&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=%s&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=fake_client_id&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3F2B8C1E-0A4D-4E6F-9B7A-5C8D2E1F0A3B&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=123456&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    error client_id: The client id "123456" is a number: that is an app id or an account id.
    at <link>:1:51 (50..56)
    HubSpot: invalid application client_id
    fix: Copy it from the app's Auth page in HubSpot; it is 32 hexadecimal digits with four dashes.
    developer mends it, documented
    "#);
}
