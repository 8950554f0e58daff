//! The table of the config family: every id that the project's readers use has its row, and no row is for nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hubscope::check::all_rules;
use hubscope::diagnostic::Severity;

fn ids_in(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            ids_in(&path, found);
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        found.extend(text.split('"').filter(|part| part.starts_with("config/")).map(str::to_owned));
    }
}

#[test]
fn every_id_of_the_readers_is_in_the_table_and_the_other_way_round() {
    let mut used = BTreeSet::new();
    ids_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/project"), &mut used);
    let listed: BTreeSet<String> =
        all_rules().map(|rule| rule.id).filter(|id| id.starts_with("config/")).map(str::to_owned).collect();
    assert_eq!(used, listed);
}

#[test]
fn every_rule_says_when_it_fires_and_has_a_test_of_its_name() {
    for rule in all_rules().filter(|rule| rule.id.starts_with("config/")) {
        assert!(rule.summary.ends_with('.') && !rule.source.is_empty(), "{}", rule.id);
        let name = rule.id.replace(['/', '-'], "_");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/rules/{name}.rs"));
        assert!(file.is_file(), "{} has no test", rule.id);
    }
    let retired = hubscope::check::rule("config/retired-platform").unwrap();
    assert_eq!(retired.severity, Severity::Warning);
}
