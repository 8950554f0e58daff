//! `config/undefined-variable`: a variable that no profile defines.

use crate::rules::config_stage::{APP, component, current, with_profile};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/undefined-variable";

#[test]
fn a_variable_that_the_chosen_profile_lacks_is_refused() {
    let findings = with_profile(
        "dev",
        &[
            ("src/app/app-hsmeta.json", APP),
            (
                "src/app/cards/card-hsmeta.json",
                r#"{"uid": "${UID}", "type": "card", "config": {"objectTypes": ["contacts"]}}"#,
            ),
            ("src/hsprofile.dev.json", r#"{"accountId": 1}"#),
        ],
    );
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error UID: The profile dev has no variable UID.
    at src/app/cards/card-hsmeta.json:1:10 (9..15)
    HubSpot: Missing value for UID in src/app/cards/card-hsmeta.json. Add UID to your profile variables.
    fix: Add UID to the variables of src/hsprofile.dev.json.
    developer mends it, documented
    ");
}

#[test]
fn a_variable_that_no_profile_has_is_warned_of() {
    let findings = current(&[
        ("src/app/app-hsmeta.json", APP),
        (
            "src/app/cards/card-hsmeta.json",
            r#"{"uid": "${UID}", "type": "card", "config": {"objectTypes": ["contacts"]}}"#,
        ),
        ("src/hsprofile.dev.json", r#"{"accountId": 1}"#),
    ]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning UID: No profile has the variable UID, so an upload with any of them is refused.
    at src/app/cards/card-hsmeta.json:1:10 (9..15)
    HubSpot: Missing value for UID in src/app/cards/card-hsmeta.json. Add UID to your profile variables.
    fix: Add UID to the variables of dev.
    developer mends it, documented
    ");
}

#[test]
fn without_any_profile_it_is_only_noted() {
    assert!(!fires(&component(r#"{"uid": "${UID}", "type": "card", "config": {"objectTypes": ["contacts"]}}"#), RULE));
}
