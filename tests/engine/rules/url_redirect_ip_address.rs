//! `url/redirect-ip-address`: a redirect URL whose host is an IP address.

use crate::rules::stage::{fires, link, told};

const RULE: &str = "url/redirect-ip-address";

#[test]
fn an_address_is_no_domain_name() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https://10.0.0.1/cb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=http://127.0.0.1:3000/cb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https://[::1]/cb&scope=oauth%20crm.lists.read&state=s1",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn a_name_is_right() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=http://localhost/cb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https://1.shop.example/cb&scope=oauth%20crm.lists.read&state=s1",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=http%3A%2F%2F127.0.0.1%3A3000%2Fcb&scope=oauth%20crm.lists.read&state=s1";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    error redirect_uri: The redirect URL "http://127.0.0.1:3000/cb" names an IP address.
    at <link>:1:101 (100..134)
    fix: Use a domain name, or localhost for a test on this machine.
    developer mends it, documented
    "#);
}
