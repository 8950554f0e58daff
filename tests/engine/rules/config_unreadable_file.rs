//! `config/unreadable-file`: a file that could not be read.

use crate::rules::config_stage::older;
use crate::rules::stage::{fires, project, told};

const RULE: &str = "config/unreadable-file";

#[test]
fn a_card_that_an_app_names_and_that_is_not_there_is_named() {
    let findings = older(&[(
        "src/app.json",
        r#"{"scopes": [], "extensions": {"crm": {"cards": [{"file": "./cards/one.json"}, {"file": "../../secret.json"}]}}}"#,
    )]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning ./cards/one.json: ./cards/one.json was not read: it does not exist. What it declares is missing here.
    at src/app.json:1:58 (57..75)
    fix: Name a file under the srcDir, by its path from the folder of the app.
    developer mends it, documented
    warning ../../secret.json: ../../secret.json was not read: it does not exist. What it declares is missing here.
    at src/app.json:1:88 (87..106)
    fix: Name a file under the srcDir, by its path from the folder of the app.
    developer mends it, documented
    ");
}

#[test]
fn a_folder_without_a_project_is_an_error() {
    let findings = project(&[("src/x.json", "{}")]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error hsproject.json: hsproject.json was not read: it does not exist. What it declares is missing here.
    at hsproject.json:1:1 (0..0)
    fix: Give the folder that has an hsproject.json, or one config file.
    developer mends it, documented
    ");
}

#[test]
fn a_card_that_is_there_is_read() {
    assert!(!fires(
        &older(&[
            ("src/app.json", r#"{"scopes": [], "extensions": {"crm": {"cards": [{"file": "./cards/../one.json"}]}}}"#),
            ("src/cards/x.json", "{}"),
            ("src/one.json", r#"{"type": "crm-card", "data": {"objectTypes": []}}"#)
        ]),
        RULE
    ));
}
