//! `config/several-apps`: more than one app.

use crate::rules::config_stage::{APP, current, older};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/several-apps";

#[test]
fn two_apps_in_one_project_are_refused() {
    let findings = current(&[("src/a/app-hsmeta.json", APP), ("src/b/app-hsmeta.json", APP)]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error src/a/app-hsmeta.json: The project has 2 apps, but HubSpot takes one: src/a/app-hsmeta.json, src/b/app-hsmeta.json.
    at src/b/app-hsmeta.json:1:1 (0..0)
    fix: Keep one app file, and make the others projects of their own.
    developer mends it, documented
    ");
}

#[test]
fn of_the_older_formats_it_is_not_certain() {
    let findings = older(&[
        ("src/app/app.json", r#"{"scopes": []}"#),
        (
            "src/app/public-app.json",
            r#"{"auth": {"redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth"]}}"#,
        ),
    ]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning src/app/app.json: The project has 2 apps, but HubSpot takes one: src/app/app.json, src/app/public-app.json.
    at src/app/public-app.json:1:1 (0..0)
    fix: Keep one app file, and make the others projects of their own.
    developer mends it, inferred
    ");
}

#[test]
fn one_app_is_taken() {
    assert!(!fires(&current(&[("src/app/app-hsmeta.json", APP)]), RULE));
}
