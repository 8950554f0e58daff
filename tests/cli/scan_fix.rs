//! `hubscope scan --fix`: what calls lack is added to the app's settings, and nothing else changes.

use std::fs;

use super::run::{Run, assert_says, hubscope};

const FILE: &str = "src/app/app-hsmeta.json";
const SETTINGS: &str = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#;
const CODE: &str = "const call = (method, path) => fetch('https://api.hubapi.com' + path, { method });\n\
    call('GET', '/crm/v3/objects/deals');\n\
    call('POST', '/crm/v3/objects/contacts');\n";
const APP: &str = "{\r\n\t\r\n  \"uid\" : \"shop\", \"type\": \"app\",\r\n  \"config\": {\"name\": \"Shop\", \"distribution\": \"private\",\r\n    \"auth\": {\"type\": \"oauth\", \"redirectUrls\": [\"https://shop.example/done\"],\r\n      \"requiredScopes\": [\"oauth\", \"crm.import\"],\r\n      \"optionalScopes\": [\"crm.objects.contacts.write\"]}}}\r\n";

fn lacking(line: &str) -> Run {
    hubscope(&format!("scan {line}"))
        .file("hsproject.json", SETTINGS)
        .file(FILE, APP)
        .file("src/app/functions/sync.js", CODE)
}

fn text(run: &Run) -> String {
    fs::read_to_string(run.folder().join(FILE)).unwrap()
}

#[test]
fn the_edit_is_shown_and_nothing_is_written() {
    let run = lacking("--fix");
    let done = run.run().exits(1);
    assert_says(
        &done.err,
        &[
            "+++ src/app/app-hsmeta.json",
            "+      \"requiredScopes\": [\"oauth\", \"crm.import\", \"crm.objects.deals.read\"],",
            "nothing is written yet; --write does it",
            "--fix takes no scope out",
            "  src/app/app-hsmeta.json:6 crm.import",
            "warning[code/scope-missing-optional]: POST /crm/v3/objects/contacts",
        ],
    );
    assert_eq!(text(&run), APP);
}

#[test]
fn a_written_edit_changes_no_other_byte_and_leaves_nothing_missing() {
    let run = lacking("--fix --write");
    assert_says(&run.run().exits(0).err, &["hubscope: wrote ", "hubscope: added 1 scope; nothing is missing now"]);
    assert_eq!(text(&run), APP.replace("\"crm.import\"]", "\"crm.import\", \"crm.objects.deals.read\"]"));
    assert_says(&run.run().exits(0).err, &["no call lacks a scope; there is nothing to add"]);
}

#[test]
fn that_all_is_well_is_said_in_one_line() {
    let app = APP.replace("\"crm.import\"", "\"crm.objects.deals.read\", \"crm.objects.contacts.write\"");
    let run = hubscope("scan").file("hsproject.json", SETTINGS).file(FILE, app).file("src/app/functions/sync.js", CODE);
    assert_says(&run.run().exits(0).out, &["All 2 calls are covered by the declared scopes."]);
}

#[test]
fn the_plan_file_says_the_type_where_it_knows_the_call() {
    let plan = r#"{"version": 1, "endpoints": ["GET /crm/v3/objects/deals@if-available"]}"#;
    let run = lacking("--fix --write").file("hubscope.json", plan);
    run.run().exits(0);
    let optional = "[\"crm.objects.contacts.write\", \"crm.objects.deals.read\"]";
    assert_eq!(text(&run), APP.replace("[\"crm.objects.contacts.write\"]", optional));
    run.run().exits(0);
}

#[test]
fn two_folders_of_one_project_are_one_edit() {
    let run = lacking("--fix --write src/app/functions src/app/cards")
        .file("src/app/cards/card.js", "fetch('https://api.hubapi.com/crm/v3/owners');\n");
    run.run().exits(0);
    assert_says(&text(&run), &["\"crm.import\", \"crm.objects.deals.read\", \"crm.objects.owners.read\"]"]);
}

#[test]
fn an_app_of_an_older_format_has_its_one_list_edited() {
    let run = hubscope("scan --fix --write")
        .file("hsproject.json", r#"{"name": "shop", "srcDir": "src", "platformVersion": "2023.2"}"#)
        .file("src/app/app.json", "{\n  \"name\": \"Shop\",\n  \"scopes\": [\n    \"crm.import\"\n  ]\n}\n")
        .file("src/app/app.functions/sync.js", CODE);
    run.run().exits(0);
    let now = fs::read_to_string(run.folder().join("src/app/app.json")).unwrap();
    assert_says(
        &now,
        &["    \"crm.import\",\n    \"crm.objects.contacts.write\",\n    \"crm.objects.deals.read\"\n  ]"],
    );
}

#[test]
fn where_nothing_can_be_edited_a_sentence_says_why() {
    let none = hubscope("scan --fix --write").file("a.js", CODE);
    assert_says(&none.run().exits(0).err, &["--fix edits nothing", "there is no HubSpot project (hsproject.json)"]);

    let second = "src/app/second-hsmeta.json";
    let several = lacking("--fix --write").file(second, APP.replace("\"shop\"", "\"second\""));
    assert_says(&several.run().err, &["it has several apps (src/app/app-hsmeta.json, src/app/second-hsmeta.json)"]);
    assert_eq!(text(&several), APP);

    let open = r#"{"uid": "shop", "type": "app", "config": {"name": "Shop", "distribution": "private"}}"#;
    let open = lacking("--fix --write").file(FILE, open);
    assert_says(&open.run().err, &["it has no list of scopes that could be edited", "give the app an auth type"]);

    let broken = lacking("--fix --write").file(FILE, "{");
    assert_says(&broken.run().err, &["it has no app whose settings could be read"]);
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_left_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let run = lacking("--fix --write");
    fs::set_permissions(run.folder().join(FILE), fs::Permissions::from_mode(0o444)).unwrap();
    assert_says(&run.run().exits(2).err, &["was not written: it is read-only"]);
    assert_eq!(text(&run), APP);
}

#[test]
fn writing_needs_a_fix_and_an_explanation_has_none() {
    assert_says(&lacking("--write").trouble(), &["--fix"]);
    assert_says(&lacking("--fix --explain crm.import").trouble(), &["cannot be used with"]);
}

#[test]
fn each_of_several_projects_gets_what_its_own_calls_lack() {
    let app = |name: &str| APP.replace("\"shop\"", &format!("\"{name}\""));
    let run = hubscope("scan --fix --write")
        .file("one/hsproject.json", SETTINGS)
        .file("one/src/app/app-hsmeta.json", app("one"))
        .file("one/src/app/a.js", "fetch('https://api.hubapi.com/crm/v3/objects/tickets');\n")
        .file("two/hsproject.json", SETTINGS)
        .file("two/src/app/app-hsmeta.json", app("two"))
        .file("two/src/app/b.js", "fetch('https://api.hubapi.com/crm/v3/objects/deals');\n");
    run.run().exits(0);
    let now = |name: &str| fs::read_to_string(run.folder().join(name).join("src/app/app-hsmeta.json")).unwrap();
    assert!(now("one").contains("tickets") && !now("one").contains("deals"), "{}", now("one"));
    assert!(now("two").contains("crm.objects.deals.read") && !now("two").contains("tickets"), "{}", now("two"));
}
