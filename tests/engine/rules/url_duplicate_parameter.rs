//! `url/duplicate-parameter`: a known parameter that stands there twice.

use crate::rules::stage::{fires, link, repaired, told};

const RULE: &str = "url/duplicate-parameter";

#[test]
fn a_parameter_stands_there_once() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&scope=forms",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn an_unknown_one_may_be_doubled() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&x=1&x=2",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&scope=oauth%20forms";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    error scope: scope stands in the link more than once; which one HubSpot takes is not documented.
    at <link>:1:171 (170..175)
    fix: Keep one, with all that is in them.
    edits: [{"op":"replace","file":"<link>","start":160,"end":160,"with":"%20forms"},{"op":"replace","file":"<link>","start":169,"end":189,"with":""}]
    developer mends it, inferred
    "#);
}

#[test]
fn its_repair_is_what_was_meant() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&scope=oauth%20forms";
    let mended = repaired(text);
    assert_eq!(
        mended,
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read%20forms&state=s1"
    );
    assert!(
        link(&mended)
            .iter()
            .all(|finding| finding.rule.id != RULE || finding.fix.as_ref().is_none_or(|fix| fix.edits.is_empty()))
    );
}
