//! What a scope or feature costs, the change that lets more in, the bill and the checklist.

use hubscope::account::{Ask, Install, Role, bill, changes, checklist, describe, matrix, unbilled, values};
use hubscope::catalog::{Catalog, Level, Verdict};
use hubscope::check::{LinkOptions, ask_of_link};
use hubscope::plan::{LinkChoice, Plan, parse_feature, resolve};

fn ask(scope: &[&str]) -> Ask {
    Ask { scope: scope.iter().map(|name| (*name).to_owned()).collect(), ..Ask::default() }
}

#[test]
fn the_best_change_is_the_one_scope_that_lets_most_in() {
    let catalog = Catalog::embedded();
    let told = |scope: &[&str]| {
        let ask = ask(scope);
        let best = changes(&matrix(catalog, &Install::default(), &ask), &ask).into_iter().next();
        best.map(|change| format!("{}: {}", change.scopes.join(" "), describe(&change.gains)))
    };
    assert_eq!(told(&["oauth", "crm.export"]).unwrap(), "crm.export: every installer without Super Admin");
    assert_eq!(
        told(&["oauth", "crm.objects.custom.read", "automation"]).unwrap(),
        "crm.objects.custom.read: Professional"
    );
    assert_eq!(
        told(&["oauth", "crm.objects.custom.read"]).unwrap(),
        "crm.objects.custom.read: Free, Starter, Professional"
    );
    assert_eq!(
        told(&["oauth", "crm.objects.custom.read", "business_units_view.read"]).unwrap(),
        "business_units_view.read: Enterprise"
    );
    assert_eq!(told(&["oauth", "crm.objects.contacts.read"]), None);
}

/// A plan of these features, with what it asks for.
fn planned(specs: &[&str]) -> (hubscope::plan::Resolved, Ask) {
    let catalog = Catalog::embedded();
    let mut plan = Plan::default();
    for spec in specs {
        for selection in parse_feature(catalog, spec).unwrap() {
            plan.choose(selection);
        }
    }
    let resolved = resolve(catalog, &plan);
    let ask = Ask::of_plan(catalog, &plan, &resolved, &LinkChoice::Base);
    assert!(ask.faults.is_empty(), "{:?}", ask.faults);
    (resolved, ask)
}

#[test]
fn a_scope_and_a_feature_cost_the_places_that_they_alone_refuse() {
    let (resolved, ask) =
        planned(&["crm.objects.custom:read", "automation.workflows", "webhooks.classic:deal.creation"]);
    let all = matrix(Catalog::embedded(), &Install::default(), &ask);
    let worth = values(&all, &ask, Some(&resolved));
    let cost = |name: &str| {
        worth.iter().find(|value| value.name == name).map(|value| (value.refused.len(), value.alone.len()))
    };
    assert_eq!(cost("crm.objects.custom.read"), Some((6, 2)));
    assert_eq!(cost("crm.objects.custom:read"), Some((6, 2)));
    assert_eq!(cost("automation"), Some((4, 0)));
    assert_eq!(cost("automation.workflows"), Some((4, 0)));
    assert_eq!(cost("crm.objects.deals.read"), None);
}

#[test]
fn a_scope_that_is_locked_says_why_and_is_not_offered_as_optional() {
    let (resolved, ask) = planned(&["cards.app:custom (p_name)"]);
    let all = matrix(Catalog::embedded(), &Install::default(), &ask);
    assert_eq!(changes(&all, &ask), []);
    let worth = values(&all, &ask, Some(&resolved));
    let card = worth.iter().find(|value| value.name == "crm.objects.custom.read").unwrap();
    assert!(card.locked.is_some_and(|why| why.contains("set up")) && card.alone.len() == 6, "{card:?}");
}

#[test]
fn a_place_of_the_matrix_is_the_outcome_there() {
    let catalog = Catalog::embedded();
    let ask = ask(&["oauth", "automation"]);
    let all = matrix(catalog, &Install::default(), &ask);
    assert_eq!(all.cells.len(), 12);
    let installs = |level, role| all.at(level, role).unwrap().installs;
    assert_eq!(installs(Level::Starter, Role::SuperAdmin), Verdict::No);
    assert_eq!(installs(Level::Professional, Role::MarketplaceAccess), Verdict::Yes);
    assert_eq!(installs(Level::Enterprise, Role::None), Verdict::No);
}

#[test]
fn the_bill_says_what_is_not_known() {
    let catalog = Catalog::embedded();
    let scope = ["oauth", "automation", "timeline", "crm.objects.deals.read"];
    let rows = bill(catalog, &scope);
    assert_eq!(rows[0].permission.id, "marketplace_access");
    assert_eq!(rows.iter().find(|row| row.permission.id == "workflows_edit").unwrap().scopes, ["automation"]);
    assert_eq!(unbilled(catalog, &scope), ["timeline"]);
    assert!(bill::<&str>(catalog, &[]).is_empty());
}

#[test]
fn a_checklist_escapes_the_name_of_the_app() {
    let mut install = Install::default();
    install.app.name = Some("Evil](http://x.example)\n# Own heading".to_owned());
    let text = checklist(Catalog::embedded(), &install, &ask(&["oauth", "crm.export"]));
    assert!(text.starts_with("# Before you install Evil\\](http://x.example) \\# Own heading\n"), "{text}");
    assert!(text.contains("only one can grant `crm.export` (documented)"), "{text}");
    assert!(text.lines().all(|line| !line.starts_with("# Own")));
}

#[test]
fn fifty_thousand_names_are_judged_to_their_end() {
    let catalog = Catalog::embedded();
    let names: Vec<String> = (0..50_000).map(|i| format!("crm.objects.x{i}.read")).collect();
    let link = format!(
        "https://app.hubspot.com/oauth/authorize?client_id={{id}}&redirect_uri={{uri}}&scope=oauth%20{}",
        names.join("%20")
    );
    let ask = ask_of_link(catalog, &link, &LinkOptions::default());
    assert_eq!(ask.faults.len(), 200, "more would bury the others");
    let all = matrix(catalog, &Install::default(), &ask);
    assert!(all.cells.iter().all(|cell| cell.outcome.installs == Verdict::No));
}
