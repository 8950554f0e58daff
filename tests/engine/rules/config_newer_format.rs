//! `config/newer-format`: a component file in a project of an older platform.

use crate::rules::config_stage::{APP, current, older};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/newer-format";

#[test]
fn a_component_in_an_older_project_is_named() {
    let findings = older(&[("src/app/app.json", r#"{"scopes": []}"#), ("src/app/app-hsmeta.json", APP)]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning src/app/app-hsmeta.json: src/app/app-hsmeta.json is not read: it is of a newer format than the project's platform version.
    at src/app/app-hsmeta.json:1:1 (0..0)
    fix: Move the project to platform 2026.09, or remove the file.
    developer mends it, documented
    ");
}

#[test]
fn a_component_in_a_current_project_is_at_home() {
    assert!(!fires(&current(&[("src/app/app-hsmeta.json", APP)]), RULE));
}
