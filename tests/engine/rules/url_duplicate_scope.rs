//! `url/duplicate-scope`: a scope that stands twice in one parameter.

use crate::rules::stage::{fires, link, repaired, told};

const RULE: &str = "url/duplicate-scope";

#[test]
fn a_name_stands_there_once() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20forms%20oauth&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1&optional_scope=forms+forms",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn another_case_is_another_name() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20${a}%20${a}&state=s1",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20forms%20oauth%20forms&state=s1";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    warning oauth: oauth stands twice in scope.
    at <link>:1:155 (154..159)
    fix: Take one of them out.
    edits: [{"op":"replace","file":"<link>","start":151,"end":159,"with":""}]
    developer mends it, documented
    warning forms: forms stands twice in scope.
    at <link>:1:163 (162..167)
    fix: Take one of them out.
    edits: [{"op":"replace","file":"<link>","start":159,"end":167,"with":""}]
    developer mends it, documented
    "#);
}

#[test]
fn its_repair_is_what_was_meant() {
    let text = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20forms%20oauth%20forms&state=s1";
    let mended = repaired(text);
    assert_eq!(
        mended,
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20forms&state=s1"
    );
    assert!(
        link(&mended)
            .iter()
            .all(|finding| finding.rule.id != RULE || finding.fix.as_ref().is_none_or(|fix| fix.edits.is_empty()))
    );
}
