//! The schema of the plan file says what the program reads and writes: neither more nor less.

#![allow(clippy::unwrap_used, reason = "a test panics to fail")]

use boon::{Compiler, SchemaIndex, Schemas};
use hubscope::plan::{
    App, Auth, ChosenCall, Clicker, Distribution, Hublet, NamedLink, Pin, Plan, PlanFile, ScopeType, Selection, When,
};
use serde_json::{Map, Value, json};

const SCHEMA: &str = include_str!("../../assets/schema/hubscope.schema.json");
const EXAMPLE: &str = include_str!("../../assets/example.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn compiled() -> (Schemas, SchemaIndex) {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    compiler.add_resource("file:///plan.json", schema()).unwrap();
    let index = compiler.compile("file:///plan.json", &mut schemas).unwrap();
    (schemas, index)
}

/// What the schema says against a document.
fn fault(document: &Value) -> Option<String> {
    let (schemas, index) = compiled();
    schemas.validate(document, index).err().map(|error| error.to_string())
}

/// What the program says against a document.
fn refusal(document: &Value) -> Option<String> {
    let read = PlanFile::parse(&document.to_string()).and_then(|file| file.apply(&mut Plan::default()));
    read.err().map(|error| error.to_string())
}

/// A plan that fills every field of the file.
fn whole_plan() -> Plan {
    let text = |text: &str| Some(text.to_owned());
    let mut selection = Selection::new("webhooks.classic", Some("deal.propertyChange"));
    selection.parameters.insert("propertyName".to_owned(), "amount".to_owned());
    Plan {
        app: App {
            name: text("Shop"),
            client_id: text("3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b"),
            app_id: text("678"),
            redirect_url: text("https://shop.example/done"),
            account: text("12345"),
            distribution: Distribution::Marketplace,
            auth: Auth::Static,
            user_level: true,
            host: Hublet::Eu1,
            clicker: Clicker::EveryUser,
            ..App::default()
        },
        as_of: Some("2019-12-01".parse().unwrap()),
        advanced_scopes: true,
        selections: vec![selection, Selection { when: When::PerLink, ..Selection::new("crm.owners", None) }],
        calls: vec![ChosenCall::parse("GET /crm/v3/owners@if-available").unwrap()],
        pins: vec![
            Pin::new("crm.export", ScopeType::Optional, Some("the export button")),
            Pin::new("automation", ScopeType::ConditionallyRequired, None),
            Pin::new("crm.import", ScopeType::Required, None),
        ],
        links: vec![NamedLink { name: "pro".to_owned(), with: vec!["automation".to_owned()] }],
    }
}

fn written(plan: &Plan, beside_project: bool) -> Value {
    serde_json::from_str(&PlanFile::default().updated(plan, beside_project).to_text()).unwrap()
}

#[test]
fn the_example_is_valid() {
    let example = serde_json::from_str(EXAMPLE).unwrap();
    assert_eq!((fault(&example), refusal(&example)), (None, None));
}

#[test]
fn what_the_program_writes_is_valid_and_read_back() {
    for plan in [whole_plan(), Plan::default()] {
        for beside_project in [false, true] {
            let document = written(&plan, beside_project);
            assert_eq!((fault(&document), refusal(&document)), (None, None), "{document:#}");
        }
    }
    let mut read = Plan::default();
    PlanFile::parse(&written(&whole_plan(), false).to_string()).unwrap().apply(&mut read).unwrap();
    assert_eq!(read, whole_plan());
}

#[test]
fn every_word_of_an_enumeration_is_read() {
    let enumerations = [
        ("app", "distribution", Distribution::ALL.map(|value| json!(value)).to_vec()),
        ("app", "auth", Auth::ALL.map(|value| json!(value)).to_vec()),
        ("app", "host", Hublet::ALL.map(|value| json!(value)).to_vec()),
        ("app", "clicker", [Clicker::Admin, Clicker::EveryUser].map(|value| json!(value)).to_vec()),
        ("feature", "when", When::ALL.map(|value| json!(value)).to_vec()),
        ("scope", "type", ScopeType::ALL.map(|value| json!(value)).to_vec()),
    ];
    let schema = schema();
    for (object, field, words) in enumerations {
        let place = if object == "app" { &schema["properties"]["app"] } else { &schema["$defs"][object] };
        assert_eq!(place["properties"][field]["enum"], Value::Array(words), "{field}");
    }
}

