//! `config/scope-in-two-types`: a scope in two lists.

use crate::rules::config_stage::{auth, component};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/scope-in-two-types";

#[test]
fn a_scope_in_two_lists_is_refused_and_leaves_the_weaker_one() {
    let findings = auth(
        r#"{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", "tickets"], "optionalScopes": ["forms", "tickets"]}"#,
    );
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    error tickets: The scope tickets stands under requiredScopes and under optionalScopes.
    at src/app/app-hsmeta.json:2:142 (214..223)
    fix: Keep it in one list, for a scope has one type: requiredScopes is the stronger.
    edits: [{"op":"remove","file":"src/app/app-hsmeta.json","path":"/config/auth/optionalScopes/1"}]
    developer mends it, documented
    "#);
}

#[test]
fn the_lists_of_a_component_are_checked_by_themselves() {
    let findings = component(
        r#"{"uid": "p", "type": "page", "config": {}, "permissions": {"requiredScopes": ["forms"], "conditionallyRequiredScopes": ["forms"]}}"#,
    );
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    error forms: The scope forms stands under requiredScopes and under conditionallyRequiredScopes.
    at src/app/parts/part-hsmeta.json:1:121 (120..127)
    fix: Keep it in one list, for a scope has one type: requiredScopes is the stronger.
    edits: [{"op":"remove","file":"src/app/parts/part-hsmeta.json","path":"/permissions/conditionallyRequiredScopes/0"}]
    developer mends it, documented
    "#);
}

#[test]
fn a_scope_in_one_list_is_taken() {
    assert!(!fires(
        &auth(
            r#"{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth"], "optionalScopes": ["tickets"]}"#
        ),
        RULE
    ));
}
