//! `feature/scope-missing`: a feature whose scope no list has.

use crate::rules::config_stage::{app, current};
use crate::rules::stage::{fires, told};

const RULE: &str = "feature/scope-missing";

fn hooks(app: &str, active: bool) -> Vec<hubscope::diagnostic::Diagnostic> {
    let hooks = format!(
        r#"{{"uid": "w", "type": "webhooks", "config": {{"settings": {{"targetUrl": "https://shop.example/hook", "maxConcurrentRequests": 10}},
"subscriptions": {{"legacyCrmObjects": [{{"subscriptionType": "deal.creation", "active": {active}}}]}}}}}}"#
    );
    current(&[("src/app/app-hsmeta.json", app), ("src/app/webhooks/webhooks-hsmeta.json", &hooks)])
}

fn card(app: &str, object: &str) -> Vec<hubscope::diagnostic::Diagnostic> {
    let card = format!(
        r#"{{"uid": "c", "type": "card", "config": {{"location": "crm.record.tab", "objectTypes": ["{object}"]}}}}"#
    );
    current(&[("src/app/app-hsmeta.json", app), ("src/app/cards/card-hsmeta.json", &card)])
}

#[test]
fn an_active_subscription_without_its_scope_is_refused_with_the_edit() {
    insta::assert_snapshot!(told(&hooks(&app("\"oauth\"", "", ""), true), RULE), @r#"
    error webhooks.classic:deal.creation: webhooks.classic:deal.creation needs crm.objects.deals.read, and none of the app's lists has it.
    at src/app/webhooks/webhooks-hsmeta.json:2:40 (168..221)
    HubSpot: Add the crm.objects.deals.read scope to your app before this feature can be enabled.
    fix: Add crm.objects.deals.read to requiredScopes.
    edits: [{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/requiredScopes","value":"crm.objects.deals.read"}]
    developer mends it, documented
    "#);
}

#[test]
fn a_card_without_its_scope_is_refused_with_the_sentence_of_the_upload() {
    insta::assert_snapshot!(told(&card(&app("\"oauth\"", "", ""), "CONTACT"), RULE), @r#"
    error cards.app:contacts: cards.app:contacts needs crm.objects.contacts.read, and none of the app's lists has it.
    at src/app/cards/card-hsmeta.json:1:87 (86..95)
    HubSpot: This app is missing read scopes for the following object types: [contacts]. Add the missing scopes to the app configuration file and try again
    fix: Add crm.objects.contacts.read to requiredScopes.
    edits: [{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/requiredScopes","value":"crm.objects.contacts.read"}]
    developer mends it, documented
    "#);
}

#[test]
fn the_scope_in_any_list_is_there_and_for_tickets_the_coarse_one_is_enough() {
    for (required, optional) in [("\"crm.objects.deals.read\"", ""), ("\"oauth\"", "\"crm.objects.deals.read\"")] {
        assert!(!fires(&hooks(&app(required, "", optional), true), RULE));
    }
    assert!(!fires(&hooks(&app("\"oauth\"", "", ""), false), RULE), "one that is off has a rule of its own");
    for scope in ["\"tickets\"", "\"crm.objects.tickets.read\""] {
        assert!(!fires(&card(&app(scope, "", ""), "TICKET"), RULE), "{scope}");
    }
}

fn event(app: &str) -> Vec<hubscope::diagnostic::Diagnostic> {
    let event = r#"{"uid": "e", "type": "app-event", "config": {"name": "Paid", "objectType": "CONTACT", "headerTemplate": "x", "detailTemplate": "y", "properties": []}}"#;
    current(&[("src/app/app-hsmeta.json", app), ("src/app/app-events/paid-hsmeta.json", event)])
}

#[test]
fn what_hubspots_own_template_does_without_is_warned_of_without_a_sentence_of_hubspots() {
    insta::assert_snapshot!(told(&event(&app("\"oauth\"", "", "")), RULE), @r#"
    warning app_events:CONTACT: app_events:CONTACT needs timeline, and none of the app's lists has it. HubSpot's own template of an app event declares no such scope, so an upload without it is taken.
    at src/app/app-events/paid-hsmeta.json:1:76 (75..84)
    fix: Add timeline to requiredScopes.
    edits: [{"op":"add","file":"src/app/app-hsmeta.json","path":"/config/auth/requiredScopes","value":"timeline"}]
    developer mends it, documented
    "#);
    for held in ["\"timeline\"", "\"timeline.write\""] {
        assert!(!fires(&event(&app(held, "", "")), RULE), "{held}");
    }
}
