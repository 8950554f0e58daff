//! `url/template`: placeholders where values go.

use crate::rules::stage::{fires, link, told};

const RULE: &str = "url/template";

#[test]
fn every_way_to_write_a_placeholder_is_one() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=${encodeURIComponent(a(\"b\"))}&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id={{ID}}&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id={0}&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id={}&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=#{id}&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=%s&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=<your id>&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=:id&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=$ID&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=YOUR_CLIENT_ID&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?${params}",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn a_link_of_values_is_none() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=a:b",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=100%25",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=${CLIENT_ID}&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20{SCOPES}&state=STATE";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    note link: The link is a template: ${CLIENT_ID}, {SCOPES}, STATE stand where values go. The rest was checked.
    at <link>:1:51 (50..62)
    developer mends it, documented
    "#);
}
