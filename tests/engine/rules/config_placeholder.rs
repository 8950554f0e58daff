//! `config/placeholder`: a profile variable that is left open.

use crate::rules::config_stage::{APP, component, current, with_profile};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/placeholder";

#[test]
fn an_open_variable_is_noted_with_the_profiles_that_define_it() {
    let findings = current(&[
        ("src/app/app-hsmeta.json", APP),
        (
            "src/app/cards/card-hsmeta.json",
            r#"{"uid": "${UID}", "type": "card", "config": {"objectTypes": ["contacts"]}}"#,
        ),
        ("src/hsprofile.dev.json", r#"{"accountId": 1, "variables": {"UID": "card"}}"#),
        ("src/hsprofile.prod.json", r#"{"accountId": 2, "variables": {}}"#),
    ]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    note UID: The profile variable UID is left open: what it stands for is not checked. dev defines it. An upload with prod is refused, for it is not defined there.
    at src/app/cards/card-hsmeta.json:1:10 (9..15)
    fix: Name a profile to check the project with its values.
    developer mends it, documented
    ");
}

#[test]
fn without_a_profile_the_note_says_so() {
    let findings = component(r#"{"uid": "${UID}", "type": "card", "config": {"objectTypes": ["contacts"]}}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    note UID: The profile variable UID is left open, for the project has no profile that is read here: what it stands for is not checked.
    at src/app/parts/part-hsmeta.json:1:10 (9..15)
    developer mends it, documented
    ");
}

#[test]
fn a_variable_of_the_chosen_profile_is_filled_in() {
    assert!(!fires(
        &with_profile(
            "dev",
            &[
                ("src/app/app-hsmeta.json", APP),
                (
                    "src/app/cards/card-hsmeta.json",
                    r#"{"uid": "${UID}", "type": "card", "config": {"objectTypes": ["contacts"]}}"#
                ),
                ("src/hsprofile.dev.json", r#"{"accountId": 1, "variables": {"UID": "card"}}"#)
            ]
        ),
        RULE
    ));
}
