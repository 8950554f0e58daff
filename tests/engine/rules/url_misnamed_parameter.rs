//! `url/misnamed-parameter`: a parameter that is nearly called as HubSpot calls it.

use crate::rules::stage::{fires, link, repaired, told};

const RULE: &str = "url/misnamed-parameter";

#[test]
fn a_near_miss_is_named_and_renamed() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&state=s1&scopes=oauth",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&optional_scopes=forms",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&optionalScope=forms",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&scope=oauth%20crm.lists.read&state=s1&redirect_url=https%3A%2F%2Fshop.example%2Fcb",
        "https://app.hubspot.com/oauth/authorize?redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&clientId=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b",
        "https://app.hubspot.com/oauth/authorize?redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&client-id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn a_parameter_of_its_own_is_left_alone() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&owner=user&utm_source=x&code_challenge_method=S256",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&state=s1&scopes=oauth";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    error scopes: HubSpot knows no parameter "scopes"; it is called scope.
    at <link>:1:142 (141..147)
    fix: Write scope.
    edits: [{"op":"replace","file":"<link>","start":141,"end":147,"with":"scope"}]
    developer mends it, documented
    "#);
}

#[test]
fn its_repair_is_what_was_meant() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&state=s1&scopes=oauth";
    let mended = repaired(text);
    assert_eq!(
        mended,
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&state=s1&scope=oauth"
    );
    assert!(
        link(&mended)
            .iter()
            .all(|finding| finding.rule.id != RULE || finding.fix.as_ref().is_none_or(|fix| fix.edits.is_empty()))
    );
}

#[test]
fn names_beside_the_right_parameter_belong_into_it() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&state=s1&scope=oauth&scopes=tickets";
    let said = told(&link(text), RULE);
    assert!(said.contains("scope stands in the link as well: put the names of both into it."), "{said}");
}
