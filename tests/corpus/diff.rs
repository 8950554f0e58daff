//! A change that a real project made after complaints: what is said of it.
//!
//! The collection lies outside of the repository; `HUBSCOPE_CORPUS` says where.

use std::path::PathBuf;

use hubscope::catalog::Catalog;
use hubscope::diff::{Side, diff};
use hubscope::plan::Declared;
use serde_json::Value;

fn side(name: &str, lists: &Value) -> Side {
    let names =
        |key: &str| lists[key].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let declared = Declared {
        required: names("requiredScopes"),
        conditional: names("conditionallyRequiredScopes"),
        optional: names("optionalScopes"),
    };
    Side::of_declared(name, &declared)
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn a_change_from_the_collection_is_answered_as_its_people_learned_it() {
    let folder = PathBuf::from(std::env::var_os("HUBSCOPE_CORPUS").expect("HUBSCOPE_CORPUS names the collection"));
    let text = std::fs::read_to_string(folder.join("fixtures.jsonl")).expect("fixtures.jsonl");
    let rows = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut seen = 0;
    for row in rows.filter(|row| row["kind"] == "diff") {
        let found = diff(Catalog::embedded(), &side("old", &row["old"]), &side("new", &row["new"]));
        let answer = &row["answer"];
        assert_eq!(answer["reconnect"], found.reconnect.answer.as_str());
        assert_eq!(answer["old"], found.links.left.as_str());
        let gained: Vec<String> = found.reach.tiers.gained.iter().map(|level| level.as_str().to_lowercase()).collect();
        assert_eq!(answer["tiers_gained"], serde_json::json!(gained));
        seen += 1;
    }
    assert!(seen > 0, "the collection has a change");
}
