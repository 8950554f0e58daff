//! `config/older-format`: an app file of an older format in a current project.

use crate::rules::config_stage::{APP, current};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/older-format";

#[test]
fn an_app_file_of_an_older_format_is_named() {
    let findings = current(&[("src/app/app-hsmeta.json", APP), ("src/app/public-app.json", "{}")]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    note src/app/public-app.json: src/app/public-app.json is not read: it is of an older format than the project's platform version.
    at src/app/public-app.json:1:1 (0..0)
    fix: Remove it, if nothing else uses it.
    developer mends it, documented
    ");
}

#[test]
fn a_project_with_current_files_has_none() {
    assert!(!fires(&current(&[("src/app/app-hsmeta.json", APP)]), RULE));
}

#[test]
fn the_app_json_of_another_tool_is_left_alone() {
    assert!(!fires(&current(&[("src/app/app-hsmeta.json", APP), ("src/ui/app.json", r#"{"expo": {}}"#)]), RULE));
}
