//! Real projects and links, checked as a whole: what is found has its rule, its source and its place.
//!
//! The collection lies outside of the repository; `HUBSCOPE_CORPUS` says where.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test may stop where its input is not there, and tells what it saw"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use hubscope::catalog::Catalog;
use hubscope::check::{AppSide, Checked, LinkOptions, check_one_link, check_project};
use hubscope::plan::{Declared, Plan};
use hubscope::project::{Project, find_projects};
use serde_json::Value;

fn corpus() -> PathBuf {
    PathBuf::from(std::env::var_os("HUBSCOPE_CORPUS").expect("HUBSCOPE_CORPUS names the collection"))
}

fn rows(name: &str) -> Vec<Value> {
    let text = fs::read_to_string(corpus().join(name)).expect("the collection");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Every finding has a row, a source, and a place in its text.
fn assert_sound(checked: &Checked, tally: &mut BTreeMap<String, usize>) {
    for finding in &checked.diagnostics {
        assert!(!finding.source.is_empty(), "{finding:?}");
        if let Some(span) = &finding.span {
            // A file that was not read has no text, and its place is its beginning.
            let text = checked.texts.get(&span.file).map_or("", String::as_str);
            assert!(text.get(span.start..span.end).is_some(), "{}: {finding:?}", checked.target);
        }
        *tally.entry(format!("{} {}", finding.severity.as_str(), finding.rule.id)).or_default() += 1;
    }
}

/// The rules of these families with their subjects, and what to do.
fn found(row: &Value, families: &[&str]) -> Vec<(String, String, String)> {
    let settings = &row["settings"];
    let list = |name: &str| strings(&settings[name]);
    let plan_declared = Declared {
        required: list("requiredScopes"),
        conditional: list("conditionallyRequiredScopes"),
        optional: list("optionalScopes"),
    };
    let mut plan = Plan::default();
    plan.app.declared = settings.is_object().then_some(plan_declared);
    let side = AppSide::of_plan(&plan);
    let options = LinkOptions { side: side.as_ref(), ..LinkOptions::default() };
    let checked = check_one_link(Catalog::embedded(), row["link"].as_str().expect("a link"), &options);
    let of_family =
        checked.diagnostics.iter().filter(|one| families.iter().any(|family| one.rule.id.starts_with(family)));
    of_family
        .map(|one| (one.rule.id.to_owned(), one.subject.clone(), one.fix_text().unwrap_or_default().to_owned()))
        .collect()
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn complaints_of_people_get_their_answer() {
    for row in rows("fixtures.jsonl") {
        let answer = &row["answer"];
        let pairs = |family: &str| -> Vec<(String, String)> {
            found(&row, &[family]).into_iter().map(|(rule, subject, _)| (rule, subject)).collect()
        };
        let rule = || answer["rule"].as_str().expect("a rule").to_owned();
        match row["id"].as_u64() {
            Some(1) => assert_eq!(pairs("match/"), [(rule(), answer["subject"].as_str().expect("one").to_owned())]),
            Some(2) => {
                let expected: Vec<(String, String)> = answer["rules"]
                    .as_array()
                    .expect("rules")
                    .iter()
                    .map(|pair| {
                        let pair = strings(pair);
                        (pair[0].clone(), pair[1].clone())
                    })
                    .collect();
                assert_eq!(pairs("match/"), expected);
            }
            Some(4) => {
                let expected: Vec<_> = strings(&answer["subjects"]).into_iter().map(|name| (rule(), name)).collect();
                assert_eq!(pairs("match/"), expected);
            }
            Some(8) => {
                let found = found(&row, &["scope/"]);
                assert_eq!(found.len(), 1);
                assert_eq!((&found[0].0, found[0].1.as_str()), (&rule(), answer["subject"].as_str().expect("one")));
                let first = format!("Did you mean {}", answer["suggests"].as_str().expect("one"));
                assert!(found[0].2.starts_with(&first), "{}", found[0].2);
            }
            _ => {}
        }
    }
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn every_real_project_is_checked() {
    let mut tally = BTreeMap::new();
    let roots = find_projects(&corpus().join("app_configs"));
    for root in &roots {
        let project = Project::read(root, Catalog::embedded());
        let checked = check_project(Catalog::embedded(), &root.display().to_string(), &project, &project.plan());
        assert_sound(&checked, &mut tally);
        for finding in checked.diagnostics.iter().filter(|finding| finding.is_error()) {
            println!("{}: {} {}", root.display(), finding.rule.id, finding.message);
        }
    }
    println!("{} projects: {tally:#?}", roots.len());
    assert!(roots.len() >= 40);
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn every_real_link_is_checked() {
    let mut tally = BTreeMap::new();
    let rows = rows("install_urls.jsonl");
    for row in &rows {
        for text in [&row["url"], &row["resolved"]].into_iter().filter_map(Value::as_str) {
            assert_sound(&check_one_link(Catalog::embedded(), text, &LinkOptions::default()), &mut tally);
        }
    }
    println!("{} links: {tally:#?}", rows.len());
    assert_eq!(rows.len(), 111);
}
