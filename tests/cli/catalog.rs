//! `hubscope catalog`: tables and JSON of the facts.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use serde_json::{Value, json};

use super::run::{assert_says, hubscope};

#[test]
fn info_says_the_day_the_size_and_the_sources() {
    let out = hubscope("catalog info").run().exits(0).out;
    assert_says(&out, &["as_of     2026-11-21", "scopes    325", "features  84", "options   307", "\nsources\n  "]);
    let info = hubscope("catalog info").json();
    assert_eq!((&info["scopes"], &info["features"], &info["options"]), (&json!(325), &json!(84), &json!(307)));
    assert_eq!(info["as_of"], "2026-11-21");
    assert_says(&out, &["\nsunsets\n", "2027-02-16", "OAuth v1 endpoints", "September 2027", "about 2027-03-31"]);
    let ends = info["sunsets"].as_array().unwrap();
    assert!(ends.iter().all(|end| end["source"].is_string() && end["confidence"].is_string()), "{ends:?}");
    assert!(!info["sources"].as_array().unwrap().is_empty());
}

#[test]
fn scopes_are_one_a_line_and_all_words_of_a_filter_have_to_stand_in_it() {
    assert_eq!(hubscope("catalog scopes").run().exits(0).out.lines().count(), 325);
    let out = hubscope("catalog scopes TICKETS sensitive").run().exits(0).out;
    assert!(out.lines().count() > 0);
    for line in out.lines() {
        assert_says(&line.to_lowercase(), &["tickets", "sensitive"]);
    }
}

#[test]
fn scopes_as_json_have_the_fields_of_an_explanation() {
    let found = hubscope("catalog scopes crm.export").json();
    let scope = &found[0];
    assert_eq!((&scope["kind"], &scope["name"]), (&json!("scope"), &json!("crm.export")));
    for field in ["summary", "status", "tier", "selectable", "replaced_by", "features", "confidence", "sources"] {
        assert!(!scope[field].is_null(), "{field}");
    }
    assert_eq!(scope["features"], json!(["crm.export"]));
    assert!(scope["sources"][0].as_str().unwrap().starts_with("https://"), "a source is given in full");
}

#[test]
fn features_show_what_each_option_needs() {
    let out = hubscope("catalog features cards.app contacts").run().exits(0).out;
    assert_says(&out, &["cards.app:contacts", "crm.objects.contacts.read", "documented"]);
    let found = hubscope("catalog features cards.app contacts").json();
    assert_eq!(found[0]["options"][0]["requirement"]["any_of"], json!([["crm.objects.contacts.read"]]));
    assert_eq!((&found[0]["kind"], &found[0]["category"]), (&json!("feature"), &json!("cards")));
}

#[test]
fn features_of_another_day_need_what_held_then() {
    let out = hubscope("catalog features webhooks.classic deal.creation --as-of 2019-12-01").run().exits(0).out;
    assert_says(&out, &["webhooks.classic:deal.creation  contacts  documented"]);
    let out = hubscope("catalog features webhooks.classic deal.creation --as-of 2018-01-01").run().exits(0).out;
    assert_says(&out, &["not known for this date"]);
}

#[test]
fn every_feature_that_is_listed_can_be_chosen_as_it_is_written() {
    let out = hubscope("catalog features").run().exits(0).out;
    for spec in out.lines().filter_map(|line| line.split("  ").next()) {
        let found = hubscope::plan::parse_feature(hubscope::catalog::Catalog::embedded(), spec);
        assert!(found.is_ok(), "{spec}: {found:?}");
    }
}

#[test]
fn a_filter_that_finds_nothing_says_so_beside_the_empty_answer() {
    let done = hubscope("catalog scopes qqq").run().exits(0);
    assert_eq!(done.out, "");
    assert_says(&done.err, &["no scope has all of these words: qqq"]);
    assert_eq!(hubscope("catalog features qqq").json(), Value::Array(Vec::new()));
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let run = hubscope("catalog scopes --json");
    let mut child = run.command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::with_capacity(16, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let done = child.wait_with_output().unwrap();
    assert_eq!((first.as_str(), done.status.code()), ("[\n", Some(0)));
    assert_eq!(String::from_utf8(done.stderr).unwrap(), "");
}

#[test]
fn newer_endpoint_facts_in_the_config_folder_are_used_and_older_ones_are_not() {
    let facts = include_str!("../../assets/catalog/endpoints.json");
    let dated = |day: &str| facts.replacen("2026-08-21", day, 1);
    let as_of = |text: String| {
        let run = hubscope("catalog info").file("config/hubscope/endpoints.json", text);
        let folder = run.folder().join("config");
        let info = run.env("XDG_CONFIG_HOME", folder.to_str().unwrap()).env("HOME", "/nowhere").json();
        info["endpoints_as_of"].as_str().unwrap().to_owned()
    };
    assert_eq!(as_of(dated("2027-03-01")), "2027-03-01");
    assert_eq!(as_of(dated("2020-01-01")), "2026-08-21");
}

#[test]
fn facts_in_the_config_folder_that_cannot_be_read_are_named() {
    let run = hubscope("catalog info").file("config/hubscope/endpoints.json", "{");
    let folder = run.folder().join("config");
    let done = run.env("XDG_CONFIG_HOME", folder.to_str().unwrap()).env("HOME", "/nowhere").run().exits(2);
    assert_says(&done.err, &["endpoints.json are not used: it is not what catalog import writes"]);
}

#[test]
fn objects_are_listed_by_any_of_their_names() {
    let listed = super::run::hubscope("catalog objects 0-3").json();
    assert_eq!((&listed[0]["plural"], &listed[0]["scopes"]), (&"deals".into(), &"crm.objects.deals".into()));
    let out = super::run::hubscope("catalog objects CONTACT").run().exits(0).out;
    assert!(out.starts_with("contacts"), "{out}");
}
