//! `config/source-folder`: a srcDir that is not there.

use crate::rules::config_stage::APP;
use crate::rules::stage::{fires, project, told};

const RULE: &str = "config/source-folder";

#[test]
fn a_source_folder_outside_of_the_project_is_refused() {
    let findings = project(&[("hsproject.json", r#"{"name": "shop", "srcDir": "..", "platformVersion": "2026.09"}"#)]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error srcDir: The srcDir .. was not read: it lies outside of the project. No app and no component of the project is known.
    at hsproject.json:1:28 (27..31)
    fix: Set srcDir in hsproject.json to the folder of the components.
    developer mends it, documented
    ");
}

#[test]
fn a_source_folder_of_another_name_is_taken() {
    assert!(!fires(
        &project(&[
            ("hsproject.json", r#"{"name": "shop", "srcDir": "./app", "platformVersion": "2026.09"}"#),
            ("app/app-hsmeta.json", APP)
        ]),
        RULE
    ));
}
