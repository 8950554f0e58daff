//! `config/unknown-platform`: a platform version that HubSpot does not have.

use crate::rules::config_stage::{APP, platform};
use crate::rules::stage::{fires, project, told};

const RULE: &str = "config/unknown-platform";

#[test]
fn a_platform_that_hubspot_does_not_have_is_refused() {
    let findings = platform("2026.9");
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error 2026.9: Platform version 2026.9 is not one that HubSpot is known to have.
    at hsproject.json:1:54 (53..61)
    fix: Set platformVersion to a current version, such as 2026.09.
    developer mends it, documented
    ");
}

#[test]
fn a_project_without_a_platform_is_refused() {
    let findings = project(&[("hsproject.json", r#"{"name": "shop", "srcDir": "src"}"#), ("src/app-hsmeta.json", APP)]);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    error platformVersion: The project names no platform version, so HubSpot cannot build it.
    at hsproject.json:1:1 (0..33)
    fix: Add "platformVersion": "2026.09" to hsproject.json.
    developer mends it, documented
    "#);
}

#[test]
fn a_platform_that_is_known_is_taken() {
    assert!(!fires(&platform("2027.03-beta"), RULE));
}
