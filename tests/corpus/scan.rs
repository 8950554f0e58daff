//! Real code with its calls labelled by hand: what the scan finds is what a reader found.
//!
//! The labels lie outside of the repository; `HUBSCOPE_CORPUS` says where. The labelled files are laid out from clones of
//! their repositories, one folder `owner+name` each; `HUBSCOPE_SCAN_TREE` says where. No other variable is read. A row
//! counts where it is labelled as a call and not as ambiguous.

use std::collections::BTreeMap;
use std::path::PathBuf;

use hubscope::catalog::{Call, Catalog, Method};
use hubscope::scan::{Options, Scan, scan};
use serde_json::Value;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(std::env::var_os(name).unwrap_or_else(|| panic!("{name} names a folder")))
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_default()
}

/// Whether the paths are one: the same endpoint, or segment by segment where a hole is anything.
fn is_same(catalog: &'static Catalog, method: Method, ours: &str, theirs: &str) -> bool {
    let endpoint = |path: &str| {
        let call = Call::new(method, path).ok()?;
        catalog.endpoints().find(&call).map(|found| found.operation.id())
    };
    let plain = |path: &str| path.split('?').next().unwrap_or(path).trim_end_matches('/').to_owned();
    let is_hole = |segment: &str| segment.starts_with('{');
    let (ours, theirs) = (plain(ours), plain(theirs));
    let (a, b): (Vec<&str>, Vec<&str>) = (ours.split('/').collect(), theirs.split('/').collect());
    let fits = a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| a == b || is_hole(a) || is_hole(b));
    fits || (endpoint(&ours).is_some() && endpoint(&ours) == endpoint(&theirs) && a.len() == b.len())
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS and HUBSCOPE_SCAN_TREE"]
fn the_labelled_calls_are_found() {
    let catalog = Catalog::embedded();
    let labels = std::fs::read_to_string(folder("HUBSCOPE_CORPUS").join("scan_truth.jsonl")).expect("the labels");
    let tree = folder("HUBSCOPE_SCAN_TREE");
    let mut scans: BTreeMap<String, Scan> = BTreeMap::new();
    let (mut hits, mut silent, mut rows) = (0_u32, 0_u32, 0_u32);
    for line in labels.lines() {
        let row: Value = serde_json::from_str(line).expect("a row");
        if row["ambiguous"] == true || text(&row, "kind") != "call" {
            continue;
        }
        let repo = text(&row, "repo").replace('/', "+");
        let found = scans.entry(repo.clone()).or_insert_with(|| scan(catalog, &tree.join(&repo), Options::default()));
        let wanted = usize::try_from(row["line"].as_u64().unwrap_or_default()).expect("a line");
        let is_near = |file: &str, line: usize| file == text(&row, "file") && line.abs_diff(wanted) <= 10;
        let method = Method::from_word(text(&row, "method"));
        let hit = found.calls.iter().any(|call| {
            let is_one = |method| is_same(catalog, method, &call.path, text(&row, "path"));
            is_near(&call.file, call.line)
                && method.is_none_or(|method| method.as_str() == call.method)
                && Method::from_word(call.method).is_some_and(is_one)
        });
        rows += 1;
        hits += u32::from(hit);
        if !hit {
            let said = found.unresolved.iter().any(|open| is_near(&open.file, open.line))
                || found.calls.iter().any(|call| is_near(&call.file, call.line));
            silent += u32::from(!said);
            println!("{repo} {}:{wanted} {} {}", text(&row, "file"), text(&row, "method"), text(&row, "path"));
        }
    }
    println!("{hits} of {rows} found, {silent} silent");
    assert!(rows >= 200, "{rows} rows");
    assert!(f64::from(hits) >= 0.97 * f64::from(rows), "{hits} of {rows}");
    assert!(silent <= 1, "{silent} silent");
}
