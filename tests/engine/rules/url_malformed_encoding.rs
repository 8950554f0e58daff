//! `url/malformed-encoding`: a link that is escaped twice, broken or glued.

use crate::rules::stage::{fires, link, repaired, told};

const RULE: &str = "url/malformed-encoding";

#[test]
fn what_a_server_would_read_otherwise_is_told() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&amp;redirect_uri=https%3A%2F%2Fshop.example%2Fcb&amp;scope=oauth%20crm.lists.read&amp;state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&#38;redirect_uri=https%3A%2F%2Fshop.example%2Fcb&#38;scope=oauth%20crm.lists.read&#38;state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%2520forms&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%253A%252F%252Fshop.example&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb\n  &scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=%zz",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=100%",
        "\"https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1\"",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=[\"oauth\",\"forms\"]&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb#scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth forms&state=s1",
        "https://app.hubspot.com/oauth/authorize&client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state={\"a\": 1}",
    ] {
        assert!(fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn a_right_link_in_any_right_form_is_left_alone() {
    for text in [
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1\n",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth+forms&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https://shop.example/cb?a=1&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=<?php echo \"a b\" ?>&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=s1",
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20crm.lists.read&state=%25zz",
    ] {
        assert!(!fires(&link(text), RULE), "{text}");
    }
}

#[test]
fn it_says_what_is_wrong_and_what_to_do() {
    let text = "\"https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&amp;redirect_uri=https%3A%2F%2Fshop.example%2Fcb#scope=oauth%2520forms&state=%zz\"";
    insta::assert_snapshot!(told(&link(text), RULE), @r#"
    error link: " and " is glued on to the link.
    at <link>:1:1 (0..1)
    fix: Take it off.
    edits: [{"op":"replace","file":"<link>","start":0,"end":1,"with":""},{"op":"replace","file":"<link>","start":168,"end":169,"with":""}]
    developer mends it, documented
    error link: &amp; stands where & belongs: the link was escaped for a page or a file, and copied from it.
    at <link>:1:88 (87..92)
    fix: Write & alone.
    edits: [{"op":"replace","file":"<link>","start":87,"end":92,"with":"&"}]
    developer mends it, documented
    error link: Parameters stand behind a #: a browser keeps them for itself, and HubSpot never sees them.
    at <link>:1:137 (136..168)
    fix: Move them before the #, or write the # of a value as %23.
    edits: [{"op":"replace","file":"<link>","start":136,"end":137,"with":"&"}]
    developer mends it, documented
    error scope: The value of scope is percent-encoded twice.
    at <link>:1:150 (149..151)
    fix: Encode it once.
    edits: [{"op":"replace","file":"<link>","start":149,"end":151,"with":""}]
    developer mends it, documented
    error state: "%" is no percent-encoding: two hexadecimal digits follow a %.
    at <link>:1:166 (165..166)
    fix: Write %25 for the sign itself, or complete the pair.
    developer mends it, documented
    "#);
}

#[test]
fn its_repair_is_what_was_meant() {
    let text = "\"https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&amp;redirect_uri=https%3A%2F%2Fshop.example%2Fcb#scope=oauth%2520forms&state=%zz\"";
    let mended = repaired(text);
    assert_eq!(
        mended,
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=oauth%20forms&state=%zz"
    );
    assert!(
        link(&mended)
            .iter()
            .all(|finding| finding.rule.id != RULE || finding.fix.as_ref().is_none_or(|fix| fix.edits.is_empty()))
    );
}
