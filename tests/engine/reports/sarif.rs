//! SARIF: its structure, and the official schema where that is at hand.

use std::path::PathBuf;

use hubscope::check::report::sarif;
use serde_json::Value;

use crate::reports::stage::{clean, link, project};

fn value() -> Value {
    serde_json::from_str(&sarif(&[link(), project(), clean()])).unwrap()
}

#[test]
fn every_finding_is_a_result_of_a_named_rule() {
    insta::assert_snapshot!("sarif", sarif(&[link(), project()]).replace(env!("CARGO_PKG_VERSION"), "VERSION"));
    let value = value();
    let run = &value["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 6);
    let mut prints = std::collections::BTreeSet::new();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        assert!(prints.insert(result["partialFingerprints"].to_string()));
    }
}

#[test]
fn a_fingerprint_is_the_same_wherever_the_line_is() {
    let mut moved = project();
    for finding in &mut moved.diagnostics {
        if let Some(span) = &mut finding.span {
            span.line += 7;
        }
    }
    let prints = |text: &str| -> Vec<String> {
        let value: Value = serde_json::from_str(text).unwrap();
        let results = value["runs"][0]["results"].as_array().unwrap();
        results.iter().map(|result| result["partialFingerprints"].to_string()).collect()
    };
    assert_eq!(prints(&sarif(&[moved])), prints(&sarif(&[project()])));
    // Two that look alike are two.
    let twice = prints(&sarif(&[project(), project()]));
    assert_eq!(twice.iter().collect::<std::collections::BTreeSet<_>>().len(), twice.len());
}

#[test]
#[ignore = "needs HUBSCOPE_SARIF_SCHEMA, the official schema"]
fn the_official_schema_accepts_it() {
    let path =
        PathBuf::from(std::env::var_os("HUBSCOPE_SARIF_SCHEMA").expect("HUBSCOPE_SARIF_SCHEMA names the schema"));
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut compiler = boon::Compiler::new();
    compiler.enable_format_assertions();
    compiler.add_resource("https://sarif.example/schema.json", schema).unwrap();
    let mut schemas = boon::Schemas::new();
    let index = compiler.compile("https://sarif.example/schema.json", &mut schemas).unwrap();
    for value in [value(), serde_json::from_str(&sarif(&[])).unwrap()] {
        if let Err(error) = schemas.validate(&value, index) {
            panic!("{error:#}");
        }
    }
    let mut wrong = value();
    wrong["runs"][0]["results"][0]["level"] = "fatal".into();
    assert!(schemas.validate(&wrong, index).is_err(), "the schema looks at nothing");
}
