//! `config/unknown-file`: a file that is no config file.

use crate::rules::config_stage::{APP, file};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/unknown-file";

#[test]
fn a_file_that_is_no_config_file_is_named() {
    let findings = file("settings.json", r#"{"colour": "blue"}"#);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error settings.json: settings.json is no config file of a HubSpot app that is known here, so nothing was read from it.
    at settings.json:1:1 (0..0)
    fix: Give an app-hsmeta.json, a public-app.json, an app.json or the folder of the project.
    developer mends it, documented
    ");
}

#[test]
fn a_config_file_by_itself_needs_no_project() {
    assert!(!fires(&file("app-hsmeta.json", APP), RULE));
}
