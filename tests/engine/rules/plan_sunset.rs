//! `plan/sunset`: HubSpot ends something that the app uses, before the day that was asked for.

use hubscope::catalog::Catalog;
use hubscope::check::check_project;
use hubscope::diagnostic::Diagnostic;
use hubscope::plan::Plan;
use hubscope::project::Project;

use crate::rules::stage::{fires, told};

const RULE: &str = "plan/sunset";

/// What is found in a project of platform 2025.2 by the rules of `day`.
fn on(day: &str) -> Vec<Diagnostic> {
    let folder = tempfile::tempdir().unwrap();
    let app = r#"{"uid": "a", "type": "app", "config": {"name": "A", "distribution": "private", "auth": {"type": "oauth",
        "redirectUrls": ["https://shop.example/cb"], "requiredScopes": ["oauth"]}}}"#;
    std::fs::create_dir(folder.path().join("src")).unwrap();
    std::fs::write(folder.path().join("src/app-hsmeta.json"), app).unwrap();
    let settings = r#"{"name": "a", "srcDir": "src", "platformVersion": "2025.2"}"#;
    std::fs::write(folder.path().join("hsproject.json"), settings).unwrap();
    let catalog = Catalog::embedded();
    let project = Project::read(folder.path(), catalog);
    let plan = Plan { as_of: Some(day.parse().unwrap()), ..project.plan() };
    check_project(catalog, ".", &project, &plan).diagnostics
}

#[test]
fn a_platform_that_ends_before_the_day_is_named() {
    insta::assert_snapshot!(told(&on("2027-09-01"), RULE), @r#"
note 2025.2: Support for platform version 2025.2 ends with about 2027-03-31. It concerns 2025.2.
fix: Move the project to platform 2026.09: a build on an unsupported version fails.
developer mends it, inferred
"#);
}

#[test]
fn today_nothing_has_ended() {
    let found = on("2026-11-21");
    assert!(!fires(&found, RULE), "{found:?}");
}
