//! `hubscope scan`: the fields that scripts rely on, what is compared with a project, the exit codes.

use serde_json::{Value, json};

use super::run::{Run, assert_says, hubscope};

const CODE: &str = "const call = (method, path) => fetch('https://api.hubapi.com' + path, { method });\n\
    call('GET', '/crm/v3/objects/deals');\n\
    call('POST', '/crm/v3/objects/contacts');\n\
    const spare = '/crm/v3/owners/archive/v3';\n";

fn app(required: &[&str], optional: &[&str]) -> String {
    json!({"uid": "shop", "type": "app", "config": {"name": "Shop", "distribution": "private", "auth": {
        "type": "oauth", "redirectUrls": ["https://shop.example/done"],
        "requiredScopes": required, "optionalScopes": optional}}})
    .to_string()
}

fn project(line: &str, required: &[&str], optional: &[&str]) -> Run {
    hubscope(&format!("scan {line}"))
        .file("hsproject.json", r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#)
        .file("src/app/app-hsmeta.json", app(required, optional))
        .file("src/app/functions/sync.js", CODE)
}

fn names(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_answer_has_its_fields_in_their_types() {
    let answer = hubscope("scan .").file("a.js", CODE).json();
    let fields = [
        "calls",
        "unresolved",
        "not_read",
        "scopes",
        "declared",
        "missing",
        "doubtful",
        "unused",
        "files",
        "bytes",
        "seconds",
    ];
    assert_eq!(names(&answer), fields);
    let call = &answer["calls"][0];
    assert_eq!((&call["file"], &call["line"], &call["column"]), (&json!("a.js"), &json!(2), &json!(13)));
    assert_eq!(
        (&call["method"], &call["path"], &call["object"]),
        (&json!("GET"), &json!("/crm/v3/objects/deals"), &json!("deals"))
    );
    assert_eq!(call["endpoint"], "GET /crm/v3/objects/{objectType}");
    assert_eq!((&call["via"], &call["confidence"]), (&json!("http"), &json!("exact")));
    assert_eq!(call["requirement"]["any_of"], json!([["crm.objects.deals.read"]]));
    assert_eq!(answer["scopes"]["required"], json!(["oauth", "crm.objects.contacts.write", "crm.objects.deals.read"]));
    assert_eq!(answer["scopes"]["reasons"]["crm.objects.deals.read"], json!([0]));
    assert_eq!((&answer["scopes"]["alternatives"], &answer["scopes"]["minimum"]), (&json!(1), &json!(true)));
    assert_eq!(answer["declared"], Value::Null);
    assert_eq!((&answer["files"], &answer["missing"]), (&json!(1), &json!([])));
}

#[test]
fn the_project_s_scopes_are_held_against_the_calls() {
    let run = project("--json", &["oauth", "crm.objects.deals.read", "crm.lists.read"], &[]);
    let done = run.run();
    assert_eq!(done.code, 1);
    let answer: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(answer["missing"], json!(["crm.objects.contacts.write"]));
    assert_eq!(answer["unused"], json!(["crm.lists.read"]));
    assert_eq!(answer["declared"]["required"], json!(["oauth", "crm.objects.deals.read", "crm.lists.read"]));
}

#[test]
fn findings_have_the_ids_of_their_family() {
    let done = project("", &["oauth", "crm.lists.read"], &["crm.objects.contacts.write"]).run();
    assert_eq!(done.code, 1);
    for part in [
        "src/app/functions/sync.js:2:13: error[code/scope-missing]: GET /crm/v3/objects/deals needs crm.objects.deals.read",
        "warning[code/scope-missing-optional]: POST /crm/v3/objects/contacts needs crm.objects.contacts.write",
        "warning[code/scope-unused]: crm.lists.read is declared",
    ] {
        assert!(done.err.contains(part), "{part}\n{}", done.err);
    }
    assert!(done.out.contains("crm.objects.deals.read  src/app/functions/sync.js:2"), "{}", done.out);
}

#[test]
fn a_scope_is_explained_by_its_calls() {
    let done = hubscope("scan --explain crm.objects.deals.read").file("a.js", CODE).run();
    assert_eq!((done.code, done.out.as_str()), (0, "a.js:2 GET /crm/v3/objects/deals\n"));
    assert_eq!(hubscope("scan --explain crm.export").file("a.js", CODE).run().code, 1);
}

#[test]
fn a_scope_is_explained_by_features_too() {
    let card = json!({"uid": "card", "type": "card", "config": {"name": "Card", "location": "crm.record.tab",
        "entrypoint": "/app/cards/Card.jsx", "objectTypes": ["contacts"]}});
    let run = project("--explain crm.objects.contacts.read", &["oauth", "crm.objects.contacts.read"], &[])
        .file("src/app/cards/card-hsmeta.json", card.to_string());
    assert_eq!(run.run().exits(0).out, "src/app/cards/card-hsmeta.json:1 cards.app:contacts\n");
    let said = |line: &str| project(line, &["oauth", "crm.import"], &[]).run().exits(1).err;
    assert!(said("--explain crm.import").contains("crm.import is declared (src/app/app-hsmeta.json:1), and no call"));
    assert!(said("--explain crm.object.deals.read").contains("did you mean crm.objects.deals.read?"));
}

#[test]
fn annotations_and_sarif_name_files_from_where_the_command_ran_and_the_line_that_needs_the_scope() {
    let stage = |line: &str| {
        let run = hubscope(line).file("shop/hsproject.json", r#"{"name": "shop", "srcDir": "src"}"#);
        run.file("shop/src/app/app-hsmeta.json", app(&["oauth", "crm.import"], &[]))
            .file("shop/src/app/a.js", CODE)
            .run()
    };
    let out = stage("scan shop --format github").out;
    assert!(out.contains("::error file=shop/src/app/a.js,line=2,col=13,"), "{out}");
    assert!(out.contains("::warning file=shop/src/app/app-hsmeta.json,line=1,"), "{out}");
    let sarif: Value = serde_json::from_str(&stage("scan shop --format sarif").out).unwrap();
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "shop/src/app/a.js");
    assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&json!(2), &json!(13)));
}

