//! `config/further-problems`: more problems in one file than are listed.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/further-problems";

#[test]
fn problems_above_two_hundred_are_counted() {
    let findings = auth(&format!(r#"{{"type": "static", "requiredScopes": [{}"tickets"]}}"#, "1, ".repeat(250)));
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error src/app/app-hsmeta.json: 50 further problems of src/app/app-hsmeta.json are not listed. Mend these first.
    at src/app/app-hsmeta.json:1:1 (0..0)
    developer mends it, documented
    ");
}

#[test]
fn two_hundred_problems_are_all_listed() {
    assert!(!fires(
        &auth(&format!(r#"{{"type": "static", "requiredScopes": [{}"tickets"]}}"#, "1, ".repeat(200))),
        RULE
    ));
}
