//! `url/not-install-url`: a text that is no authorize URL of HubSpot.

use crate::rules::stage::{fires, link, repaired, told};

const RULE: &str = "url/not-install-url";

#[test]
fn another_host_another_path_or_no_link_is_refused() {
    for text in [
        "https://app.hubspot.com.evil.example/oauth/authorize?client_id=1",
        "https://app.hubspot.com@evil.example/oauth/authorize",
        "https://hubspot-app.com/oauth/authorize",
        "https://api.hubapi.com/oauth/v1/token",
        "https://accounts.example/oauth/authorize",
        "https://developers.hubspot.com/oauth/authorize",
        "https://app.hubspotqa.com/oauth/authorize",
        "https://app.hubspot.com:8443/oauth/authorize",
        "ftp://app.hubspot.com/oauth/authorize",
        "76ed04&redirect_uri=https://shop.example&scope=oauth",
        "",
        "http://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn every_host_and_path_of_an_install_page_is_taken() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app-eu1.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/123/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "{AUTH_URL}?client_id=1",
        "https://mcp.hubspot.com/oauth/authorize/user",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/oauth2/authorise?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    error link: "/oauth2/authorise" is not the path of an install URL.
    at <link>:1:24 (23..40)
    fix: An install URL begins with https://app.hubspot.com/oauth/authorize.
    edits: [{"op":"replace","file":"<link>","start":23,"end":40,"with":"/oauth/authorize"}]
    developer mends it, documented
    "#);
}

#[test]
fn its_repair_is_what_was_meant() {
    let text = "https://app.hubspot.com/oauth2/authorise?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1";
    let mended = repaired(text);
    assert_eq!(
        mended,
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1"
    );
    assert!(
        link(&mended)
            .iter()
            .all(|finding| finding.rule.id != RULE || finding.fix.as_ref().is_none_or(|fix| fix.edits.is_empty()))
    );
}
