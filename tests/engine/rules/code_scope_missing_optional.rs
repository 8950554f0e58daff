//! `code/scope-missing-optional`: a call that only an optional scope allows.

use crate::rules::code_stage::{OWNERS, code};
use crate::rules::stage::{fires, told};

const RULE: &str = "code/scope-missing-optional";

#[test]
fn a_call_that_an_optional_scope_allows_must_cope_without() {
    let found = code(OWNERS, &["oauth"], &["crm.objects.owners.read"]);
    insta::assert_snapshot!(told(&found, RULE), @r#"
warning crm.objects.owners.read: GET /crm/v3/owners needs crm.objects.owners.read, which not every install grants: it is only optional or conditionally required.
at app.js:1:7 (6..6)
fix: Let the code cope without it, or make the scope required.
developer mends it, documented
"#);
}

#[test]
fn a_required_scope_is_enough() {
    let found = code(OWNERS, &["oauth", "crm.objects.owners.read"], &[]);
    assert!(!fires(&found, RULE), "{found:?}");
}
