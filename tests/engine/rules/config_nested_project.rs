//! `config/nested-project`: a project within a project.

use crate::rules::config_stage::{APP, SETTINGS, current};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/nested-project";

#[test]
fn a_project_within_a_project_is_named() {
    let findings = current(&[("src/app/app-hsmeta.json", APP), ("src/inner/hsproject.json", SETTINGS)]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    note src/inner: The folder src/inner is a project of its own, so it is not read as a part of this one.
    at src/inner/hsproject.json:1:1 (0..0)
    fix: Give src/inner as the target to read that project.
    developer mends it, documented
    ");
}

#[test]
fn a_project_beside_the_source_folder_is_none_of_its_business() {
    assert!(!fires(&current(&[("src/app/app-hsmeta.json", APP), ("other/hsproject.json", SETTINGS)]), RULE));
}
