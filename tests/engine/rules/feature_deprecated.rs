//! `feature/deprecated`: a component of a kind that HubSpot is giving up.

use crate::rules::config_stage::older;
use crate::rules::stage::{fires, told};

const RULE: &str = "feature/deprecated";

fn card(data: &str) -> Vec<hubscope::diagnostic::Diagnostic> {
    let app = r#"{"scopes": ["crm.objects.contacts.read"], "extensions": {"crm": {"cards": [{"file": "./cards/one.json"}]}}}"#;
    let card = format!(r#"{{"type": "crm-card", "data": {{{data}}}}}"#);
    older(&[("src/app/app.json", app), ("src/app/cards/one.json", &card)])
}

#[test]
fn a_card_that_fetches_is_warned_of_once() {
    let findings = card(
        r#""fetch": {"targetFunction": "card", "objectTypes": [{"name": "contacts", "propertiesToSend": ["email"]}, {"name": "deals", "propertiesToSend": []}]}"#,
    );
    insta::assert_snapshot!(told(&findings, RULE), @r"
    warning cards.legacy: Legacy CRM cards are a kind of component that HubSpot is giving up.
    at src/app/cards/one.json:1:92 (91..101)
    fix: The app must hold the scopes that let it MODIFY each target record type (doc names the pair read+write for contacts). Delete the card before removing the scope. At most 25 cards an app. New ones unsupported since 2025-06-16; scheduled for deprecation 2026-10-31; a view-swapping tool replaces them with app cards.
    developer mends it, documented
    ");
}

#[test]
fn a_card_of_the_app_is_current() {
    let data = r#""location": "crm.record.tab", "module": {"file": "One.jsx"}, "objectTypes": [{"name": "contacts"}]"#;
    assert!(!fires(&card(data), RULE));
}
