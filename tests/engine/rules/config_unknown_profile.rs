//! `config/unknown-profile`: a profile that is not there.

use crate::rules::config_stage::{APP, with_profile};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/unknown-profile";

#[test]
fn a_profile_that_is_not_there_is_named_with_those_that_are() {
    let findings =
        with_profile("qa", &[("src/app/app-hsmeta.json", APP), ("src/hsprofile.dev.json", r#"{"accountId": 1}"#)]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error qa: The project has no profile qa: there is no hsprofile.qa.json in its srcDir.
    at hsproject.json:1:1 (0..0)
    HubSpot: Failed to load profile hsprofile.qa.json
    fix: Use one of: dev.
    developer mends it, documented
    ");
}

#[test]
fn a_profile_that_is_there_is_taken() {
    assert!(!fires(
        &with_profile("dev", &[("src/app/app-hsmeta.json", APP), ("src/hsprofile.dev.json", r#"{"accountId": 1}"#)]),
        RULE
    ));
}
