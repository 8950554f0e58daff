//! `match/redirect-not-registered`: a `redirect_uri` that is none of the app's redirect URLs.

use crate::rules::config_stage::side;
use crate::rules::stage::{against, fires, link_with, repaired_against, told};

const RULE: &str = "match/redirect-not-registered";

#[test]
fn a_redirect_url_that_is_not_registered_becomes_the_nearest_or_is_added() {
    let app = side("\"oauth\"", "", "");
    let link = link_with("oauth", "").replace("%2Fdone", "%2Fdone%2F");
    insta::assert_snapshot!(told(&against(&app, &link), RULE), @r#"
    error redirect_uri: "https://shop.example/done/" is none of the app's redirect URLs, letter for letter.
    at <link>:1:101 (100..136)
    HubSpot: Authorization failed as the redirect URL 'https://shop.example/done/' doesn't match the app's registered redirect URL
    fix: Registered: https://shop.example/done.
    edits: [{"op":"replace","file":"<link>","start":100,"end":136,"with":"https%3A%2F%2Fshop.example%2Fdone"}]
    or: Add it to redirectUrls of the app's settings. [{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/redirectUrls","value":"https://shop.example/done/"}]
    developer mends it, documented
    "#);
    assert_eq!(repaired_against(&app, &link), link_with("oauth", ""));
}

#[test]
fn a_registered_one_is_taken_however_it_is_encoded_and_a_placeholder_may_be_one() {
    let app = side("\"oauth\"", "", "");
    let link = link_with("oauth", "");
    assert!(!fires(&against(&app, &link), RULE));
    assert!(!fires(&against(&app, &link.replace("%3A%2F%2F", "://")), RULE));
    assert!(!fires(&against(&app, &link.replace("https%3A%2F%2Fshop.example%2Fdone", "${REDIRECT_URL}")), RULE));
}
