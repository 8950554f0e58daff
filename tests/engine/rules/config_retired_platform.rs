//! `config/retired-platform`: a platform version that is retired.

use crate::rules::config_stage::platform;
use crate::rules::stage::{fires, told};

const RULE: &str = "config/retired-platform";

#[test]
fn a_platform_that_no_longer_builds_is_a_warning() {
    let findings = platform("2025.1");
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning 2025.1: Platform version 2025.1 is retired since 2026-08-01: it no longer builds or deploys.
    at hsproject.json:1:54 (53..61)
    fix: Migrate the project to platform 2026.09.
    developer mends it, documented
    ");
}

#[test]
fn a_platform_that_still_runs_is_a_note() {
    let findings = platform("2023.2");
    insta::assert_snapshot!(told(&findings, RULE), @r"
    note 2023.2: Platform version 2023.2 still runs, but is refused for new listings and certifications since 2026-11-02.
    at hsproject.json:1:54 (53..61)
    fix: Migrate the project to platform 2026.09.
    developer mends it, documented
    ");
}

#[test]
fn a_current_platform_is_taken() {
    assert!(!fires(&platform("2025.2"), RULE));
}
