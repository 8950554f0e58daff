//! `code/not-read`: a file that names HubSpot's API and was not read whole.

use crate::rules::code_stage::{OWNERS, code};
use crate::rules::stage::{fires, told};

const RULE: &str = "code/not-read";

#[test]
fn a_file_with_a_slip_is_worth_a_note() {
    let found = code(&format!("{OWNERS}const a = ((1;\n"), &["oauth"], &[]);
    insta::assert_snapshot!(told(&found, RULE), @r#"
note app.js: It names HubSpot, and a part of it could not be parsed and was searched line by line only.
at app.js:1:1 (0..0)
fix: Look whether it calls HubSpot: what it needs may not be counted.
developer mends it, documented
"#);
}

#[test]
fn while_a_file_is_not_read_whole_nothing_is_called_unused() {
    let declared = &["oauth", "crm.lists.read", "crm.objects.owners.read"];
    assert!(fires(&code(OWNERS, declared, &[]), "code/scope-unused"));
    let broken = code(&format!("{OWNERS}const a = ((1;\n"), declared, &[]);
    assert!(!fires(&broken, "code/scope-unused"), "{broken:?}");
}

#[test]
fn a_file_that_is_read_whole_is_not() {
    let found = code(OWNERS, &["oauth"], &[]);
    assert!(!fires(&found, RULE), "{found:?}");
}