#[test]
fn enough_scopes_are_no_error_and_a_folder_that_is_not_there_is() {
    let enough = ["oauth", "crm.objects.deals.read", "crm.objects.contacts.write"];
    assert_eq!(project("", &enough, &[]).run().code, 0);
    assert_eq!(hubscope("scan none").run().code, 2);
}

#[test]
fn the_certificate_of_a_scan_holds() {
    let run = hubscope("scan --certificate least.json .").file("a.js", CODE);
    let mut command = run.command();
    assert!(command.output().unwrap().status.success());
    let verified = std::process::Command::new(env!("CARGO_BIN_EXE_hubscope"))
        .args(["catalog", "verify", "least.json"])
        .current_dir(run.folder())
        .output()
        .unwrap();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
}

#[test]
fn calls_that_are_gone_and_those_that_end_until_a_day_are_named_with_their_places() {
    let code = "const H = 'https://api.hubapi.com';\nfetch(H + '/contacts/v1/lists');\nfetch(H + '/crm/v3/owners');\n";
    let run = |line: &str| hubscope(line).file("server.js", code).run();
    let now = run("scan").err;
    assert_says(&now, &["server.js:2:", "Contact lists v1 ended on 2026-04-30", "GET /contacts/v1/lists"]);
    assert!(!now.contains("v1, v2 and v3"), "{now}");
    let later = run("scan --as-of 2027-12-01").err;
    assert_says(&later, &["server.js:3:", "Support for API versions v1, v2 and v3 ends with September 2027"]);
}

#[test]
fn a_need_that_is_only_inferred_says_so() {
    let code = "fetch('https://api.hubapi.com/crm/v3/objects/lighthouses');\n";
    let answer = super::check::project(".").file("server.js", code).json();
    let findings = answer["targets"][0]["diagnostics"].as_array().unwrap();
    let missing = findings.iter().find(|finding| finding["rule"] == "code/scope-missing").unwrap();
    assert_eq!(missing["confidence"], "inferred");
    assert!(missing["message"].as_str().unwrap().contains("crm.objects.custom.read (inferred)"), "{missing}");
}

