//! The importer, on specifications written for each trap.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::*;
use crate::catalog::Catalog;

/// A specification with one operation a path, each a GET with this `security`.
fn spec(operations: &[(&str, Value)]) -> String {
    let paths: serde_json::Map<String, Value> = operations
        .iter()
        .map(|(path, security)| {
            ((*path).to_owned(), json!({"get": {"security": security, "responses": {}}, "parameters": []}))
        })
        .collect();
    json!({"openapi": "3.0.1", "info": {"title": "x"}, "paths": paths}).to_string()
}

/// The facts that these files give, read as a catalog.
fn catalog(files: &[(&str, String)]) -> Catalog {
    Catalog::with_endpoints(text(files).leak()).unwrap()
}

fn text(files: &[(&str, String)]) -> String {
    let mut importer = Importer::new(Catalog::embedded().objects());
    for (path, bytes) in files {
        importer.add(path, bytes.as_bytes()).unwrap();
    }
    importer.finish("a/b@c", "2026-08-21").unwrap().text
}

fn oauth(scopes: &[&str]) -> Value {
    json!({"oauth2": scopes})
}

fn needs(catalog: &Catalog, call: &str) -> Vec<String> {
    let found = catalog.endpoints().find(&Call::parse(call).unwrap()).unwrap();
    let mut ways: Vec<String> = found.requirement.iter().map(|way| way.all_of.join("+")).collect();
    ways.sort_unstable();
    ways
}

const LISTS: &str = "CRM/Lists/Rollouts/1/v3/lists.json";

#[test]
fn entries_are_any_of_and_their_scopes_all_of() {
    let security = json!([oauth(&["forms", "crm.import"]), {"oauth2_legacy": ["social"]}, {"private_apps": ["forms"]}]);
    let catalog = catalog(&[(LISTS, spec(&[("/x/v3/y", security)]))]);
    assert_eq!(needs(&catalog, "GET /x/v3/y"), ["crm.import+forms", "social"]);
}

#[test]
fn oauth_alone_counts_only_where_nothing_else_does() {
    let security = json!([oauth(&["oauth"]), oauth(&["forms"])]);
    let catalog = catalog(&[(LISTS, spec(&[("/x/v3/a", security), ("/x/v3/b", json!([oauth(&["oauth"])]))]))]);
    assert_eq!(needs(&catalog, "GET /x/v3/a"), ["forms"]);
    assert_eq!(needs(&catalog, "GET /x/v3/b"), ["oauth"]);
}

#[test]
fn a_key_in_one_version_and_developer_scopes_in_another_are_the_developers() {
    let key = || json!([{"developer_hapikey": []}]);
    let files = [
        ("X/Y/Rollouts/1/v3/y.json", spec(&[("/x/v3/y", json!([oauth(&["developers-read"])])), ("/x/v3/z", key())])),
        (
            "X/Y/Rollouts/1/2026-03/y.json",
            spec(&[("/x/2026-03/y", key()), ("/x/2026-03/z", json!([oauth(&["forms"])]))]),
        ),
    ];
    let catalog = catalog(&files);
    let found = |call: &str| catalog.endpoints().find(&Call::parse(call).unwrap()).unwrap().not_for_apps;
    assert!(found("GET /x/v3/y"));
    assert!(!found("GET /x/v3/z"), "one version takes a scope of apps");
    assert_eq!(needs(&catalog, "GET /x/v3/z"), ["forms"]);
}

#[test]
fn an_empty_list_is_no_scope() {
    let catalog = catalog(&[("Auth/Oauth/Rollouts/1/v1/o.json", spec(&[("/x/v1/token", json!([]))]))]);
    assert_eq!(needs(&catalog, "GET /x/v1/token"), [""]);
}

#[test]
fn sensitive_names_are_those_of_configs() {
    let security = json!([oauth(&["crm.objects.contacts.sensitive.read.v2"])]);
    let text = text(&[(LISTS, spec(&[("/x/v3/y", security)]))]);
    assert!(text.contains("crm.objects.contacts.sensitive.read\"") && !text.contains(".v2"));
}

