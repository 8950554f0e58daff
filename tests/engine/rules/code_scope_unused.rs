//! `code/scope-unused`: a declared scope that nothing needs.

use crate::rules::code_stage::{OWNERS, code};
use crate::rules::stage::{fires, told};

const RULE: &str = "code/scope-unused";

#[test]
fn a_scope_that_no_call_needs_is_named() {
    let found = code(OWNERS, &["oauth", "crm.objects.owners.read", "crm.import"], &[]);
    insta::assert_snapshot!(told(&found, RULE), @r#"
warning crm.import: crm.import is declared, and no call, webhook, card or component that was found needs it.
fix: Remove it, unless something outside of this code needs it.
developer mends it, inferred
"#);
}

#[test]
fn without_a_call_nothing_is_known_of_use() {
    let found = code("const x = 1;\n", &["oauth", "crm.import"], &[]);
    assert!(!fires(&found, RULE), "{found:?}");
}
