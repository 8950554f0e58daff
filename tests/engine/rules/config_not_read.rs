//! `config/not-read`: what is passed over, and why.

use crate::rules::config_stage::{APP, current, older};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/not-read";

#[test]
fn what_an_older_app_has_beyond_what_is_known_is_named() {
    let findings = older(&[
        ("src/app/app.json", r#"{"scopes": [], "appEvents": [{"file": "x.json"}]}"#),
        ("src/app/functions/serverless.json", "{}"),
    ]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    note appEvents: appEvents is not known in src/app/app.json, so no scope is counted for it.
    at src/app/app.json:1:29 (28..48)
    developer mends it, inferred
    note src/app/functions/serverless.json: src/app/functions/serverless.json is not read: an app's functions lie in a folder whose name ends in .functions.
    at src/app/functions/serverless.json:1:1 (0..0)
    developer mends it, inferred
    ");
}

#[test]
fn a_profile_outside_of_the_source_folder_is_named() {
    let findings = current(&[("src/app/app-hsmeta.json", APP), ("src/app/hsprofile.qa.json", "{}")]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    note src/app/hsprofile.qa.json: src/app/hsprofile.qa.json is not read: HubSpot reads profiles that lie directly in the srcDir.
    at src/app/hsprofile.qa.json:1:1 (0..0)
    developer mends it, documented
    ");
}

#[test]
fn what_is_known_is_read() {
    assert!(!fires(
        &older(&[
            ("src/app/app.json", r#"{"name": "Shop", "scopes": []}"#),
            ("src/app/app.functions/serverless.json", r#"{"appFunctions": {}}"#)
        ]),
        RULE
    ));
}
