//! With `--json` standard output is one document, whatever goes wrong: a program that reads it never meets an empty text.

use serde_json::{Value, json};

use super::run::hubscope;

const BROKEN_PROJECT: [(&str, &str); 2] = [
    ("shop/hsproject.json", r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.03"}"#),
    ("shop/src/app/app-hsmeta.json", "{broken"),
];
const CODE: &str = "fetch('https://api.hubapi.com/crm/v3/objects/contacts', { method: 'GET' });\n";

/// Standard output of a run that ends with 2, as the one document that it is.
fn document(line: &str) -> Value {
    let mut run = hubscope(line).file("code/app.js", CODE).file("odd.json", "{\"x\": 1}");
    for (name, text) in BROKEN_PROJECT {
        run = run.file(name, text);
    }
    let ended = run.run().exits(2);
    assert!(!ended.err.trim().is_empty(), "{line}: people are told as well");
    serde_json::from_str(&ended.out).unwrap_or_else(|error| panic!("{line}: {error}: {:?}", ended.out))
}

/// What each command says where it has no answer: the kind, and a word of the message.
const REFUSED: [(&str, &str, &str); 43] = [
    ("check gone --json", "input", "gone"),
    ("check gone --format json", "input", "gone"),
    ("check gone --format=json", "input", "gone"),
    ("check shop --project gone --json", "input", "--project"),
    ("check shop --against gone.json --json", "input", "--against"),
    ("check shop --allow url/nothing --json", "usage", "--allow"),
    ("check shop --frob --json", "usage", "--frob"),
    ("url --feature no.such.feature --json", "usage", "no.such.feature"),
    ("url --project gone --json", "input", "gone"),
    ("url --project code --json", "input", "hsproject.json"),
    ("url --project shop --json", "input", "app"),
    ("url --plan gone.json --json", "input", "gone.json"),
    ("url --scope forms --link eu --json", "usage", "eu"),
    ("url --endpoint nothing --json", "usage", "--endpoint"),
    ("url --scope forms --optional forms --json", "usage", "forms"),
    ("url --as-of yesterday --scope forms --json", "usage", "yesterday"),
    ("url --json --client-id", "usage", "--client-id"),
    ("url --scope forms --certificate gone/x.json --json", "system", "cannot write"),
    ("url --links fewest --for-features eu --scope forms --json", "usage", "eu"),
    ("scan gone --json", "input", "gone"),
    ("scan gone --format json", "input", "gone"),
    ("scan gone --watch --json", "input", "gone"),
    ("scan code --certificate gone/x.json --json", "system", "cannot write"),
    ("explain forms --scopes forms --json", "usage", "--scopes"),
    ("explain webhooks.classic --project gone --json", "input", "gone"),
    ("simulate --json", "input", "hubscope.json"),
    ("simulate gone --json", "input", "gone"),
    ("simulate shop --json", "input", "app"),
    ("simulate --example --account gold --json", "usage", "gold"),
    ("simulate --example --addon gold --json", "usage", "gold"),
    ("simulate --example --lacks gold --json", "usage", "gold"),
    ("simulate https://shop.example/x --json", "input", "install URL"),
    ("diff --json", "usage", "OLD"),
    ("diff gone shop --json", "input", "gone"),
    ("diff - - --json", "usage", "standard input"),
    ("diff shop shop --json", "input", "app"),
    ("catalog frob --json", "usage", "frob"),
    ("catalog import gone --json", "input", "gone"),
    ("catalog verify odd.json --json", "input", "odd.json"),
    ("catalog info --catalog odd.json --json", "input", "odd.json"),
    ("man --json", "usage", "--json"),
    ("frobnicate --json", "input", "frobnicate"),
    ("shop url --json", "usage", "PATH"),
];

#[test]
fn where_there_is_no_answer_the_document_says_whose_turn_it_is_and_what_to_do() {
    for (line, kind, word) in REFUSED {
        let document = document(line);
        let error = &document["error"];
        let fields = error.as_object().unwrap_or_else(|| panic!("{line}: {document}"));
        let names: Vec<&str> = fields.keys().map(String::as_str).collect();
        assert_eq!((document.as_object().unwrap().len(), names), (1, vec!["kind", "message", "near", "fix"]), "{line}");
        assert_eq!(error["kind"], kind, "{line}: {error}");
        assert!(error["message"].as_str().unwrap().contains(word), "{line}: {error}");
        assert!(error["near"].is_array() && error["fix"].as_str().is_some_and(|fix| fix.ends_with('.')), "{line}");
    }
}

#[test]
fn what_may_have_been_meant_is_a_list() {
    for (line, near) in [
        ("url --feature webhook.classic --json", json!(["webhooks.classic"])),
        ("check shop --allow url/missing-scop --json", json!(["url/missing-scope"])),
        ("simulate --example --account gold --json", json!(["free", "starter", "pro", "enterprise"])),
        ("scna --json", json!(["scan"])),
        ("catalog scops --json", json!(["scopes"])),
        ("check --strct --json", json!(["--strict"])),
    ] {
        assert_eq!(document(line)["error"]["near"], near, "{line}");
    }
}

#[test]
fn an_answer_in_part_names_what_could_not_be_read_and_ends_with_2() {
    let checked = document("check gone shop also-gone --json");
    assert_eq!(checked["targets"].as_array().unwrap().len(), 1);
    let scanned = document("scan code gone --json");
    assert_eq!(scanned["folders"][0]["calls"].as_array().unwrap().len(), 1);
    let without_app = document("scan shop --json");
    assert_eq!(without_app["calls"], json!([]));
    for (answer, targets) in
        [(checked, vec!["gone", "also-gone"]), (scanned, vec!["gone"]), (without_app, vec!["src/app/app-hsmeta.json"])]
    {
        let rows = answer["unreadable"].as_array().unwrap();
        let named: Vec<&str> = rows.iter().map(|row| row["target"].as_str().unwrap()).collect();
        assert_eq!(named, targets);
        assert!(rows.iter().all(|row| !row["error"].as_str().unwrap().is_empty()) && answer["error"].is_null());
    }
}

#[test]
fn where_no_target_can_be_read_there_is_no_answer_and_every_reason_is_told() {
    let message = document("check gone also-gone --json")["error"]["message"].as_str().unwrap().to_owned();
    assert!(message.contains("gone:") && message.contains("also-gone:"), "{message}");
}

#[test]
fn a_whole_answer_has_neither_an_error_nor_anything_unreadable() {
    for line in ["scan code --json", "url --scope forms --json", "catalog info --json", "explain forms --json"] {
        let run = hubscope(line).file("code/app.js", CODE).run();
        let answer: Value = serde_json::from_str(&run.out).unwrap();
        assert!(answer["error"].is_null() && answer.get("unreadable").is_none(), "{line}");
    }
}

#[test]
fn a_question_that_has_no_answer_is_unknown_and_no_failure() {
    let run = hubscope("explain frobnicate --json").run().exits(1);
    let answer: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(answer["kind"], "unknown");
}

#[test]
fn without_json_a_failure_leaves_standard_output_empty() {
    for line in
        ["check gone", "url --feature no.such.feature", "scan gone", "diff a b", "explain forms --frob", "catalog frob"]
    {
        assert_eq!(hubscope(line).run().exits(2).out, "", "{line}");
    }
}
