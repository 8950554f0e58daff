//! `hubscope url --json`: the names and types that scripts rely on.

use serde_json::{Value, json};

use super::run::{rules, url};

fn names(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_answer_has_its_fields_in_their_types() {
    let answer = url("--feature cards.app:contacts --optional crm.export --conditional automation").json();
    assert_eq!(
        names(&answer),
        ["url", "scope", "optional_scope", "scopes", "token_request", "tiers", "as_of", "diagnostics"]
    );
    assert!(answer["url"].as_str().unwrap().starts_with("https://app.hubspot.com/oauth/authorize?client_id="));
    assert_eq!(answer["scope"], json!(["oauth", "crm.objects.contacts.read"]));
    assert_eq!(answer["optional_scope"], json!(["crm.export"]));
    assert_eq!((&answer["token_request"], &answer["diagnostics"]), (&json!([]), &json!([])));
    assert_eq!(answer["as_of"], "2026-11-21");
}

#[test]
fn every_scope_has_its_type_its_tier_and_its_reasons() {
    let answer = url("--feature cards.app:contacts --optional crm.export --conditional automation").json();
    let scopes = answer["scopes"].as_array().unwrap();
    let types: Vec<(&str, &str)> =
        scopes.iter().map(|scope| (scope["name"].as_str().unwrap(), scope["type"].as_str().unwrap())).collect();
    assert_eq!(
        types,
        [
            ("oauth", "required"),
            ("automation", "conditional"),
            ("crm.export", "optional"),
            ("crm.objects.contacts.read", "required")
        ]
    );
    let card = &scopes[3];
    assert_eq!(card["reasons"][0]["feature"], "cards.app:contacts");
    assert_eq!(card["reasons"][0]["when"], "always");
    assert_eq!(card["tier"], json!({"any": true}));
    assert_eq!(card["confidence"], "documented");
    assert_eq!(scopes[2]["reasons"][0]["pinned"], "entered on the command line");
    assert_eq!(scopes[1]["tier"]["any_of"][0], json!({"hub": "marketing", "level": "professional"}));
}

#[test]
fn a_link_is_judged_on_each_tier() {
    let answer = url("--scope automation").json();
    let installs: Vec<(&str, &Value)> = answer["tiers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tier| (tier["account"].as_str().unwrap(), &tier["installs"]))
        .collect();
    let (yes, no) = (json!(true), json!(false));
    assert_eq!(installs, [("free", &no), ("starter", &no), ("professional", &yes), ("enterprise", &yes)]);
    assert_eq!(answer["tiers"][0]["because"], json!(["automation"]));
}

#[test]
fn a_refused_link_is_null_and_the_reason_is_a_diagnostic() {
    let run = url("--scope contacts").arg("--json").run().exits(1);
    assert_eq!(run.err, "", "nothing is said beside the JSON");
    let answer: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(answer["url"], Value::Null);
    assert_eq!(answer["scope"], json!(["oauth", "contacts"]));
    let finding = &answer["diagnostics"][0];
    assert_eq!(
        names(finding),
        ["rule", "severity", "subject", "message", "hubspot_says", "who_fixes", "confidence", "span", "fix", "source"]
    );
    assert_eq!((&finding["rule"], &finding["severity"]), (&json!("scope/retired"), &json!("error")));
    assert_eq!((&finding["subject"], &finding["who_fixes"]), (&json!("contacts"), &json!("developer")));
}

#[test]
fn force_gives_the_link_and_keeps_the_diagnostics() {
    let answer = url("--scope contacts --force").json();
    assert!(answer["url"].as_str().unwrap().ends_with("scope=oauth%20contacts"));
    assert_eq!(rules(&answer), ["scope/retired"]);
}

#[test]
fn a_snippet_is_not_json() {
    assert!(url("--snippet env --json").run().exits(2).err.contains("cannot be used with"));
}
