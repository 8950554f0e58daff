//! `url/redirect-not-https`: a redirect URL over http.

use hubscope::catalog::Catalog;
use hubscope::check::LinkOptions;

use crate::rules::stage::{fires, link, told};

const RULE: &str = "url/redirect-not-https";

#[test]
fn http_is_for_localhost_only() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=http://shop.example/cb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=http://localhost.shop.example/cb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=http://shop.example/${path}&scope=oauth%20crm.lists.read&state=s1",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn localhost_and_https_are_right() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=http://localhost:3000/cb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=http://${HOST}/cb&scope=oauth%20crm.lists.read&state=s1",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=http%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    error redirect_uri: The redirect URL "http://shop.example/cb" must be https; http is for localhost only.
    at <link>:1:101 (100..130)
    fix: Use https://shop.example/cb.
    edits: [{"op":"replace","file":"<link>","start":104,"end":104,"with":"s"}]
    developer mends it, documented
    "#);
}

#[test]
fn the_repair_makes_http_https_however_the_value_is_written() {
    for (written, repaired) in [
        ("http%3A%2F%2Fshop.example%2Fcb", "https%3A%2F%2Fshop.example%2Fcb"),
        ("http://shop.example/cb", "https://shop.example/cb"),
        ("HTTP://shop.example/cb", "HTTPs://shop.example/cb"),
        ("http://shop.example/${path}", "https://shop.example/${path}"),
        ("ftp://shop.example/cb", "ftp://shop.example/cb"),
    ] {
        let link = |redirect: &str| {
            format!(
                "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri={redirect}&scope=oauth%20crm.lists.read&state=s1"
            )
        };
        let mended = hubscope::check::repair_link(Catalog::embedded(), &link(written), &LinkOptions::default());
        assert_eq!(mended.text, link(repaired));
    }
}