#[test]
fn a_list_for_all_objects_is_narrowed_and_a_narrow_row_wins_over_it() {
    let names = ["contacts", "companies", "deals", "leads", "carts", "orders"];
    let all = || Value::Array(names.iter().map(|name| oauth(&[&format!("crm.objects.{name}.read")])).collect());
    let files = [
        ("CRM/Objects/Rollouts/1/v3/o.json", spec(&[("/crm/v3/objects/{objectType}/{objectId}", all())])),
        ("CRM/Carts/Rollouts/1/2026-09-beta/c.json", spec(&[("/crm/objects/2026-09-beta/carts/{cartId}", all())])),
        (
            "CRM/Notes/Rollouts/1/2026-09/n.json",
            spec(&[("/crm/objects/2026-09/{objectType}/{objectId}", json!([oauth(&["crm.objects.contacts.read"])]))]),
        ),
    ];
    let text = text(&files);
    assert_eq!(text.matches("\"generic\":true").count(), 1, "stored once: {text}");
    let catalog = catalog(&files);
    assert_eq!(needs(&catalog, "GET /crm/v3/objects/orders/1"), ["crm.objects.orders.read"]);
    assert_eq!(needs(&catalog, "GET /crm/v3/objects/carts/1"), ["crm.objects.carts.read"]);
    assert_eq!(needs(&catalog, "GET /crm/v3/objects/notes/1"), ["crm.objects.contacts.read"]);
    assert_eq!(needs(&catalog, "GET /crm/v3/objects/0-46/1"), ["crm.objects.contacts.read"]);
    let unknown = catalog.endpoints().find(&Call::parse("GET /crm/v3/objects/{objectType}/1").unwrap()).unwrap();
    assert!(unknown.object_unknown && unknown.requirement.len() == names.len());
}

#[test]
fn a_way_that_a_newer_version_alone_lists_is_no_way_of_the_older_one() {
    let files = [
        ("CMS/Hubdb/Rollouts/1/v3/h.json", spec(&[("/cms/v3/hubdb/tables", json!([oauth(&["hubdb"])]))])),
        (
            "CMS/Hubdb/Rollouts/1/2026-03/h.json",
            spec(&[("/cms/hubdb/2026-03/tables", json!([oauth(&["hubdb"]), oauth(&["hubdb.tables.read"])]))]),
        ),
    ];
    let catalog = catalog(&files);
    assert_eq!(needs(&catalog, "GET /cms/v3/hubdb/tables"), ["hubdb"]);
    let newer = catalog.endpoints().find(&Call::parse("GET /cms/hubdb/2026-03/tables").unwrap()).unwrap();
    assert_eq!(newer.standing(&["hubdb.tables.read"]), Standing::Allowed);
    let older = catalog.endpoints().find(&Call::parse("GET /cms/v3/hubdb/tables").unwrap()).unwrap();
    assert_eq!(older.standing(&["hubdb.tables.read"]), Standing::Doubtful);
    assert_eq!(catalog.endpoints().operations()[0].versions(), ["v3", "2026-03"]);
}

#[test]
fn test_apis_and_other_files_are_left_out() {
    let mut importer = Importer::new(Catalog::embedded().objects());
    let some = spec(&[("/x/v3/y", json!([oauth(&["forms"])]))]);
    for path in [
        "Test/A/Rollouts/1/v3/a.json",
        "CRM/Bucket_Test111/Rollouts/1/v3/a.json",
        "Account/Test Child Api/Rollouts/1/v3/a.json",
        "CRM/Lists/Rollouts/1/v3/Collection Directory/Lists.json",
        "CRM/Lists/Rollouts/1/v3/Collection - Lists.json",
        "README.md",
    ] {
        assert!(!importer.add(path, some.as_bytes()).unwrap(), "{path}");
    }
    let acceptance = spec(&[("/x/v3/y", json!([oauth(&["ACCEPTANCE_TEST.visibility.1"])]))]);
    assert!(importer.add(LISTS, acceptance.as_bytes()).unwrap());
    assert!(!importer.finish("a", "2026-08-21").unwrap().text.contains("ACCEPTANCE"));
    assert!(importer.add(LISTS, b"{\"openapi\": 3").is_err());
}

#[test]
fn the_same_files_give_the_same_bytes_in_any_order() {
    let one = ("A/B/Rollouts/1/v3/b.json", spec(&[("/b/v3/{id}", json!([oauth(&["forms"])]))]));
    let two = (
        "A/C/Rollouts/1/2026-03/c.json",
        spec(&[("/b/2026-03/{bId}", json!([oauth(&["social"]), oauth(&["forms"])]))]),
    );
    assert_eq!(text(&[one.clone(), two.clone()]), text(&[two, one]));
}

