//! `match/optional-in-scope`: an optional scope in scope.

use crate::rules::config_stage::side;
use crate::rules::stage::{against, fires, link_with, repaired_against, told};

const RULE: &str = "match/optional-in-scope";

#[test]
fn an_optional_scope_moves_to_optional_scope_or_becomes_conditional() {
    let app = side("\"oauth\"", "", "\"forms\"");
    let link = link_with("oauth forms", "");
    insta::assert_snapshot!(told(&against(&app, &link), RULE), @r#"
    error forms: forms is optional in the app's settings: a link may have it in optional_scope, never in scope.
    at <link>:1:158 (157..162)
    HubSpot: Couldn't complete the connection: Authorization failed because there is a mismatch between the scopes in the install URL and the app's configured scopes. Please contact the app developer.
    fix: Move forms to optional_scope.
    edits: [{"op":"replace","file":"<link>","start":154,"end":162,"with":""},{"op":"replace","file":"<link>","start":162,"end":162,"with":"&optional_scope=forms"}]
    or: Make it conditionally required in the app's settings. [{"op":"remove","file":"src/app/app-hsmeta.json","path":"/config/auth/optionalScopes/0"},{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/conditionallyRequiredScopes","value":"forms"}]
    developer mends it, documented
    "#);
    let repaired = repaired_against(&app, &link);
    assert_eq!(repaired, link_with("oauth", "forms"));
}

#[test]
fn in_optional_scope_or_left_out_it_is_right() {
    let app = side("\"oauth\"", "", "\"forms\"");
    for link in [link_with("oauth", "forms"), link_with("oauth", "")] {
        assert!(!fires(&against(&app, &link), RULE), "{link}");
    }
}
