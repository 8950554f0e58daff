//! What the tests of the scan share: files made up on the spot, and what is found in them as lines.

use std::fs;

use hubscope::catalog::Catalog;
use hubscope::scan::{Options, Scan, scan};

/// The scan of these files.
pub(crate) fn scanned(files: &[(&str, &str)]) -> Scan {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    scan(Catalog::embedded(), folder.path(), Options::default())
}

/// Method and path of each call, sorted, holes as `{}`.
pub(crate) fn calls(files: &[(&str, &str)]) -> Vec<String> {
    let scan = scanned(files);
    let plain = |path: &str| {
        let plain = |segment: &str| {
            if segment.starts_with('{') && !segment.contains("bjectType") {
                "{}".to_owned()
            } else {
                segment.to_owned()
            }
        };
        path.split('/').map(plain).collect::<Vec<_>>().join("/")
    };
    let mut calls: Vec<String> =
        scan.calls.iter().map(|call| format!("{} {}", call.method, plain(&call.path))).collect();
    calls.sort();
    calls.dedup();
    calls
}

/// Asserts that one file with this code has exactly these calls.
#[track_caller]
pub(crate) fn expect(name: &str, code: &str, wanted: &[&str]) {
    assert_eq!(calls(&[(name, code)]), wanted, "in\n{code}");
}
