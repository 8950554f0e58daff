//! The reports of `hubscope check`: each format as a picture, and what none of them may ever do.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod safe;
mod sarif;
mod stage;

use hubscope::check::Checked;
use hubscope::check::report::{Look, github, human, json};
use hubscope::diagnostic::Diagnostic;
use serde_json::Value;
use stage::{clean, link, project};

const PLAIN: Look = Look { color: false, ascii: false, links: false };
const ASCII: Look = Look { color: false, ascii: true, links: false };
const COLORED: Look = Look { color: true, ascii: false, links: false };

#[test]
fn people_see_the_line_and_the_place() {
    insta::assert_snapshot!("human", human(&[link(), project()], PLAIN));
    insta::assert_snapshot!("human-ascii", human(&[project()], ASCII));
}

#[test]
fn colour_adds_colour_and_nothing_else() {
    let colored = human(&[link(), project()], COLORED);
    assert!(colored.contains("\x1b["));
    let mut stripped = String::new();
    for (i, part) in colored.split("\x1b[").enumerate() {
        stripped.push_str(if i == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_eq!(stripped, human(&[link(), project()], PLAIN));
}

#[test]
fn nothing_found_is_one_calm_line() {
    assert_eq!(human(&[clean()], PLAIN), "No problems found in 3 files.\n");
    let links = Checked { diagnostics: Vec::new(), repaired: None, ..link() };
    assert_eq!(human(&[links.clone(), links, clean()], PLAIN), "No problems found in 2 links and 3 files.\n");
    assert_eq!(human(&[], PLAIN), "Nothing was checked.\n");
}

#[test]
fn programs_get_what_the_contract_says() {
    insta::assert_snapshot!("json", json(&[link(), project()]));
    let value: Value = serde_json::from_str(&json(&[link(), project()])).unwrap();
    assert_eq!((&value["errors"], &value["warnings"], &value["notes"]), (&2.into(), &2.into(), &2.into()));
    assert_eq!(value["targets"][1]["diagnostics"][3]["subject"], project().diagnostics[3].subject.as_str());
}

#[test]
fn a_finding_without_a_source_has_that_of_its_rule() {
    for rule in hubscope::diagnostic::rule::all() {
        let finding = Diagnostic::new(rule, "x", "y");
        let target = Checked { diagnostics: vec![finding], ..Checked::default() };
        let value: Value = serde_json::from_str(&json(std::slice::from_ref(&target))).unwrap();
        assert_eq!(value["targets"][0]["diagnostics"][0]["source"], rule.source);
        assert!(human(&[target], PLAIN).contains(rule.source), "{}", rule.id);
    }
}

#[test]
fn github_gets_one_command_a_finding() {
    insta::assert_snapshot!("github", github(&[link(), project()]));
}
