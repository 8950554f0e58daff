//! Endpoints through the front door: the least set for calls, the import of a checkout, a catalog from a file.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail loudly")]

use std::path::Path;
use std::process::{Command, Output};

use hubscope::catalog::{Call, Catalog, Match, ScopeSet};
use hubscope::solve::{Requirement, minimum};

fn requirement(call: &str) -> Requirement {
    let catalog = Catalog::embedded();
    let found: Match = catalog.endpoints().find(&Call::parse(call).unwrap()).unwrap();
    Requirement::any_of(found.requirement.iter().map(|way| catalog.set_of(way.all_of.iter().copied())))
}

fn least(calls: &[&str]) -> Vec<&'static str> {
    let catalog = Catalog::embedded();
    let requirements: Vec<Requirement> = calls.iter().map(|call| requirement(call)).collect();
    let answer = minimum(catalog, &requirements, ScopeSet::EMPTY);
    answer.set.iter().map(|id| catalog.scope(id).name).filter(|name| *name != "oauth").collect()
}

#[test]
fn the_definition_alone_opens_to_its_scope_and_with_the_records_to_theirs() {
    assert_eq!(least(&["GET /crm/v3/properties/deals"]), ["crm.schemas.deals.read"]);
    let both = ["GET /crm/v3/properties/deals", "GET /crm/v3/objects/deals"];
    assert_eq!(least(&both), ["crm.objects.deals.read"]);
}

#[test]
fn a_granular_scope_is_chosen_over_its_coarse_one() {
    assert_eq!(least(&["GET /crm/v3/objects/products"]), ["crm.objects.products.read"]);
    assert_eq!(least(&["GET /crm/v3/objects/tickets"]), ["crm.objects.tickets.read"]);
    assert_eq!(least(&["POST /crm/v3/lists"]), ["crm.lists.write"]);
}

fn hubscope(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hubscope")).args(args).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn checkout(folder: &Path) {
    let api = folder.join("PublicApiSpecs/CRM/Crm Owners/Rollouts/1/v3");
    std::fs::create_dir_all(api.join("Collection Directory")).unwrap();
    let spec = r#"{"openapi": "3.0.1", "paths": {"/crm/v3/owners": {"get": {"security": [{"oauth2": ["new.owners.read"]}]}}}}"#;
    std::fs::write(api.join("owners.json"), spec).unwrap();
    std::fs::write(api.join("Collection Directory/Owners.json"), "{}").unwrap();
}

#[test]
fn a_checkout_is_imported_reported_and_used() {
    let folder = tempfile::tempdir().unwrap();
    checkout(folder.path());
    let dir = folder.path().to_str().unwrap();
    let facts = folder.path().join("facts.json");
    let file = facts.to_str().unwrap();
    let import = ["catalog", "import", dir, "--commit", "1234567", "--date", "2026-08-21", "--output", file];
    let said = hubscope(&import);
    assert!(said.status.success(), "{}", text(&said.stderr));
    assert!(text(&said.stdout).starts_with("1 specifications, 1 rows, 1 operations"));
    assert!(text(&said.stdout).contains("  new.owners.read\n"));
    let first = std::fs::read(&facts).unwrap();
    hubscope(&import);
    assert_eq!(first, std::fs::read(&facts).unwrap());

    let shown = hubscope(&["catalog", "endpoints", "owners", "crm/v3", "--json", "--catalog", file]);
    let rows: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(rows[0]["endpoint"], "GET /crm/v3/owners");
    assert_eq!(rows[0]["kind"], "endpoint");
    assert_eq!(rows[0]["least"], serde_json::json!(["crm.objects.owners.read"]));
    assert_eq!(rows[0]["requirement"]["any_of"], serde_json::json!([["crm.objects.owners.read"]]));
    assert_eq!(rows[0]["versions"], serde_json::json!(["v3"]));

    let told = hubscope(&["explain", "GET /crm/v3/owners", "--catalog", file]);
    assert!(text(&told.stdout).contains("1234567"), "an explanation names the source of that file");
}

#[test]
fn an_import_without_a_commit_asks_for_one() {
    let folder = tempfile::tempdir().unwrap();
    checkout(folder.path());
    let said = hubscope(&["catalog", "import", folder.path().to_str().unwrap()]);
    assert_eq!(said.status.code(), Some(2));
    assert!(text(&said.stderr).contains("--commit"));
}

#[test]
fn a_catalog_file_that_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("facts.json");
    std::fs::write(&file, "{}").unwrap();
    let said = hubscope(&["catalog", "info", "--catalog", file.to_str().unwrap()]);
    assert_eq!(said.status.code(), Some(2));
    assert!(text(&said.stderr).contains("not what catalog import writes"));
}

#[test]
fn endpoints_are_listed_with_object_and_needs() {
    let said = hubscope(&["catalog", "endpoints", "CRM/Deals", "search"]);
    let shown = text(&said.stdout);
    assert!(shown.contains("POST /crm/v3/objects/{objectType}/search  deals  crm.objects.deals.read"), "{shown}");
}
