//! The table of rules: every id that the program uses has its row, every row is used, and has a test of its name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use hubscope::check::{all_rules, check_rules, rule};
use hubscope::diagnostic::Severity;

/// The families of rules.
const FAMILIES: [&str; 9] = ["plan/", "code/", "account/", "url/", "scope/", "match/", "config/", "feature/", "lock/"];
/// Put together of two parts: every entry of `redirectUrls` is checked as the address of a link is.
const PUT_TOGETHER: &str = "config/redirect-";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every quoted word of the sources that looks like an id, with a file that has it, told from the root: the folder that
/// the project lies in may have any name.
fn ids_in(folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            ids_in(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let is_id = |part: &&str| {
            let (family, name) = part.split_once('/').unwrap_or_default();
            !family.is_empty() && !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        };
        let ids = text.split('"').filter(is_id).map(str::to_owned);
        let file = path.strip_prefix(root()).unwrap().display().to_string();
        found.extend(ids.map(|id| (id, file.clone())));
    }
}

#[test]
fn every_id_of_a_family_has_its_row_and_no_row_is_for_nothing() {
    let mut found = BTreeMap::new();
    ids_in(&root().join("src"), &mut found);
    let of_family = |id: &&String| FAMILIES.iter().any(|family| id.starts_with(family)) && *id != PUT_TOGETHER;
    let used: BTreeSet<&str> = found.keys().filter(of_family).map(String::as_str).collect();
    let listed: BTreeSet<&str> = all_rules().map(|rule| rule.id).collect();
    assert_eq!(used, listed);
    assert_eq!(listed.len(), all_rules().count(), "an id stands once in the table");
}

/// What `url` and the configurator say of a plan; `check` asks nothing of plans.
#[test]
fn the_ids_of_plans_are_told_by_no_check() {
    let mut found = BTreeMap::new();
    ids_in(&root().join("src"), &mut found);
    let of_check: BTreeSet<&str> = check_rules().map(|rule| rule.id).collect();
    for rule in all_rules().filter(|rule| !of_check.contains(rule.id)) {
        let file = &found[rule.id];
        assert!(rule.id.starts_with("plan/"), "{}", rule.id);
        assert!(!file.contains("/check/") && !file.contains("/project/"), "{} in {file}", rule.id);
    }
}

#[test]
fn every_rule_says_when_it_fires_and_that_of_a_check_has_a_test_of_its_name() {
    let main = fs::read_to_string(root().join("tests/engine/rules/mod.rs")).unwrap();
    for rule in all_rules() {
        assert!(rule.summary.ends_with('.') && !rule.source.is_empty(), "{}", rule.id);
    }
    for rule in check_rules() {
        let name = rule.id.replace(['/', '-'], "_");
        let file = root().join(format!("tests/engine/rules/{name}.rs"));
        let text = fs::read_to_string(file).unwrap_or_else(|_| panic!("{} has no test", rule.id));
        assert!(text.contains("insta::assert_snapshot!"), "{} has no snapshot", rule.id);
        assert!(text.contains("!fires("), "{} has no case where it is quiet", rule.id);
        assert!(main.contains(&format!("mod {name};")), "{} is not run", rule.id);
    }
}

/// The severities of the rules that have one, as they are promised.
#[test]
fn the_severities_are_those_that_are_promised() {
    use Severity::{Error, Note, Warning};
    for (id, severity) in [
        ("url/missing-oauth", Warning),
        ("url/missing-state", Note),
        ("url/region-pinned", Note),
        ("scope/unknown", Error),
        ("scope/retired", Error),
        ("scope/legacy", Warning),
        ("scope/misspelt", Error),
        ("scope/user-level-only", Error),
        ("scope/not-user-level", Error),
        ("scope/client-credentials-only", Error),
        ("scope/internal", Error),
        ("scope/sensitive-approval", Warning),
        ("scope/super-admin", Warning),
        ("match/required-missing", Error),
        ("match/not-configured", Error),
        ("match/conditional-in-optional", Error),
        ("match/optional-in-scope", Error),
        ("match/redirect-not-registered", Error),
        ("config/invalid-json", Error),
        ("config/retired-platform", Warning),
        ("config/scope-in-two-types", Error),
        ("config/missing-oauth", Warning),
        ("config/static-redirects", Note),
        ("config/no-project", Error),
        ("feature/scope-missing", Error),
        ("feature/scope-missing-inactive", Warning),
        ("feature/scope-not-required", Warning),
        ("feature/deprecated", Warning),
    ] {
        assert_eq!(rule(id).map(|rule| rule.severity), Some(severity), "{id}");
    }
}
