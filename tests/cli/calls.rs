//! Calls on the command line and in the plan file: they count like features, and the least set serves all together.

use serde_json::json;

use super::run::{assert_says, hubscope, url};

#[test]
fn a_call_that_a_schema_scope_opens_asks_for_no_records() {
    let answer = url("--endpoint 'GET /crm/v3/properties/deals'").json();
    assert_eq!(answer["scope"], json!(["oauth", "crm.schemas.deals.read"]));
    assert_eq!(answer["scopes"][1]["reasons"][0]["endpoint"], "GET /crm/v3/properties/deals");
}

#[test]
fn calls_are_solved_together() {
    let answer = url("--endpoint 'GET /crm/v3/properties/deals' --endpoint 'GET /crm/v3/objects/deals'").json();
    assert_eq!(answer["scope"], json!(["oauth", "crm.objects.deals.read"]));
}

#[test]
fn a_wish_for_later_never_decides_what_is_always_demanded() {
    let answer =
        url("--endpoint 'GET /crm/v3/properties/deals' --endpoint 'GET /crm/v3/objects/deals@if-available'").json();
    assert_eq!(answer["scope"], json!(["oauth", "crm.schemas.deals.read"]));
    assert_eq!(answer["optional_scope"], json!(["crm.objects.deals.read"]));
}

#[test]
fn a_type_id_is_its_object_and_services_need_their_own_scope() {
    let answer = url("--endpoint 'POST https://api.hubapi.com/crm/v3/objects/0-162'").json();
    assert_eq!(answer["scope"], json!(["oauth", "crm.objects.services.write"]));
    assert_eq!(answer["scopes"][1]["confidence"], "documented");
}

#[test]
fn writing_list_members_needs_reading_too_and_says_that_the_specification_differs() {
    let done = url("--endpoint 'PUT /crm/v3/lists/{listId}/memberships/add'").run().exits(0);
    assert!(done.out.contains("scope=oauth%20crm.lists.read%20crm.lists.write"), "{}", done.out);
    assert_says(&done.err, &["plan/endpoint-differs", "The careful reading asks for both"]);
    assert!(!done.err.contains("e-commerce"), "{}", done.err);
}

#[test]
fn what_is_not_known_or_not_for_apps_is_named_and_the_rest_is_solved() {
    let done = url(
        "--endpoint 'GET /crm/v3/owners' --endpoint 'GET /nonsense/of/mine' --endpoint 'GET /crm/v3/objects/{objectType}'",
    );
    let done = done.run().exits(0);
    assert!(done.out.contains("scope=oauth%20crm.objects.owners.read\n"), "{}", done.out);
    assert_says(&done.err, &["plan/unknown-endpoint", "/nonsense/of/mine", "plan/object-unknown", "objects/contacts"]);
}

#[test]
fn text_that_is_no_call_says_how_one_is_written() {
    let said = url("--endpoint 'crm/v3/owners'").run().exits(2).err;
    assert_says(&said, &["--endpoint", "GET /crm/v3/owners"]);
}

#[test]
fn calls_of_a_plan_file_count_and_say_when() {
    let plan = r#"{"version": 1, "endpoints": ["GET /crm/v3/owners", {"endpoint": "GET /automation/v4/flows", "when": "per-link"}]}"#;
    let answer = url("--plan p.json --with automation").file("p.json", plan).json();
    assert_eq!(answer["scope"], json!(["oauth", "automation", "crm.objects.owners.read"]));
}

#[test]
fn a_certificate_is_written_and_holds_and_a_changed_one_is_refused() {
    let run = url("--endpoint 'GET /crm/v3/properties/deals' --feature forms:forms@per-link --certificate c.json");
    run.run().exits(0);
    let text = std::fs::read_to_string(run.folder().join("c.json")).unwrap();
    let stages: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(stages[0]["set"], json!(["oauth", "crm.schemas.deals.read"]));
    assert_eq!(stages[1]["held"], json!(["oauth", "crm.schemas.deals.read"]));
    hubscope("catalog verify c.json").file("c.json", &text).run().exits(0);
    let more = text.replacen("\"crm.schemas.deals.read\"", "\"crm.objects.deals.read\"", 1);
    assert_eq!(hubscope("catalog verify c.json").file("c.json", more).run().code, 1);
}
