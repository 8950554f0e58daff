//! `code/unresolved-call`: what looks like a call and is not determined.

use crate::rules::code_stage::{OWNERS, code};
use crate::rules::stage::{fires, told};

const RULE: &str = "code/unresolved-call";

#[test]
fn what_cannot_be_followed_is_listed() {
    let found = code("fetch(\"https://api.hubapi.com/\" + path(), { method: verb() });\n", &["oauth"], &[]);
    insta::assert_snapshot!(told(&found, RULE), @r#"
note app.js: This looks like a call of HubSpot, and the path is put together from values that are not known here.
at app.js:1:1 (0..0)
fix: Look at it: its scopes are not counted.
developer mends it, inferred
"#);
}

#[test]
fn a_call_that_is_known_is_not() {
    let found = code(OWNERS, &["oauth", "crm.objects.owners.read"], &[]);
    assert!(!fires(&found, RULE), "{found:?}");
}
