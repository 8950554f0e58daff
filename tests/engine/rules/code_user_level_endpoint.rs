//! `code/user-level-endpoint`: a call that takes tokens of single users only.

use crate::rules::code_stage::{OWNERS, code};
use crate::rules::stage::{fires, told};

const RULE: &str = "code/user-level-endpoint";

/// A call that takes tokens of single users alone.
const STATUS: &str = "fetch('https://api.hubapi.com/commerce/payment-accounts/2026-09-beta/status');\n";

#[test]
fn a_call_for_single_users_is_worth_a_note() {
    let found = code(STATUS, &["oauth"], &[]);
    insta::assert_snapshot!(told(&found, RULE), @r#"
note GET /commerce/payment-accounts/2026-09-beta/status: GET /commerce/payment-accounts/2026-09-beta/status takes tokens of single users only.
at app.js:1:7 (6..6)
fix: Make it with the token of a user-level app.
developer mends it, documented
"#);
}

#[test]
fn other_calls_are_not() {
    let found = code(OWNERS, &["oauth"], &[]);
    assert!(!fires(&found, RULE), "{found:?}");
}
