//! `match/not-configured`: a scope that the app has not.

use crate::rules::config_stage::side;
use crate::rules::stage::{against, fires, link_with, repaired_against, told};

const RULE: &str = "match/not-configured";

#[test]
fn a_scope_that_the_app_has_not_leaves_the_link_or_is_declared() {
    let app = side("\"oauth\"", "", "");
    let link = link_with("oauth automation", "forms");
    insta::assert_snapshot!(told(&against(&app, &link), RULE), @r#"
    error automation: The link has automation in scope, and the app's settings do not have it.
    at <link>:1:158 (157..167)
    HubSpot: Couldn't complete the connection: Authorization failed because there is a mismatch between the scopes in the install URL and the app's configured scopes. Please contact the app developer.
    fix: Take automation out of scope.
    edits: [{"op":"replace","file":"<link>","start":154,"end":167,"with":""}]
    or: Declare it as conditionally required in the app's settings. [{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/conditionallyRequiredScopes","value":"automation"}]
    developer mends it, documented
    error forms: The link has forms in optional_scope, and the app's settings do not have it.
    at <link>:1:184 (183..188)
    HubSpot: Couldn't complete the connection: Authorization failed because there is a mismatch between the scopes in the install URL and the app's configured scopes. Please contact the app developer.
    fix: Take forms out of optional_scope.
    edits: [{"op":"replace","file":"<link>","start":167,"end":188,"with":""}]
    or: Declare it as optional in the app's settings. [{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/optionalScopes","value":"forms"}]
    developer mends it, documented
    "#);
    assert_eq!(repaired_against(&app, &link), link_with("oauth", ""));
}

#[test]
fn one_that_looks_like_another_of_the_app_asks_whether_that_was_meant() {
    let app = side("\"oauth\"", "\"crm.lists.read\"", "");
    insta::assert_snapshot!(told(&against(&app, &link_with("oauth crm.list.read", "")), RULE), @r#"
    error crm.list.read: The link has crm.list.read in scope, and the app's settings do not have it.
    at <link>:1:158 (157..170)
    HubSpot: Couldn't complete the connection: Authorization failed because there is a mismatch between the scopes in the install URL and the app's configured scopes. Please contact the app developer.
    fix: Take crm.list.read out of scope. The app has crm.lists.read: was that meant?
    edits: [{"op":"replace","file":"<link>","start":154,"end":170,"with":""}]
    developer mends it, documented
    "#);
}

#[test]
fn oauth_and_what_a_variable_may_stand_for_are_taken() {
    assert!(!fires(&against(&side("\"forms\"", "", ""), &link_with("oauth forms", "")), RULE));
    assert!(!fires(&against(&side("\"oauth\", \"${MORE}\"", "", ""), &link_with("oauth forms", "")), RULE));
}
