//! `--as-of`: the rules of another day.

use super::run::{Run, assert_says, hubscope, rules, url};

fn in_2019(line: &str) -> Run {
    url(&format!("--as-of 2019-12-01 {line}"))
}

/// A project whose settings declare `required`, with a classic webhook and a card as its components.
fn project(line: &str, required: &str) -> Run {
    let app = format!(
        r#"{{"uid": "app", "type": "app", "config": {{"name": "Shop", "distribution": "private", "auth": {{
            "type": "oauth", "redirectUrls": ["http://localhost:3000/oauth-callback"], "requiredScopes": [{required}]}}}}}}"#
    );
    hubscope(&format!("url --client-id 3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b --project . {line}"))
        .file("hsproject.json", r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#)
        .file("src/app/app-hsmeta.json", app)
}

#[test]
fn in_2019_every_webhook_needs_contacts() {
    for event in ["contact.creation", "deal.propertyChange", "ticket.deletion", "product.creation"] {
        let link = in_2019(&format!("--feature webhooks.classic:{event}")).link();
        assert_eq!(link.scope, ["oauth", "contacts"], "{event}");
    }
}

#[test]
fn in_2019_a_card_needs_contacts_and_on_tickets_it_needs_tickets() {
    assert_eq!(in_2019("--feature cards.legacy:deals").link().scope, ["oauth", "contacts"]);
    assert_eq!(in_2019("--feature cards.legacy:tickets").link().scope, ["oauth", "tickets"]);
}

#[test]
fn contacts_was_right_then_and_is_refused_today() {
    let done = in_2019("--feature webhooks.classic:contact.creation").run().exits(0);
    assert_says(&done.err, &["contacts was right on that day", "2022-07-31"]);
    assert_says(&url("--scope contacts").refusal(), &["scope/retired"]);
}

#[test]
fn settings_that_lack_the_scope_hear_the_sentence_of_the_announcement() {
    let answer = project("--as-of 2019-12-01 --feature webhooks.classic:contact.creation", "\"oauth\"").json();
    let lacking = answer["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .find(|finding| finding["rule"] == "plan/settings-lack-scope")
        .unwrap();
    assert_eq!(lacking["subject"], "contacts");
    assert_says(
        lacking["hubspot_says"].as_str().unwrap(),
        &["Add the contacts scope to your app before this feature can be enabled"],
    );
    assert_says(
        lacking["message"].as_str().unwrap(),
        &["settings lack contacts", "before webhooks.classic:contact.creation can be enabled", "in the link"],
    );
}

#[test]
fn settings_that_have_the_scope_hear_nothing() {
    let answer =
        project("--as-of 2019-12-01 --feature webhooks.classic:contact.creation", "\"oauth\", \"contacts\"").json();
    assert!(!rules(&answer).contains(&"plan/settings-lack-scope"), "{answer:#}");
    assert_eq!(answer["scope"], serde_json::json!(["oauth", "contacts"]));
}

#[test]
fn before_the_announcement_nothing_is_guessed() {
    let done = url("--as-of 2018-01-01 --feature webhooks.classic:contact.creation").run().exits(0);
    assert_says(&done.err, &["plan/not-dated", "not known for this date"]);
    assert!(!done.out.contains("contacts"), "{done:?}");
}

#[test]
fn from_the_end_of_contacts_on_the_granular_scopes_hold() {
    let link = url("--as-of 2022-07-31 --feature webhooks.classic:contact.creation").link();
    assert_eq!(link.scope, ["oauth", "crm.objects.contacts.read"]);
    let link = url("--as-of 2022-07-30 --feature webhooks.classic:contact.creation").link();
    assert_eq!(link.scope, ["oauth", "contacts"]);
}

#[test]
fn from_the_split_on_the_granular_ticket_scope_is_the_default() {
    let on = |day: &str| url(&format!("--as-of {day} --feature webhooks.classic:ticket.creation")).link().scope;
    assert_eq!(on("2026-09-07"), ["oauth", "tickets"]);
    assert_eq!(on("2026-09-08"), ["oauth", "crm.objects.tickets.read"]);
}

#[test]
fn a_coarse_scope_that_is_declared_already_is_kept_and_noted() {
    let run = project("--feature webhooks.classic:ticket.creation", "\"oauth\", \"tickets\"");
    let answer = run.json();
    assert_eq!(answer["scope"], serde_json::json!(["oauth", "tickets"]));
    assert!(rules(&answer).contains(&"scope/legacy"), "{answer:#}");
}

#[test]
fn before_types_were_enforced_scopes_could_be_added_to_a_link_freely() {
    let line = "--as-of 2024-10-20 --optional crm.export";
    let rules_of = |line: &str| {
        let answer = project(line, "\"oauth\"").json();
        rules(&answer).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(rules_of(line), ["plan/untyped-settings"]);
    assert_eq!(rules_of(&format!("{line} --advanced-scopes off")), ["plan/untyped-settings"]);
    assert!(rules_of(&format!("{line} --advanced-scopes on")).contains(&"plan/settings-lack-scope".to_owned()));
    assert!(rules_of("--as-of 2024-10-21 --optional crm.export").contains(&"plan/settings-lack-scope".to_owned()));
}

#[test]
fn of_a_day_to_come_only_what_is_known_today_is_told() {
    let answer = url("--as-of 2030-01-01 --feature webhooks.classic:ticket.creation").json();
    assert_eq!(rules(&answer), ["plan/future-date"]);
    assert_eq!(answer["scope"], serde_json::json!(["oauth", "crm.objects.tickets.read"]));
}

#[test]
fn a_day_that_is_none_is_refused_with_an_example() {
    for day in ["2019-13-01", "yesterday", "2019-12", "2019-12-01T10:00"] {
        assert_says(&url(&format!("--as-of {day}")).trouble(), &[day, "2019-12-01"]);
    }
}
