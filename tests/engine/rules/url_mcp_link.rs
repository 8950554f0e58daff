//! `url/mcp-link`: the link of an MCP auth app.

use crate::rules::stage::{fires, link, told};

const RULE: &str = "url/mcp-link";

#[test]
fn an_mcp_link_says_who_chooses_the_scopes() {
    for text in
        ["https://mcp-eu1.hubspot.com/oauth/authorize/user?client_id=1", "https://mcp.hubspot.com/oauth/authorize"]
    {
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
    let text = "https://mcp.hubspot.com/oauth/authorize/user?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    note link: The link is that of an MCP auth app: HubSpot's server chooses the scopes, and PKCE is needed.
    at <link>:1:24 (23..44)
    developer mends it, documented
    "#);
}
