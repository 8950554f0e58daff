//! `scope/super-admin`: a scope that only a Super Admin can grant, where it must be granted.

use crate::rules::config_stage::{app, current};
use crate::rules::stage::{fires, link, link_with, told};

const RULE: &str = "scope/super-admin";

#[test]
fn a_scope_that_must_be_granted_by_a_super_admin_is_warned_of() {
    insta::assert_snapshot!(told(&link(&link_with("oauth crm.export", "")), RULE), @r"
    warning crm.export: crm.export can be granted by a Super Admin only, so nobody else can install.
    at <link>:1:158 (157..167)
    fix: Make it optional: it is then left out for other installers.
    developer mends it, documented
    ");
    let files = app("\"oauth\", \"crm.export\"", "", "");
    insta::assert_snapshot!(told(&current(&[("src/app/app-hsmeta.json", &files)]), RULE), @r"
    warning crm.export: crm.export can be granted by a Super Admin only, so nobody else can install.
    at src/app/app-hsmeta.json:3:29 (186..198)
    fix: Make it optional: it is then left out for other installers.
    developer mends it, documented
    ");
}

#[test]
fn what_is_only_reported_is_a_note() {
    let findings = link(&link_with("oauth crm.objects.contacts.sensitive.read", ""));
    insta::assert_snapshot!(told(&findings, RULE), @r"
    note crm.objects.contacts.sensitive.read: crm.objects.contacts.sensitive.read can be granted by a Super Admin only, so nobody else can install.
    at <link>:1:158 (157..192)
    fix: Make it optional: it is then left out for other installers.
    developer mends it, reported
    ");
}

#[test]
fn an_optional_one_may_be_left_out() {
    assert!(!fires(&link(&link_with("oauth", "crm.export")), RULE));
    let files = app("\"oauth\"", "", "\"crm.export\"");
    assert!(!fires(&current(&[("src/app/app-hsmeta.json", &files)]), RULE));
}
