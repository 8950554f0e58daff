//! `config/no-project`: a folder without a project.

use hubscope::check::no_project;

use crate::rules::config_stage::{APP, current};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/no-project";

#[test]
fn a_folder_without_a_project_says_where_it_was_looked_for() {
    let checked = no_project("shop/docs");
    assert_eq!((checked.target.as_str(), checked.kind, checked.parsed), ("shop/docs", "project", None));
    insta::assert_snapshot!(told(&checked.diagnostics, RULE), @r"
    error shop/docs: shop/docs is no HubSpot project: there is no hsproject.json in it, above it or below it.
    fix: Name the project's folder, or make one with HubSpot's command line: hs project create.
    developer mends it, documented
    ");
}

#[test]
fn a_project_is_one() {
    assert!(!fires(&current(&[("src/app/app-hsmeta.json", APP)]), RULE));
}