#[test]
fn fields_that_are_not_known_are_welcome_everywhere() {
    let document = json!({
        "team": "growth", "version": 1, "app": {"owner": "ann"},
        "features": [{"feature": "crm.owners", "ticket": "OPS-1"}],
        "scopes": [{"scope": "crm.export", "since": 2024}],
        "links": [{"name": "pro", "color": "blue"}],
        "endpoints": ["GET /crm/v3/owners"]
    });
    assert_eq!((fault(&document), refusal(&document)), (None, None));
}

#[test]
fn what_says_nothing_may_be_null_where_it_is_a_text() {
    let document = json!({
        "as_of": null, "app": {"name": null, "client_id": null, "app_id": null, "redirect_url": null, "account": null},
        "features": [{"feature": "crm.owners", "option": null}], "scopes": [{"scope": "crm.export", "reason": null}]
    });
    assert_eq!((fault(&document), refusal(&document)), (None, None));
}

#[test]
fn schema_and_program_refuse_the_same() {
    let wrong = [
        json!([]),
        json!({"version": 2}),
        json!({"version": null}),
        json!({"version": "1"}),
        json!({"app": []}),
        json!({"app": {"client_id": 7}}),
        json!({"app": {"host": "mars"}}),
        json!({"app": {"auth": null}}),
        json!({"app": {"user_level": "yes"}}),
        json!({"app": {"clicker": "everyone"}}),
        json!({"as_of": "soon"}),
        json!({"as_of": "2019-13-01"}),
        json!({"as_of": "2019-12-01T10:00"}),
        json!({"advanced_scopes": "on"}),
        json!({"features": {}}),
        json!({"features": ["crm.owners"]}),
        json!({"features": [{}]}),
        json!({"features": [{"feature": null}]}),
        json!({"features": [{"feature": "a", "when": "now"}]}),
        json!({"features": [{"feature": "a", "when": null}]}),
        json!({"features": [{"feature": "a", "parameters": {"b": 1}}]}),
        json!({"scopes": [{"type": "optional"}]}),
        json!({"scopes": [{"scope": "a", "type": "conditionally required"}]}),
        json!({"links": [{"with": []}]}),
        json!({"links": [{"name": "pro", "with": "automation"}]}),
        json!({"links": [{"name": "pro", "with": [1]}]}),
    ];
    for document in wrong {
        assert!(fault(&document).is_some(), "the schema takes {document}");
        assert!(refusal(&document).is_some(), "the program takes {document}");
    }
}

/// Every object schema within `value`, by its path.
fn objects<'a>(path: &str, value: &'a Value, found: &mut Vec<(String, &'a Map<String, Value>)>) {
    if let Some(object) = value.as_object() {
        if object.get("type").is_some_and(|kind| kind == "object") {
            found.push((path.to_owned(), object));
        }
        for (name, value) in object {
            objects(&format!("{path}/{name}"), value, found);
        }
    }
}

#[test]
fn every_object_is_open_and_every_field_is_described() {
    let schema = schema();
    let mut found = Vec::new();
    objects("", &schema, &mut found);
    assert_eq!(found.len(), 7);
    for (path, object) in found {
        assert!(object.get("additionalProperties").is_some_and(|more| *more != json!(false)), "{path} is closed");
        for (name, field) in object.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let text = field["description"].as_str().unwrap_or_default();
            assert!(text.ends_with('.'), "{path}/{name} is not described");
        }
    }
}

#[test]
fn every_field_that_is_written_is_in_the_schema() {
    let schema = schema();
    let document = written(&whole_plan(), false);
    let assert_known = |written: &Value, object: &Value| {
        for name in written.as_object().unwrap().keys() {
            assert!(object["properties"].get(name).is_some(), "{name} is not in the schema");
        }
    };
    assert_known(&document, &schema);
    assert_known(&document["app"], &schema["properties"]["app"]);
    for (list, object) in [("features", "feature"), ("scopes", "scope"), ("links", "link")] {
        for entry in document[list].as_array().unwrap() {
            assert_known(entry, &schema["$defs"][object]);
        }
    }
}
