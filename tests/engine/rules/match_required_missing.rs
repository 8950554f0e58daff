//! `match/required-missing`: a scope that the app requires and the link's scope lacks.

use crate::rules::config_stage::side;
use crate::rules::stage::{against, fires, link_with, repaired_against, told};

const RULE: &str = "match/required-missing";

#[test]
fn a_required_scope_that_is_missing_is_added_or_required_no_more() {
    let app = side("\"oauth\", \"forms\"", "", "");
    let link = link_with("oauth", "");
    insta::assert_snapshot!(told(&against(&app, &link), RULE), @r#"
    error forms: forms is required by the app, and the link's scope lacks it.
    at <link>:1:150 (149..154)
    HubSpot: Couldn't complete the connection: Authorization failed because the provided scopes are insufficient. Please contact the app developer.
    fix: Add forms to scope.
    edits: [{"op":"replace","file":"<link>","start":154,"end":154,"with":"%20forms"}]
    or: Make it conditionally required in the app's settings. [{"op":"remove","file":"src/app/app-hsmeta.json","path":"/config/auth/requiredScopes/1"},{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/conditionallyRequiredScopes","value":"forms"}]
    developer mends it, documented
    "#);
    assert_eq!(repaired_against(&app, &link), link_with("oauth forms", ""));
}

#[test]
fn in_optional_scope_it_does_not_count() {
    let app = side("\"oauth\", \"forms\"", "", "\"crm.lists.read\"");
    let link = link_with("oauth", "crm.lists.read forms");
    insta::assert_snapshot!(told(&against(&app, &link), RULE), @r#"
    error forms: forms is required by the app, and the link has it in optional_scope, where it does not count.
    at <link>:1:188 (187..192)
    HubSpot: Couldn't complete the connection: Authorization failed because the provided scopes are insufficient. Please contact the app developer.
    fix: Add forms to scope.
    edits: [{"op":"replace","file":"<link>","start":184,"end":192,"with":""},{"op":"replace","file":"<link>","start":154,"end":154,"with":"%20forms"}]
    or: Make it optional in the app's settings. [{"op":"remove","file":"src/app/app-hsmeta.json","path":"/config/auth/requiredScopes/1"},{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/optionalScopes","value":"forms"}]
    developer mends it, documented
    "#);
    assert_eq!(repaired_against(&app, &link), link_with("oauth forms", "crm.lists.read"));
}

#[test]
fn a_link_with_all_of_them_is_right_and_one_with_a_placeholder_may_be() {
    let app = side("\"oauth\", \"forms\"", "", "");
    assert!(!fires(&against(&app, &link_with("forms oauth", "")), RULE));
    assert!(!fires(&against(&app, &link_with("oauth ${MORE}", "")), RULE));
}
