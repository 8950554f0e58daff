//! `code/scope-missing`: a call that none of the declared scopes allows.

use crate::rules::code_stage::{OWNERS, code};
use crate::rules::stage::{fires, told};

const RULE: &str = "code/scope-missing";

/// Reads contacts, which HubSpot documents.
const CONTACTS: &str = "fetch('https://api.hubapi.com/crm/v3/objects/contacts', { method: 'GET' });\n";

#[test]
fn a_call_without_its_scope_is_an_error() {
    let found = code(CONTACTS, &["oauth"], &[]);
    insta::assert_snapshot!(told(&found, RULE), @r#"
error crm.objects.contacts.read: GET /crm/v3/objects/contacts needs crm.objects.contacts.read, and no declared scope allows it.
at app.js:1:7 (6..6)
fix: Declare crm.objects.contacts.read as a required scope.
developer mends it, documented
"#);
}

#[test]
fn a_call_whose_need_is_only_reported_is_a_warning() {
    let found = code(OWNERS, &["oauth"], &[]);
    insta::assert_snapshot!(told(&found, RULE), @r#"
warning crm.objects.owners.read: GET /crm/v3/owners needs crm.objects.owners.read (reported), and no declared scope allows it.
at app.js:1:7 (6..6)
fix: Declare crm.objects.owners.read as a required scope.
developer mends it, reported
"#);
}

#[test]
fn a_declared_scope_allows_it() {
    let found = code(OWNERS, &["oauth", "crm.objects.owners.read"], &[]);
    assert!(!fires(&found, RULE), "{found:?}");
}
