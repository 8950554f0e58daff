//! `config/no-app`: a project without an app.

use hubscope::diagnostic::Diagnostic;

use crate::rules::config_stage::{current, older};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/no-app";

#[test]
fn a_project_without_an_app_is_warned_of() {
    let findings = current(&[("src/app/public-app.json", "{}")]);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    warning hsproject.json: The project has no app that could be read, so it declares no scopes. Files of an older format lie there, which its platform does not use: src/app/public-app.json.
    at hsproject.json:1:1 (0..0)
    fix: Add src/app/app-hsmeta.json with "type": "app".
    developer mends it, documented
    "#);
}

#[test]
fn a_theme_needs_no_app() {
    let findings = older(&[("src/theme/theme.json", "{}")]);
    insta::assert_snapshot!(told(&findings, RULE), @r#"
    note hsproject.json: The project has no app that could be read, so it declares no scopes.
    at hsproject.json:1:1 (0..0)
    fix: Move the project to platform 2026.09, and add src/app/app-hsmeta.json with "type": "app".
    developer mends it, documented
    "#);
}

#[test]
fn an_app_of_the_format_of_the_platform_is_enough() {
    assert!(!fires(&older(&[("src/app/app.json", r#"{"scopes": []}"#)]), RULE));
}

/// The rules that fire, in the order in which they are told.
fn rules(findings: &[Diagnostic]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.rule.id).collect()
}

#[test]
fn the_cause_stands_before_what_it_leads_to() {
    let findings = current(&[("src/app/app-hsmeta.json", "{\n  // why\n}")]);
    assert_eq!(rules(&findings), ["config/invalid-json", RULE]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error src/app/app-hsmeta.json: The app of the project could not be read from src/app/app-hsmeta.json: nothing of it is checked.
    at src/app/app-hsmeta.json:2:3 (4..5)
    fix: Mend src/app/app-hsmeta.json, then check again.
    developer mends it, documented
    ");
}

#[test]
fn a_file_that_may_be_the_app_is_named() {
    let findings = current(&[("src/app/shop-hsmeta.json", "{"), ("src/app/card-hsmeta.json", "{,}")]);
    assert_eq!(rules(&findings), ["config/invalid-json", RULE, "config/invalid-json"]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning hsproject.json: The project has no app that could be read, so no scopes are known. It may stand in src/app/card-hsmeta.json or src/app/shop-hsmeta.json, which could not be read.
    at src/app/card-hsmeta.json:1:2 (1..2)
    fix: Mend src/app/card-hsmeta.json and src/app/shop-hsmeta.json, then check again.
    developer mends it, documented
    ");
}
