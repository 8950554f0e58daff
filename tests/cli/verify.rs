//! `hubscope catalog verify`: certificates re-checked, from a file or standard input.

use hubscope::catalog::Catalog;
use hubscope::plan::{Plan, PlanFile, certificates};
use serde_json::{Value, json};

use super::run::{assert_says, hubscope};

/// The certificates of the sample app.
fn sample() -> Value {
    let mut plan = Plan::default();
    PlanFile::parse(include_str!("../../assets/example.json")).unwrap().apply(&mut plan).unwrap();
    serde_json::to_value(certificates(Catalog::embedded(), &plan)).unwrap()
}

#[test]
fn certificates_of_a_plan_hold_stage_by_stage() {
    let stages = sample().as_array().unwrap().len();
    let done = hubscope("catalog verify least.json").file("least.json", sample().to_string()).run().exits(0);
    assert_eq!((done.out.lines().count(), done.err.as_str()), (stages, ""), "{done:?}");
    assert_says(&done.out, &["always: holds: ", " requirements, ", " scopes, the only minimum"]);
    let answer = hubscope("catalog verify -").stdin(&sample().to_string()).json();
    assert_eq!(answer["holds"], true);
    assert_eq!(answer["stages"][0], json!({"when": "always", "minimum": true, "faults": []}));
}

#[test]
fn one_certificate_need_not_stand_in_a_list() {
    assert_says(&hubscope("catalog verify -").stdin(&sample()[0].to_string()).run().exits(0).out, &["always: holds"]);
}

#[test]
fn every_fault_is_named_and_the_answer_is_no() {
    let mut bad = sample();
    bad[0]["set"].as_array_mut().unwrap().push(json!("crm.export"));
    let run = hubscope("catalog verify bad.json").file("bad.json", bad.to_string());
    let out = run.run().exits(1).out;
    assert_says(&out, &["always: does not hold\n", "  what falls without crm.export", "  the cost is not"]);
    let answer = run.json();
    assert_eq!(answer["holds"], false);
    assert!(answer["stages"][0]["faults"].as_array().unwrap().len() > 1, "{answer:#}");
    bad[0]["set"][0] = json!("no.\u{1b}[31msuch");
    let out = hubscope("catalog verify -").stdin(&bad.to_string()).run().exits(1).out;
    assert_says(&out, &["such is not in the catalog"]);
    assert!(!out.contains('\u{1b}'), "{out:?}");
}

#[test]
fn what_claims_no_minimum_is_said_not_to_be_proved_one() {
    let mut honest = sample()[0].clone();
    (honest["minimum"], honest["equal_minima_exact"]) = (json!(false), json!(false));
    let run = hubscope("catalog verify -").stdin(&honest.to_string());
    assert_says(&run.run().exits(0).out, &["always: holds", "not proved minimum"]);
    assert_eq!(run.json()["stages"][0]["minimum"], false);
}

#[test]
fn facts_of_another_day_are_mentioned() {
    let mut old = sample()[0].clone();
    old["catalog"] = json!("2020-01-01");
    let done = hubscope("catalog verify -").stdin(&old.to_string()).run().exits(0);
    assert_says(&done.err, &["the catalog of 2020-01-01"]);
}

#[test]
fn what_is_no_certificate_is_trouble() {
    assert_says(&hubscope("catalog verify none.json").trouble(), &["cannot read none.json"]);
    for text in ["", "{}", "[{}]", "[1", "nothing"] {
        assert_says(&hubscope("catalog verify -").stdin(text).trouble(), &["standard input is no certificate"]);
    }
    assert_says(&hubscope("catalog verify -").stdin("[]").trouble(), &["the list is empty"]);
    assert_says(&hubscope("catalog verify latin").file("latin", [0xff, 0xfe]).trouble(), &["cannot read latin"]);
}
