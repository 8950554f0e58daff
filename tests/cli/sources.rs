//! Where a plan comes from: a plan file, standard input, the sample app; and no terminal to ask on.

use super::run::{CLIENT_ID, REDIRECT, Run, assert_says, hubscope};

const PLAN: &str = r#"{
  "version": 1,
  "app": {"client_id": "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b", "redirect_url": "http://localhost:3000/oauth-callback"},
  "features": [{"feature": "crm.owners"}, {"feature": "automation.workflows", "when": "per-link"}],
  "scopes": [{"scope": "crm.export", "type": "optional", "reason": "the export button"}],
  "links": [{"name": "pro", "with": ["automation"]}, {"name": "wrong", "with": ["crm.export"]}]
}"#;

fn planned(line: &str) -> Run {
    hubscope(&format!("url --plan plan.json {line}")).file("plan.json", PLAN)
}

#[track_caller]
fn assert_place(text: &str, parts: &[&str]) {
    let said = hubscope("url --plan plan.json").file("plan.json", text).trouble();
    assert_says(&said, &["hubscope: plan.json"]);
    assert_says(&said, parts);
}

#[test]
fn a_plan_file_gives_its_base_link() {
    let link = planned("").link();
    assert_eq!((link.client_id.as_str(), link.redirect_uri.as_str()), (CLIENT_ID, REDIRECT));
    assert_eq!(link.scope, ["oauth", "crm.objects.owners.read"]);
    assert_eq!(link.optional_scope, ["crm.export"]);
}

#[test]
fn a_flag_lies_over_the_plan_file() {
    let link = planned("--redirect-uri https://a.example/cb --host eu1 --optional automation").link();
    assert_eq!((link.redirect_uri.as_str(), link.host.as_str()), ("https://a.example/cb", "app-eu1.hubspot.com"));
}

#[test]
fn a_named_link_adds_what_it_names() {
    assert_eq!(planned("--link pro").link().scope, ["oauth", "automation", "crm.objects.owners.read"]);
    assert_says(&planned("--link basic").trouble(), &["no link named basic", "pro, wrong"]);
    assert_says(&hubscope("url --link pro").trouble(), &["no named links"]);
}

#[test]
fn every_link_is_printed_with_its_name_and_a_refused_one_is_named() {
    let done = planned("--for-each-link").run().exits(1);
    let names: Vec<&str> = done.out.lines().map(|line| line.split('\t').next().unwrap()).collect();
    assert_eq!(names, ["base", "pro"]);
    assert_says(&done.err, &["the link wrong: no URL was printed", "match/optional-in-scope"]);
}

#[test]
fn every_link_as_json_has_its_name_and_its_url() {
    let answer = planned("--for-each-link").json();
    let links: Vec<(&str, bool)> = answer["links"]
        .as_array()
        .unwrap()
        .iter()
        .map(|link| (link["name"].as_str().unwrap(), link["url"].is_string()))
        .collect();
    assert_eq!(links, [("base", true), ("pro", true), ("wrong", false)]);
}

#[test]
fn choices_of_links_exclude_one_another() {
    for line in ["--for-each-link --link pro", "--for-each-link --snippet env", "--link pro --with automation"] {
        assert_says(&planned(line).trouble(), &["cannot be used with"]);
    }
}

#[test]
fn a_dash_is_standard_input() {
    assert_eq!(hubscope("url --plan -").stdin(PLAN).link().client_id, CLIENT_ID);
    assert_says(&hubscope("url --plan -").stdin("{").trouble(), &["standard input", "line 1, column 1"]);
}

