//! The table of rules: every id that the program uses has its row, every row is used, and has a test of its name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use hubscope::diagnostic::{Rule, Severity, rule};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sources by their names, told from the root: the folder that the project lies in may have any name.
fn sources(folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            found.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

fn all_sources() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    sources(&root().join("src"), &mut found);
    found
}

/// `rule::URL_MISSING_SCOPE`, as the sources write `url/missing-scope`.
fn constant(rule: &Rule) -> String {
    format!("rule::{}", rule.id.replace(['/', '-'], "_").to_uppercase())
}

/// The sources with this constant.
fn users<'a>(sources: &'a BTreeMap<String, String>, rule: &Rule) -> Vec<&'a str> {
    let name = constant(rule);
    let has = |text: &str| text.match_indices(&name).any(|(at, _)| !text[at + name.len()..].starts_with(is_of_name));
    sources.iter().filter(|(_, text)| has(text)).map(|(file, _)| file.as_str()).collect()
}

fn is_of_name(sign: char) -> bool {
    sign == '_' || sign.is_ascii_alphanumeric()
}

#[test]
fn no_row_is_for_nothing() {
    let sources = all_sources();
    for rule in rule::all() {
        assert!(!users(&sources, rule).is_empty(), "nothing tells {rule}");
    }
}

#[test]
fn an_id_is_written_in_the_table_alone() {
    for (file, text) in all_sources() {
        let words = text.split(['"', ' ', '(', ')', '`']);
        let written: Vec<&str> = words.filter(|word| rule::with_id(word).is_some()).collect();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let quoted: Vec<&str> = written.into_iter().filter(|id| code.contains(&format!("\"{id}"))).collect();
        // The test of how a rule is written has to write one.
        assert!(quoted.is_empty() || file == "src/diagnostic/rule.rs", "{file} writes {quoted:?}: take the constants");
    }
}

/// Severity, source and who fixes it are those of the row; only a link that is refused makes it worse.
#[test]
fn a_severity_is_set_nowhere_but_where_a_diagnostic_is_made() {
    for (file, text) in all_sources().iter().filter(|(file, _)| !file.starts_with("src/diagnostic/")) {
        assert!(!text.contains(".severity = "), "{file} sets a severity");
        assert!(!text.contains(".who_fixes = "), "{file} sets who fixes it");
    }
}

/// What `url` and the configurator say of a plan; `check` asks nothing of plans.
#[test]
fn the_ids_of_plans_are_told_by_no_check() {
    let sources = all_sources();
    let of_check: BTreeSet<&str> = rule::of_check().map(|rule| rule.id).collect();
    for rule in rule::all().filter(|rule| !of_check.contains(rule.id)) {
        assert!(rule.id.starts_with("plan/"), "{rule}");
        for file in users(&sources, rule) {
            assert!(!file.contains("/check/") && !file.contains("/project/"), "{rule} in {file}");
        }
    }
}

#[test]
fn every_rule_says_when_it_fires_and_that_of_a_check_has_a_test_of_its_name() {
    let main = fs::read_to_string(root().join("tests/engine/rules/mod.rs")).unwrap();
    for rule in rule::all() {
        assert!(rule.summary.ends_with('.') && !rule.source.is_empty(), "{}", rule.id);
    }
    for rule in rule::of_check() {
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
        ("config/static-redirects", Warning),
        ("config/no-project", Error),
        ("feature/scope-missing", Error),
        ("feature/scope-missing-inactive", Warning),
        ("feature/scope-not-required", Warning),
        ("feature/deprecated", Warning),
    ] {
        assert_eq!(rule::with_id(id).map(|rule| rule.severity), Some(severity), "{id}");
    }
}