#[test]
fn the_code_of_a_project_inside_of_the_project_is_another_one_s() {
    let outer = project("--json", &["oauth", "crm.objects.deals.read", "crm.objects.contacts.write"], &[]);
    let inner = "fetch('https://api.hubapi.com/crm/v3/objects/tickets', { method: 'GET' });\n";
    let done =
        outer.file("other/hsproject.json", r#"{"name": "other", "srcDir": "src"}"#).file("other/src/a.js", inner);
    let done = done.run().exits(0);
    let answer: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(answer["missing"], json!([]));
    let left: Vec<&Value> =
        answer["unresolved"].as_array().unwrap().iter().filter(|one| one["file"] == "other").collect();
    assert_says(left[0]["why"].as_str().unwrap(), &["a project of its own"]);
    let of_other = |call: &&Value| call["project"] == "other";
    let calls: Vec<&Value> = answer["calls"].as_array().unwrap().iter().filter(of_other).collect();
    assert_eq!(calls.len(), 1, "it is found all the same");
    assert_eq!(calls[0]["file"], "other/src/a.js");
}

#[test]
fn where_there_is_no_code_or_something_was_not_read_no_scope_is_called_unused() {
    let without_code = hubscope("scan")
        .file("hsproject.json", r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#)
        .file("src/app/app-hsmeta.json", app(&["oauth", "crm.lists.read"], &[]));
    assert_eq!(without_code.json()["unused"], json!([]));
    let with_broken_card = project("", &["oauth", "crm.objects.deals.read", "crm.lists.read"], &[])
        .file("src/app/cards/card-hsmeta.json", "{\n  \"uid\": card\n}");
    let done = with_broken_card.run();
    assert!(!done.err.contains("code/scope-unused"), "{}", done.err);
    assert_says(&done.err, &["card-hsmeta.json"]);
}

#[test]
fn of_an_app_whose_file_is_broken_nothing_is_said_to_be_declared() {
    let broken = project("", &["oauth"], &[]).file("src/app/app-hsmeta.json", "{\n  \"uid\": shop\n}");
    let done = broken.run().exits(2);
    assert_says(&done.err, &["app-hsmeta.json", "the app could not be read"]);
}

#[test]
fn a_folder_that_is_not_counted_is_called_no_call() {
    let other = r#"{"name": "other", "srcDir": "src"}"#;
    let done = project("", &["oauth"], &[]).file("other/hsproject.json", other).file("other/src/a.js", "").run();
    assert_says(&done.err, &["It may hold calls of HubSpot, and it is a project of its own"]);
}

#[test]
fn what_was_not_read_is_one_line_for_people_a_list_for_programs_and_a_note_for_code_scanning() {
    let client = "const BASE: &str = \"https://api.hubapi.com\";\n";
    let run = |line: &str| {
        let run = hubscope(line).file("src/client.rs", client).file("src/main.rs", client);
        run.file("dist/a.js", "fetch('https://api.hubapi.com/crm/v3/owners')")
    };
    let done = run("scan .").run();
    let line = "3 files that name HubSpot were not read: 2 .rs, 1 generated";
    assert_eq!(done.out.matches(line).count(), 1, "{}", done.out);
    assert!(!done.err.contains("code/not-read"), "{}", done.err);
    let answer = run("scan .").json();
    assert_eq!(answer["not_read"][0], json!({"file": "dist/a.js", "why": "generated"}));
    assert_eq!(answer["not_read"].as_array().unwrap().len(), 3);
    let sarif: Value = serde_json::from_str(&run("scan . --format sarif").run().out).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let notes = results.iter().filter(|result| result["ruleId"] == "code/not-read" && result["level"] == "note");
    assert_eq!(notes.count(), 3);
}

#[test]
fn a_file_that_was_named_and_is_not_read_is_an_error() {
    for (name, text) in [
        ("seen.har", "{}"),
        ("access.log", "GET https://api.hubapi.com/crm/v3/owners 200"),
        ("README.md", "https://api.hubapi.com/crm/v3/owners"),
        ("photo.png", "x"),
        ("script", "no first line"),
    ] {
        let done = hubscope(&format!("scan {name}")).file(name, text).run();
        assert_eq!(done.code, 2, "{name} {}", done.out);
        assert!(done.err.contains(name) && done.err.contains("is not read"), "{}", done.err);
        let answer: Value =
            serde_json::from_str(&hubscope(&format!("scan {name} --json")).file(name, text).run().out).unwrap();
        assert!(answer["error"]["message"].as_str().unwrap().contains(name), "{answer}");
    }
}

#[test]
fn a_file_that_was_named_is_read_whatever_its_name_says() {
    let call = "fetch('https://api.hubapi.com/crm/v3/owners')";
    for name in ["a.test.js", "app.min.js", "dist/a.js", "tests/a.js", "Code.gs", "a.rs", ".hidden.js"] {
        let answer = hubscope(&format!("scan {name}")).file(name, call).json();
        assert_eq!(answer["files"], 1, "{name}");
    }
}

#[test]
fn a_call_that_no_source_has_is_named_with_its_place() {
    let code = "fetch('https://api.hubapi.com/crm/v3/owners', { method: 'POST' });\nfetch('https://api.hubapi.com/crm/v3/weather');\n";
    let done = hubscope("scan .").file("src/a.js", code).run();
    for place in [
        "src/a.js:1:7: note[code/unresolved-call]: POST /crm/v3/owners",
        "src/a.js:2:1: note[code/unresolved-call]: This looks like a call of HubSpot, and /crm/v3/weather",
    ] {
        assert!(done.err.contains(place), "{place}\n{}", done.err);
    }
}
