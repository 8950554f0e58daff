//! `config/no-app`: a project without an app.

use crate::config_stage::{current, older};
use crate::stage::{fires, told};

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
