//! `scope/open-pattern`: a pattern in which the app object's name is not filled in.

use crate::rules::config_stage::{app, current};
use crate::rules::stage::{fires, told};

const RULE: &str = "scope/open-pattern";

fn settings(name: &str) -> Vec<hubscope::diagnostic::Diagnostic> {
    current(&[("src/app/app-hsmeta.json", &app("\"oauth\"", "", &format!("{name:?}")))])
}

#[test]
fn a_pattern_is_refused_until_the_name_is_filled_in() {
    insta::assert_snapshot!(told(&settings("crm.app.objects.{fqn}.view"), RULE), @r"
    error crm.app.objects.{fqn}.view: crm.app.objects.{fqn}.view is a pattern: its {fqn} stands for the app object's name.
    at src/app/app-hsmeta.json:5:20 (241..269)
    fix: Enter the name with {fqn} filled in, such as a123_name.
    developer mends it, reported
    ");
}

#[test]
fn with_the_name_it_is_taken() {
    assert!(!fires(&settings("crm.app.objects.a123_bike.view"), RULE));
}
