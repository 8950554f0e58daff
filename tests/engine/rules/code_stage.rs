//! What the tests of the family code share: an app, and a line of its code.

use std::fs;

use hubscope::catalog::Catalog;
use hubscope::check::with_code;
use hubscope::diagnostic::Diagnostic;
use hubscope::plan::Declared;
use hubscope::scan::{Options, findings, scan};

/// What is found in `code`, the only line of an app with these required and optional scopes.
pub(crate) fn code(code: &str, required: &[&str], optional: &[&str]) -> Vec<Diagnostic> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("app.js"), code).unwrap();
    let list = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    let declared = Declared { required: list(required), optional: list(optional), ..Declared::default() };
    let catalog = Catalog::embedded();
    let scan = scan(catalog, folder.path(), Options { tests: false });
    let answer = scan.answer(catalog, &[], Some(&declared));
    with_code(findings(&scan, &answer), scan.calls.len(), &answer.missing, None)
}

/// Reads the owners of records.
pub(crate) const OWNERS: &str = "fetch('https://api.hubapi.com/crm/v3/owners', { method: 'GET' });\n";
