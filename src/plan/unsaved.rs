//! A plan as it is kept between two runs: all that was wanted, and nothing secret.
//!
//! Owns what of a plan is left out (the state, and what looks like a token), and how it is laid over what was read anew.
//! It knows no file and no clock.

use serde_json::{Value, json};

use super::{PinOrigin, Plan, PlanFile, PlanFileError, State, When};
use crate::credential::is_secret;

/// The document that keeps `plan`.
pub fn keep(plan: &Plan) -> Value {
    let plan = without_secrets(plan);
    let of_files = plan.selections.iter().filter(|selection| selection.file.is_some());
    let of_files: Vec<Value> =
        of_files.map(|selection| json!({"feature": selection.spec(), "when": selection.when.as_str()})).collect();
    let declared = plan.pins.iter().filter(|pin| pin.origin == PinOrigin::Declared);
    let declared: Vec<&str> = declared.map(|pin| pin.scope.as_str()).collect();
    let text = PlanFile::default().updated(&plan, false).to_text();
    let document: Value = serde_json::from_str(&text).unwrap_or_default();
    json!({"plan": document, "of_files": of_files, "declared": declared})
}

/// The plan that `kept` means over `read`, which is how the project or plan file stands now.
pub fn restore(kept: &Value, read: &Plan) -> Result<Plan, PlanFileError> {
    let mut plan = read.clone();
    let of_files = kept.get("of_files").and_then(Value::as_array).cloned().unwrap_or_default();
    let when_of = |spec: &str| {
        let entry = of_files.iter().find(|entry| entry.get("feature").and_then(Value::as_str) == Some(spec))?;
        Some(entry.get("when").and_then(Value::as_str).and_then(When::parse).unwrap_or_default())
    };
    plan.selections.retain_mut(|selection| {
        let when = selection.file.as_ref().and_then(|_| when_of(&selection.spec()));
        selection.when = when.unwrap_or_default();
        when.is_some()
    });
    let declared = kept.get("declared").and_then(Value::as_array).cloned().unwrap_or_default();
    let is_declared = |name: &str| declared.iter().any(|other| other.as_str() == Some(name));
    plan.pins.retain(|pin| pin.origin == PinOrigin::Declared && is_declared(&pin.scope));
    plan.calls.clear();
    plan.links.clear();
    plan.as_of = None;
    plan.advanced_scopes = false;
    let app = &mut plan.app;
    (app.name, app.client_id, app.app_id, app.redirect_url, app.account) = (None, None, None, None, None);
    (app.host, app.clicker) = Default::default();
    let document = kept.get("plan").map(Value::to_string).unwrap_or_default();
    PlanFile::parse(&document)?.apply(&mut plan)?;
    Ok(plan)
}

/// The plan without a state and without anything that looks like a token.
fn without_secrets(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let app = &mut plan.app;
    app.state = State::Absent;
    for text in [&mut app.name, &mut app.client_id, &mut app.app_id, &mut app.redirect_url, &mut app.account] {
        text.take_if(|text| is_secret(text));
    }
    plan.pins.retain(|pin| !is_secret(&pin.scope));
    plan.pins.iter_mut().for_each(|pin| drop(pin.reason.take_if(|text| is_secret(text))));
    plan.calls.retain(|chosen| !is_secret(&chosen.call));
    plan.links.retain(|link| !is_secret(&link.name));
    for link in &mut plan.links {
        link.with.retain(|item| !is_secret(item));
    }
    for selection in &mut plan.selections {
        selection.parameters.retain(|_, value| !is_secret(value));
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{ChosenCall, NamedLink, Pin, ScopeType, Selection};

    fn project() -> Plan {
        let mut plan = Plan::default();
        plan.app.registered_redirects = vec!["https://shop.example/cb".to_owned()];
        plan.selections
            .push(Selection { file: Some("a-hsmeta.json".to_owned()), ..Selection::new("crm.owners", None) });
        plan.selections
            .push(Selection { file: Some("b-hsmeta.json".to_owned()), ..Selection::new("crm.import", None) });
        plan.pins.push(Pin { origin: PinOrigin::Declared, ..Pin::new("crm.export", ScopeType::Optional, None) });
        plan.pins.push(Pin { origin: PinOrigin::Declared, ..Pin::new("tickets", ScopeType::Required, None) });
        plan
    }

    #[test]
    fn what_was_kept_comes_back_over_what_was_read_anew() {
        let read = project();
        let mut plan = read.clone();
        plan.app.client_id = Some("3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b".to_owned());
        plan.app.distribution = crate::plan::Distribution::Marketplace;
        plan.toggle("crm.import", None);
        plan.selections[0].when = When::PerLink;
        plan.toggle("crm.lists", None);
        plan.unpin("tickets");
        plan.pin(Pin::new("automation", ScopeType::ConditionallyRequired, Some("bulk enrolment")));
        plan.calls.push(ChosenCall::new("GET /crm/v3/owners"));
        plan.links.push(NamedLink { name: "pro".to_owned(), with: vec!["automation".to_owned()] });
        assert_eq!(restore(&keep(&plan), &read).unwrap(), plan);
    }

    #[test]
    fn neither_the_state_nor_anything_like_a_token_is_kept() {
        let mut plan = Plan::default();
        let token = "pat-na1-3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b";
        plan.app.state = State::Value("s3cr3t-state".to_owned());
        plan.app.client_id = Some(token.to_owned());
        plan.app.redirect_url = Some("https://shop.example/cb?token=abc".to_owned());
        plan.pin(Pin::new("crm.export", ScopeType::Optional, Some("key CPj7g5q2LBIHAAEAQAAAARiAAAAA0ABC12345")));
        plan.pin(Pin::new(token, ScopeType::Optional, None));
        let text = keep(&plan).to_string();
        for secret in ["s3cr3t", "pat-na1", "token=", "CPj7"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        assert!(text.contains("crm.export"));
    }
}
