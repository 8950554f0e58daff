//! `hubscope scan` of folders with several projects: one app a comparison.

use serde_json::{Value, json};

use super::run::{Run, assert_says, hubscope};

fn app(name: &str, required: &[&str]) -> String {
    json!({"uid": name, "type": "app", "config": {"name": name, "distribution": "private", "auth": {
        "type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": required}}})
    .to_string()
}

trait WithProject {
    fn project(self, folder: &str, required: &[&str], calls: &str) -> Self;
}

impl WithProject for Run {
    fn project(self, folder: &str, required: &[&str], calls: &str) -> Self {
        let code = format!("exports.main = () => fetch('https://api.hubapi.com/crm/v3/objects/{calls}');\n");
        self.file(&format!("{folder}hsproject.json"), r#"{"name": "p", "srcDir": "src", "platformVersion": "2026.09"}"#)
            .file(&format!("{folder}src/app/app-hsmeta.json"), app(&folder.replace('/', "p"), required))
            .file(&format!("{folder}src/app/main.js"), code)
    }
}

#[test]
fn calls_are_held_against_the_nearest_project() {
    let run = hubscope("scan . --json")
        .project("apps/north/", &["oauth", "crm.objects.contacts.read"], "contacts")
        .project("apps/south/", &["oauth", "crm.objects.deals.read", "crm.lists.read"], "deals")
        .project("west/", &["oauth", "crm.objects.contacts.read"], "tickets")
        .file("shared/other.js", "fetch('https://api.hubapi.com/crm/v3/owners');\n");
    let done = run.run();
    assert_eq!(done.code, 1);
    let answer: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(answer["missing"], json!(["crm.objects.tickets.read"]));
    assert_eq!(answer["unused"], json!(["crm.lists.read", "crm.objects.contacts.read"]));
    let projects = answer["projects"].as_array().unwrap();
    let names: Vec<&Value> = projects.iter().map(|project| &project["project"]).collect();
    assert_eq!(names, ["apps/north", "apps/south", "west"]);
    assert_eq!(projects[0]["missing"], json!([]));
    assert_eq!(projects[1]["unused"], json!(["crm.lists.read"]));
    assert_eq!(projects[2]["scopes"]["required"], json!(["oauth", "crm.objects.tickets.read"]));
    assert_eq!(projects[2]["declared"]["required"], json!(["oauth", "crm.objects.contacts.read"]));
    let owner = answer["calls"].as_array().unwrap().iter().find(|call| call["path"] == "/crm/v3/owners").unwrap();
    assert_eq!(owner["project"], Value::Null);
}

#[test]
fn each_project_is_told_by_name() {
    let done = hubscope("scan .")
        .project("north/", &["oauth", "crm.objects.contacts.read"], "contacts")
        .project("south/", &["oauth"], "deals")
        .file("shared/other.js", "fetch('https://api.hubapi.com/crm/v3/owners');\n")
        .run();
    assert_says(
        &done.out,
        &[
            "north: 1 call; no scope is missing",
            "south: 1 call; missing: crm.objects.deals.read",
            "1 call lies in no project",
        ],
    );
    assert_says(&done.err, &["south/src/app/main.js:1:28: error[code/scope-missing]"]);
    assert!(!done.err.contains("north/"), "{}", done.err);
}

#[test]
fn a_project_within_a_project_is_answered_by_itself() {
    let answer = hubscope("scan .")
        .project("", &["oauth", "crm.objects.contacts.read"], "contacts")
        .project("more/", &["oauth"], "deals")
        .json();
    assert_eq!((&answer["missing"], &answer["unused"]), (&json!([]), &json!([])));
    assert_eq!(answer["projects"][0]["missing"], json!(["crm.objects.deals.read"]));
}

#[test]
fn what_only_scripts_and_examples_call_is_no_error() {
    for file in ["scripts/load.mjs", "db/seeds/deals.js", "examples/a.js", "load.sh"] {
        let code = if file.contains(".sh") {
            "curl https://api.hubapi.com/crm/v3/objects/deals\n"
        } else {
            "fetch('https://api.hubapi.com/crm/v3/objects/deals');\n"
        };
        let run = hubscope("scan .").project("", &["oauth", "crm.objects.contacts.read"], "contacts").file(file, code);
        let done = run.run();
        assert_eq!(done.code, 0, "{file} {}", done.err);
        assert_says(&done.err, &["warning[code/scope-missing]", "makes this call."]);
    }
}

#[test]
fn a_call_that_lacks_one_of_its_scopes_uses_the_others() {
    let code = "exports.main = (a, b) => fetch(`https://api.hubapi.com/crm/v4/objects/deals/${a}/associations/default/companies/${b}`, { method: 'PUT' });\n";
    let answer = hubscope("scan .")
        .project("", &["oauth", "crm.objects.contacts.read", "crm.objects.companies.write"], "contacts")
        .file("src/app/tie.js", code)
        .json();
    assert_eq!(answer["missing"], json!(["crm.objects.deals.write"]));
    assert_eq!(answer["unused"], json!([]));
}

#[test]
fn a_call_that_no_source_knows_is_named_with_its_place() {
    let done =
        hubscope("scan .").file("hub.py", "# HubSpot\nrequests.post('https://api.hubapi.com/crm/v3/owners')\n").run();
    assert_says(&done.err, &["hub.py:2:15: note[code/unresolved-call]: POST /crm/v3/owners goes to HubSpot"]);
}

#[test]
fn the_tier_of_an_api_is_said() {
    let done = hubscope("scan .").file("hub.py", "requests.get('https://api.hubapi.com/events/v3/events')\n").run();
    assert_says(&done.out, &["hub.py:1 GET /events/v3/events is for accounts with Enterprise"]);
}

#[test]
fn a_call_stands_where_its_method_and_path_are_known_and_its_row_where_the_path_is() {
    let answer = hubscope("scan .")
        .file("wire.ts", "export const get = (path: string) => fetch('https://api.hubapi.com' + path);\n")
        .file("paths.ts", "export const PATHS = {\n  people: '/crm/v3/owners',\n};\n")
        .file("use.ts", "import { get } from './wire';\nimport { PATHS } from './paths';\n\nexport const all = () => get(PATHS.people);\nexport const one = () => get('/crm/v3/objects/deals');\n")
        .json();
    let calls = answer["calls"].as_array().unwrap();
    assert_eq!(calls.len(), 2, "{calls:?}");
    assert_eq!((&calls[0]["file"], &calls[0]["line"]), (&json!("use.ts"), &json!(4)));
    assert_eq!(calls[0]["from"], json!({"file": "paths.ts", "line": 2, "column": 11}));
    assert_eq!((&calls[1]["file"], &calls[1]["line"], calls[1].get("from")), (&json!("use.ts"), &json!(5), None));
}

#[test]
fn open_record_types_are_named_or_said_to_be_open() {
    let code = "const get = (p, method = 'GET') => fetch(`https://api.hubapi.com${p}`, { method });\n\
        get('/crm/v3/properties/campaign');\n\
        exports.c = (noun) => get(`/crm/v3/objects/${noun}`);\n\
        exports.d = (id, noun, to) => fetch(`https://api.hubapi.com/crm/v4/objects/contacts/${id}/associations/default/${noun}/${to}`, { method: 'PUT' });\n";
    let done = hubscope("scan .").file("a.js", code).run();
    let told = format!("{}{}", done.out, done.err);
    assert_says(&told, &["that of contacts (crm.objects.contacts.write) and that of the other"]);
    for wrong in ["campaigns", "which: .", "which: crm.objects.contacts.write."] {
        assert!(!told.contains(wrong) || wrong == "campaigns" && !told.contains("for campaigns"), "{wrong} in {told}");
    }
}
