//! `hubscope scan` without a HubSpot project: lists of scopes in code and settings, and `--declared`.

use serde_json::{Value, json};

use super::run::{Run, assert_says, hubscope};

const CALLS: &str = "# HubSpot\nrequests.get('https://api.hubapi.com/crm/v3/objects/contacts')\nrequests.get('https://api.hubapi.com/crm/v3/objects/deals')\n";

fn code(line: &str) -> Run {
    hubscope(&format!("scan {line}")).file("hub.py", CALLS)
}

#[test]
fn a_list_that_was_found_is_told_with_its_place_and_fails_nothing() {
    for (file, text) in [
        ("oauth.py", "# HubSpot\nSCOPES = ['oauth', 'crm.objects.contacts.read', 'crm.lists.read']\n"),
        (".env", "# HubSpot\nSCOPES=oauth crm.objects.contacts.read crm.lists.read\n"),
        (
            "link.js",
            "// HubSpot\nconst url = 'https://app.hubspot.com/oauth/authorize?client_id=x&scope=oauth%20crm.objects.contacts.read%20crm.lists.read';\n",
        ),
        ("connector.yaml", "hubspot:\n  scopes: [oauth, crm.objects.contacts.read, crm.lists.read]\n"),
        (
            "main.go",
            "package hubspot\nvar c = oauth2.Config{Scopes: []string{\"oauth\", \"crm.objects.contacts.read\", \"crm.lists.read\"}}\n",
        ),
    ] {
        let done = code("--json").file(file, text).run();
        assert_eq!(done.code, 0, "{file}: {}", done.err);
        let answer: Value = serde_json::from_str(&done.out).unwrap();
        assert_eq!(answer["declared"]["from"], json!([{"file": file, "line": 2}]));
        assert_eq!(answer["declared"]["required"], json!(["oauth", "crm.objects.contacts.read", "crm.lists.read"]));
        assert_eq!(answer["missing"], json!(["crm.objects.deals.read"]), "{file}");
        assert_eq!(answer["unused"], json!(["crm.lists.read"]), "{file}");
    }
    let done = code("").file("oauth.py", "# HubSpot\nSCOPES = ['crm.objects.contacts.read', 'oauth']\n").run();
    assert_says(&done.out, &["There is no HubSpot project; the scopes in oauth.py:2 are taken for declared."]);
    assert_says(&done.err, &["warning[code/scope-missing]: GET /crm/v3/objects/deals"]);
}

#[test]
fn lists_of_examples_and_of_other_vendors_are_not_taken() {
    for (file, text) in [
        ("examples/oauth.py", "# HubSpot\nSCOPES = ['oauth', 'crm.lists.read']\n"),
        ("google.py", "# HubSpot and another\nSCOPES = ['content']\n"),
    ] {
        assert_eq!(code("").file(file, text).json()["declared"], Value::Null, "{file}");
    }
}

#[test]
fn a_list_that_was_named_decides() {
    assert_eq!(code("--declared crm.objects.contacts.read").run().code, 1);
    assert_eq!(code("--declared crm.objects.contacts.read,crm.objects.deals.read").run().code, 0);
    for (file, text) in [
        ("list.txt", "crm.objects.contacts.read\ncrm.objects.deals.read\n"),
        ("list.json", "[\"crm.objects.contacts.read\", \"crm.objects.deals.read\"]"),
        ("app.yaml", "app:\n  scopes:\n    - crm.objects.contacts.read\n    - crm.objects.deals.read\n"),
    ] {
        let run = code(&format!("--declared {file}")).file(file, text);
        assert_eq!(run.run().code, 0, "{file}: {}", run.run().err);
    }
    let done = code("--declared nothing.txt").run();
    assert_eq!(done.code, 2);
    assert_says(&done.err, &["there is no such file, and no scope of HubSpot's is called so"]);
    let done = code("--declared a.txt").file("a.txt", "nothing of the kind").run();
    assert_eq!(done.code, 2);
    assert_says(&done.err, &["has no list of scopes that could be read"]);
}

#[test]
fn an_action_is_held_against_the_scopes_that_are_listed_for_it() {
    let text = "actions:\n  - name: read\n    scopes: [crm.objects.deals.read]\n    request: {method: GET, url: 'https://api.hubapi.com/crm/v3/objects/deals'}\n  - name: write\n    required_scopes: [crm.objects.deals.read]\n    request: {method: POST, url: 'https://api.hubapi.com/crm/v3/objects/deals'}\n";
    let done = hubscope("scan .").file("actions.yaml", text).run();
    assert_eq!(done.code, 0);
    let wanted = "warning[code/scope-missing]: POST /crm/v3/objects/deals needs crm.objects.deals.write, and what is listed for it here does not allow it: crm.objects.deals.read.";
    assert_says(&done.err, &[wanted]);
    assert!(!done.err.contains("GET /crm/v3/objects/deals needs"), "{}", done.err);
}
