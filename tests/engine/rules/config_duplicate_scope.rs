//! `config/duplicate-scope`: a scope twice in one list.

use crate::rules::config_stage::{auth, older};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/duplicate-scope";

#[test]
fn a_scope_that_stands_twice_in_a_list_is_named_with_the_edit() {
    let findings = auth(
        r#"{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", "tickets", "tickets"]}"#,
    );
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    warning tickets: The scope tickets stands twice under requiredScopes.
    at src/app/app-hsmeta.json:2:113 (185..194)
    fix: Remove one of them.
    edits: [{"op":"remove","file":"src/app/app-hsmeta.json","path":"/config/auth/requiredScopes/2"}]
    developer mends it, documented
    "#);
}

#[test]
fn a_private_app_of_the_older_formats_has_one_list_of_its_own_name() {
    let findings = older(&[("src/app/app.json", r#"{"scopes": ["forms", "forms"], "public": false}"#)]);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    warning forms: The scope forms stands twice under scopes.
    at src/app/app.json:1:22 (21..28)
    fix: Remove one of them.
    edits: [{"op":"remove","file":"src/app/app.json","path":"/scopes/1"}]
    developer mends it, documented
    "#);
}

#[test]
fn scopes_that_differ_are_no_doubled_ones() {
    assert!(!fires(
        &auth(
            r#"{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", "tickets", "Tickets"]}"#
        ),
        RULE
    ));
}
