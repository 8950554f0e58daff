//! Installs and answers rebuilt from real complaints: what the program says of them is what was found out in the end.
//!
//! The collection lies outside of the repository; `HUBSCOPE_CORPUS` says where.

#![expect(clippy::expect_used, reason = "a test may stop where its input is not there")]

use std::path::PathBuf;

use hubscope::account::{Ask, Customer, Gate, Install, Installer, Role, bill, simulate};
use hubscope::catalog::{Account, Catalog, Level, Verdict};
use hubscope::check::{LinkOptions, ask_of_link, check_accounts};
use hubscope::trouble::diagnose;
use serde_json::{Value, json};

fn rows(name: &str) -> Vec<Value> {
    let folder = PathBuf::from(std::env::var_os("HUBSCOPE_CORPUS").expect("HUBSCOPE_CORPUS names the collection"));
    let text = std::fs::read_to_string(folder.join(name)).expect("a file of the collection");
    text.lines().filter(|line| !line.is_empty()).map(|line| serde_json::from_str(line).expect("a row")).collect()
}

fn fixture(id: u64) -> Value {
    rows("fixtures.jsonl").into_iter().find(|row| row["id"] == id).expect("the fixture")
}

fn ask(row: &Value) -> Ask {
    ask_of_link(Catalog::embedded(), row["link"].as_str().expect("a link"), &LinkOptions::default())
}

fn on_free() -> Install {
    Install { customer: Customer { tiers: Account::on(Level::Free), ..Customer::default() }, ..Install::default() }
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn sixty_bisected_scopes_get_a_verdict_each_at_once() {
    let row = fixture(2);
    let outcome = simulate(Catalog::embedded(), &on_free(), &ask(&row));
    let refused: Vec<Value> = outcome
        .refusals
        .iter()
        .filter(|refusal| refusal.gate == Gate::Tier)
        .filter_map(|refusal| refusal.scope.clone().map(Value::from))
        .collect();
    assert_eq!(Value::from(refused), row["answer"]["tier_refuses"]);
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn a_super_admin_is_refused_by_the_tier_with_hubspots_sentence() {
    let row = fixture(3);
    let outcome = simulate(Catalog::embedded(), &on_free(), &ask(&row));
    assert_eq!((outcome.installs, outcome.refusals.len()), (Verdict::No, 1));
    let refusal = &outcome.refusals[0];
    assert_eq!(
        (json!(refusal.gate), json!(refusal.scope)),
        (row["answer"]["gate"].clone(), row["answer"]["scope"].clone())
    );
    let says = row["answer"]["says"].as_str().expect("a sentence").trim_start_matches('…');
    assert!(refusal.hubspot_says.as_deref().is_some_and(|told| told.ends_with(says)), "{refusal:?}");
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn a_page_of_twenty_permissions_is_billed_scope_by_scope() {
    let ask = ask(&fixture(9));
    let rows = bill(Catalog::embedded(), &ask.scope);
    assert!(rows.len() > 10 && rows.iter().skip(1).all(|row| !row.scopes.is_empty()), "{rows:?}");
    let found = check_accounts(Catalog::embedded(), &ask.scope);
    assert!(found.iter().any(|finding| finding.rule.id == "account/too-wide"));
    let installer = Installer { role: Role::MarketplaceAccess, ..Installer::default() };
    let enterprise = Customer { tiers: Account::on(Level::Enterprise), ..Customer::default() };
    let install = Install { customer: enterprise, installer, ..Install::default() };
    assert_eq!(simulate(Catalog::embedded(), &install, &ask).installs, Verdict::Yes);
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn a_body_that_names_a_retired_scope_is_answered_by_the_endpoint() {
    let row = fixture(6);
    let text = format!("{} {}", row["call"].as_str().expect("a call"), row["body"]);
    let found = diagnose(Catalog::embedded(), &text).expect("a diagnosis");
    assert_eq!(json!(found.scopes), row["answer"]["scopes"]);
    assert!(found.notes.iter().any(|note| note.contains("mislead")), "{:?}", found.notes);
}

/// The body as HubSpot sends it, rebuilt from what was kept of it.
fn body(row: &Value) -> String {
    let said = if row["mode"] == "all-of" { "All" } else { "One or more" };
    let mut context = json!({"requiredGranularScopes": row["scopes"]});
    if row["legacy_requiredScopes"].is_array() {
        context["requiredScopes"] = row["legacy_requiredScopes"].clone();
    }
    json!({
        "status": "error", "category": "MISSING_SCOPES",
        "message": "This app hasn't been granted all required scopes to make this call.",
        "errors": [{"message": format!("{said} of the following scopes are required."), "context": context}],
    })
    .to_string()
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn every_observed_refusal_is_answered_with_scopes_that_an_app_can_ask_for() {
    let catalog = Catalog::embedded();
    for row in rows("observed_403.jsonl") {
        let call = format!("{} {}", row["method"].as_str().expect("a method"), row["path"].as_str().expect("a path"));
        let body = body(&row);
        let alone = diagnose(catalog, &body).expect("a diagnosis");
        let with_call = diagnose(catalog, &format!("{call} {body}")).expect("a diagnosis");
        println!("{call}: {:?}; alone {} of {}", with_call.scopes, alone.scopes.len(), row["scopes"]);
        for found in [&alone, &with_call] {
            assert!(!found.scopes.is_empty() && found.causes.len() > 2, "{call}: {found:?}");
            let selectable = |name: &String| hubscope::trouble::selectable(catalog, name) == [name.as_str()];
            assert!(found.scopes.iter().all(selectable), "{call}: {:?}", found.scopes);
        }
        // A list that is all that its call needs together is read so, whatever its sentence says of one or more.
        let is_needed_whole = with_call.scopes.len() > 1 && alone.scopes == with_call.scopes;
        assert_eq!(alone.any_of, row["mode"] != "all-of" && !is_needed_whole, "{call}");
        assert!(with_call.scopes.len() <= 3, "{call}: {:?}", with_call.scopes);
    }
}
