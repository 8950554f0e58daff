//! `match/conditional-in-optional`: a conditionally required scope in `optional_scope`.

use crate::rules::config_stage::side;
use crate::rules::stage::{against, fires, link_with, repaired_against, told};

const RULE: &str = "match/conditional-in-optional";

#[test]
fn a_conditionally_required_scope_moves_to_scope_or_becomes_optional() {
    let app = side("\"oauth\"", "\"forms\"", "");
    let link = link_with("oauth", "forms");
    insta::assert_snapshot!(told(&against(&app, &link), RULE), @r#"
    error forms: forms is conditionally required in the app's settings: a link has it in scope or not at all, never in optional_scope.
    at <link>:1:171 (170..175)
    HubSpot: Couldn't complete the connection: Authorization failed because there is a mismatch between the scopes in the install URL and the app's configured scopes. Please contact the app developer.
    fix: Move forms to scope, where accounts must grant it, or take it out.
    edits: [{"op":"replace","file":"<link>","start":154,"end":175,"with":""},{"op":"replace","file":"<link>","start":154,"end":154,"with":"%20forms"}]
    or: Make it optional in the app's settings. [{"op":"remove","file":"src/app/app-hsmeta.json","path":"/config/auth/conditionallyRequiredScopes/0"},{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/optionalScopes","value":"forms"}]
    developer mends it, documented
    "#);
    assert_eq!(repaired_against(&app, &link), link_with("oauth forms", ""));
}

#[test]
fn in_scope_or_left_out_it_is_right() {
    let app = side("\"oauth\"", "\"forms\"", "\"crm.lists.read\"");
    for link in [link_with("oauth forms", "crm.lists.read"), link_with("oauth", "crm.lists.read")] {
        assert!(!fires(&against(&app, &link), RULE), "{link}");
    }
}