#[test]
fn what_is_wrong_with_a_plan_file_is_said_with_its_place() {
    assert_place("{\n  \"version\": 1,\n}", &["it is not JSON, at line 3, column 1"]);
    assert_place("", &["it is not JSON, at line 1"]);
    assert_place("[]", &["the document is not an object"]);
    assert_place(r#"{"version": 2}"#, &["version is 2", "reads up to 1"]);
    assert_place(r#"{"features": [{}]}"#, &["features[0] has no feature"]);
    assert_place(r#"{"features": [{"feature": "a", "when": "now"}]}"#, &["features[0].when is \"now\"", "per-link"]);
    assert_place(r#"{"app": {"host": "mars"}}"#, &["app.host is \"mars\"", "eu1"]);
    assert_place(r#"{"app": {"client_id": 7}}"#, &["app.client_id is not a text"]);
    assert_place(r#"{"as_of": "soon"}"#, &["as_of is \"soon\"", "2026-11-21"]);
}

#[test]
fn a_plan_file_that_is_not_there_or_no_file_is_trouble() {
    assert_says(&hubscope("url --plan missing.json").trouble(), &["missing.json", "no such file"]);
    assert_says(&hubscope("url --plan .").trouble(), &["cannot read ."]);
}

#[test]
fn an_unknown_feature_in_a_plan_file_is_refused_with_what_is_near() {
    let text = PLAN.replace("crm.owners", "crm.owner");
    let said = hubscope("url --plan plan.json").file("plan.json", text).refusal();
    assert_says(&said, &["plan/unknown-feature", "crm.owner", "crm.owners"]);
}

#[test]
fn without_a_terminal_a_complete_plan_prints_its_link_and_says_so() {
    for line in ["--example", "--example --no-tui", "plan.json", "plan.json --no-tui"] {
        let done = hubscope(line).file("plan.json", PLAN).run().exits(0);
        assert!(done.out.starts_with("https://app.hubspot.com/oauth/authorize?"), "{done:?}");
        assert_eq!(done.out.lines().count(), 1);
        assert_says(&done.err, &["base link of"]);
    }
}

#[test]
fn without_a_terminal_the_plan_file_here_is_taken() {
    let done = hubscope("").file("hubscope.json", PLAN).run().exits(0);
    assert_says(&done.out, &["scope=oauth%20crm.objects.owners.read"]);
}

#[test]
fn without_a_terminal_an_incomplete_plan_says_what_it_lacks() {
    for line in ["", "--no-tui"] {
        let said = hubscope(line).trouble();
        assert_says(
            &said,
            &["client id (--client-id or HUBSPOT_CLIENT_ID) and a redirect URL (--redirect-uri)", "hubscope url"],
        );
    }
    let said = hubscope(&format!("--client-id {CLIENT_ID}")).trouble();
    assert_says(&said, &["the plan lacks a redirect URL (--redirect-uri);"]);
}

#[test]
fn without_a_terminal_json_is_json() {
    let answer = hubscope("--example").json();
    assert_eq!(answer["optional_scope"], serde_json::json!(["crm.export"]));
    assert!(hubscope("--no-tui").json()["url"].is_null());
}

#[test]
fn nothing_is_written_by_printing() {
    let run = planned("--scope crm.import");
    run.run().exits(0);
    assert_eq!(std::fs::read_to_string(run.folder().join("plan.json")).unwrap(), PLAN);
    assert_eq!(std::fs::read_dir(run.folder()).unwrap().count(), 1);
}

#[test]
fn without_flags_that_choose_the_plan_of_the_folder_counts() {
    let here = hubscope("url").file("hubscope.json", PLAN);
    assert_eq!(here.link().scope, ["oauth", "crm.objects.owners.read"]);
}

#[test]
fn flags_that_choose_stand_alone_and_what_is_not_read_is_said() {
    let line = format!("url --client-id {CLIENT_ID} --redirect-uri {REDIRECT} --scope tickets");
    let done = hubscope(&line).file("hubscope.json", PLAN).run().exits(0);
    assert_says(&done.out, &["scope=oauth%20tickets"]);
    assert_says(&done.err, &["of flags alone", "hubscope.json is not read"]);
    let beside_a_broken_plan = hubscope(&line).file("hubscope.json", "{ broken").run().exits(0);
    assert_says(&beside_a_broken_plan.err, &["hubscope.json is not read"]);
    let alone = hubscope(&line).run().exits(0);
    assert!(!alone.err.contains("is not read"), "{}", alone.err);
}

#[test]
fn of_several_redirect_urls_one_for_customers_is_taken_and_said() {
    let app = r#"{"uid": "shop", "type": "app", "config": {"name": "Shop", "distribution": "private", "auth": {"type": "oauth",
        "redirectUrls": ["http://localhost:3000/cb", "https://shop.example/cb"], "requiredScopes": ["oauth"]}}}"#;
    let settings = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.03"}"#;
    let run = |line: &str| {
        let line = format!("url --client-id {CLIENT_ID} {line}");
        hubscope(&line).file("hsproject.json", settings).file("src/app/app-hsmeta.json", app).run().exits(0)
    };
    let usual = run("");
    assert_says(&usual.out, &["redirect_uri=https%3A%2F%2Fshop.example%2Fcb"]);
    assert_says(&usual.err, &["of 2 redirect URLs", "https://shop.example/cb", "--redirect-uri"]);
    let own = run("--redirect-uri http://localhost:3000/cb");
    assert_says(&own.out, &["localhost"]);
    assert!(!own.err.contains("redirect URLs"), "{}", own.err);
}