#[test]
fn a_tier_above_free_is_kept_as_a_hint() {
    let tiers = |level: &str| {
        json!({"openapi": "3", "info": {"x-hubspot-product-tier-requirements": {"sales": level, "cms": "FREE"}},
            "paths": {"/x/v3/y": {"get": {"security": []}}}})
        .to_string()
    };
    let hint = |level: &str| {
        let catalog = catalog(&[("A/B/Rollouts/1/v3/b.json", tiers(level))]);
        let endpoints = catalog.endpoints();
        endpoints.tier_hint(&endpoints.operations()[0]).map(|tier| tier["sales"].to_owned())
    };
    assert_eq!(hint("ENTERPRISE"), Some("ENTERPRISE".to_owned()));
    assert_eq!(hint("FREE"), None);
}

#[test]
fn a_report_says_what_is_new_gone_and_unknown() {
    let security = json!([oauth(&["brand.new.read"])]);
    let mut importer = Importer::new(Catalog::embedded().objects());
    importer.add(LISTS, spec(&[("/x/v3/y", security), ("/x/v3/z", json!([]))]).as_bytes()).unwrap();
    let facts = importer.finish("a", "2026-08-21").unwrap();
    let catalog = Catalog::embedded();
    let report = ImportReport::compare(&facts, catalog, catalog.endpoints().operations()).unwrap();
    assert_eq!(report.new, ["GET /x/v3/y", "GET /x/v3/z"]);
    assert!(report.gone.contains(&"GET /crm/v3/owners".to_owned()));
    assert_eq!(report.unknown_scopes, ["brand.new.read"]);
    assert_eq!(report.without_scope, ["GET /x/v3/z"]);
}

/// JSON that is anything, but with the words that the importer looks for.
fn json_of_any_shape() -> impl Strategy<Value = Value> {
    let words = "openapi|paths|/crm/v3/objects/deals|/x/\\{id\\}|get|post|security|oauth2|private_apps|info|sales|\\*|parameters";
    let text =
        prop_oneof!["[a-z.]{0,9}", Just("crm.import".to_owned()), Just("3.0.1".to_owned()), Just("FREE".to_owned())];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((words, inner), 0..5).prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

proptest! {
    // Each case reads four catalogs.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_specification_of_any_shape_makes_the_importer_panic(
        whole in json_of_any_shape(),
        paths in json_of_any_shape(),
        operation in json_of_any_shape(),
        security in json_of_any_shape(),
    ) {
        let specs = [
            whole,
            json!({"openapi": "3", "paths": paths}),
            json!({"openapi": "3", "info": operation.clone(), "paths": {"/x/v3/y": {"get": operation}}}),
            json!({"openapi": "3", "paths": {"/crm/v3/objects/{objectType}": {"post": {"security": security}}}}),
        ];
        for spec in specs {
            let mut importer = Importer::new(Catalog::embedded().objects());
            let _ = importer.add(LISTS, spec.to_string().as_bytes());
            let facts = importer.finish("a", "2026-08-21").unwrap();
            let catalog = Catalog::with_endpoints(facts.text.leak()).unwrap();
            let endpoints = catalog.endpoints();
            for operation in endpoints.operations() {
                let found = endpoints.find(&Call::parse(&operation.id()).unwrap());
                prop_assert!(found.is_some() && !endpoints.needs(operation).operation.path.is_empty());
            }
        }
    }

}

proptest! {
    // Each reads every file of facts.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_facts_of_any_shape_make_the_reader_panic(facts in json_of_any_shape(), bytes in "\\PC{0,60}") {
        let _ = Catalog::with_endpoints(facts.to_string().leak());
        let _ = Catalog::with_endpoints(bytes.leak());
    }

    #[test]
    fn no_bytes_make_the_importer_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), path in "\\PC{0,30}") {
        let mut importer = Importer::new(Catalog::embedded().objects());
        let _ = importer.add(LISTS, &bytes);
        let _ = importer.add(&path, &bytes);
        prop_assert!(importer.finish("a", "2026-08-21").is_ok());
    }

    #[test]
    fn no_path_of_a_specification_makes_the_importer_panic(path in "(/(crm|objects|\\*|v3|2026-03|\\{objectType\\}|\\{|0-3|)){0,7}|\\PC{0,20}") {
        let mut importer = Importer::new(Catalog::embedded().objects());
        let deals = "CRM/Deals/Rollouts/1/v3/d.json";
        importer.add(deals, spec(&[(&path, json!([{"oauth2": ["forms"]}]))]).as_bytes()).unwrap();
        let _ = Catalog::with_endpoints(importer.finish("a", "2026-08-21").unwrap().text.leak());
    }
}
