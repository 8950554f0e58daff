//! `config/permissions-unsupported`: component permissions before platform 2026.09.

use crate::rules::config_stage::{APP, component};
use crate::rules::stage::{fires, project, told};

const RULE: &str = "config/permissions-unsupported";

#[test]
fn permissions_before_2026_09_are_refused() {
    let findings = project(&[
        ("hsproject.json", r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.03"}"#),
        ("src/app/app-hsmeta.json", APP),
        (
            "src/app/pages/page-hsmeta.json",
            r#"{"uid": "p", "type": "page", "config": {}, "permissions": {"requiredScopes": ["tickets"]}}"#,
        ),
    ]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error permissions: src/app/pages/page-hsmeta.json asks for scopes itself, which platform 2026.03 does not take.
    at src/app/pages/page-hsmeta.json:1:59 (58..89)
    HubSpot: The “permissions” field is not supported on platform version “2026.03”. Upgrade to “2026.09” or later to use component-level permissions.
    fix: Declare the scopes in the app's auth, or move the project to platform 2026.09.
    developer mends it, documented
    ");
}

#[test]
fn permissions_on_2026_09_are_taken() {
    assert!(!fires(
        &component(r#"{"uid": "p", "type": "page", "config": {}, "permissions": {"requiredScopes": ["tickets"]}}"#),
        RULE
    ));
}
