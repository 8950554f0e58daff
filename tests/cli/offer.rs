//! `hubscope url --links fewest`: which links to hand out; and what is told of days to come.

use serde_json::json;

use super::run::{assert_says, hubscope, rules, url};

#[test]
fn the_fewest_links_are_printed_with_the_accounts_that_each_is_for() {
    let run = url("--scope crm.lists.read --conditional automation crm.objects.custom.read --links fewest");
    let done = run.run().exits(0);
    let lines: Vec<(&str, &str)> = done.out.lines().filter_map(|line| line.split_once('\t')).collect();
    assert_eq!(lines.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["free-starter", "professional", "enterprise"]);
    assert!(!lines[0].1.contains("automation") && lines[1].1.contains("automation"));
    assert_says(&done.err, &["free-starter is for accounts on Free, Starter", "they cannot have automation"]);
    let answer = url("--scope crm.lists.read --conditional automation --links fewest").json();
    assert_eq!(answer["links"][0]["serves"]["tiers"], json!(["free", "starter"]));
    assert_eq!(answer["links"][1]["serves"]["gives"], json!(["automation"]));
    assert_eq!(answer["links"][1]["scope"], json!(["oauth", "automation", "crm.lists.read"]));
}

#[test]
fn tiers_and_features_can_be_chosen() {
    let of = |line: &str| url(&format!("--conditional automation crm.objects.custom.read --links fewest {line}"));
    assert_eq!(of("--for-tiers pro,enterprise --for-features automation").run().exits(0).out.lines().count(), 1);
    assert_says(&of("--for-features forms").trouble(), &["forms is not asked for", "automation"]);
    assert_says(&of("--for-tiers gold").trouble(), &["free, starter, pro or enterprise"]);
}

#[test]
fn a_tier_that_no_link_serves_is_named() {
    let done = url("--scope crm.objects.custom.read --conditional automation --links fewest").run().exits(1);
    assert_says(&done.err, &["no link serves Free", "crm.objects.custom.read"]);
    assert_eq!(done.out.lines().count(), 1);
}

#[test]
fn the_add_on_that_an_account_needs_is_named() {
    let run = || url("--scope crm.lists.read --conditional business_units_view.read --links fewest");
    let told = run().run().exits(0).err;
    assert_says(&told, &["accounts on Free, Starter, Professional, Enterprise with the add-on brands; gives"]);
    let answer = run().json();
    let addons: Vec<_> = (0..2).map(|place| answer["links"][place]["serves"]["addon"].clone()).collect();
    assert_eq!(addons, [json!(null), json!("brands")]);
}

#[test]
fn of_a_day_to_come_the_announced_ends_are_told() {
    let run = |day: &str| url(&format!("--endpoint 'GET /crm/v3/owners' --scope tickets --as-of {day}"));
    let answer = run("2027-10-01").json();
    assert!(rules(&answer).contains(&"plan/sunset"), "{answer:#}");
    let done = run("2027-10-01").run();
    assert_says(&done.err, &["API versions v1, v2 and v3 ends with September 2027", "GET /crm/v3/owners", "tickets"]);
    let explained = hubscope("explain 'GET /crm/v3/owners' --as-of 2027-10-01").run().exits(0);
    assert_says(&explained.err, &["API versions v1, v2 and v3 ends with September 2027", "dated version"]);
    assert!(!rules(&run("2026-11-21").json()).contains(&"plan/sunset"));
}
