//! A plan written into its document, so that everything that is not the plan's stays where it was.

use serde_json::{Map, Value, json};

use super::read::read_call;
use super::{PlanFile, VERSION};
use crate::plan::{ChosenCall, Pin, PinOrigin, Plan, Selection, When, usual_redirect};

/// The app's values that only a plan file holds.
const OWN: [&str; 6] = ["client_id", "app_id", "redirect_url", "account", "host", "clicker"];

/// The app's values that a project says itself.
const OF_PROJECT: [&str; 4] = ["name", "distribution", "auth", "user_level"];

impl PlanFile {
    /// The document with what `plan` says; what was read off a project (features from its files, scopes of its settings,
    /// and its own values where `beside_project`) is left out.
    #[must_use]
    pub fn updated(&self, plan: &Plan, beside_project: bool) -> Self {
        let mut document = self.0.clone();
        document.entry("version").or_insert_with(|| VERSION.into());
        let app = write_app(plan, beside_project, document.get("app"));
        put(&mut document, "app", app);
        put(&mut document, "as_of", plan.as_of.map(|day| day.to_string().into()));
        let said = plan.advanced_scopes || document.contains_key("advanced_scopes");
        put(&mut document, "advanced_scopes", said.then_some(Value::Bool(plan.advanced_scopes)));
        let chosen = plan.selections.iter().filter(|selection| selection.file.is_none());
        let features = chosen.map(|s| (write_selection(s), vec!["feature", "option", "parameters"])).collect();
        put_list(&mut document, "features", features, &["feature", "option", "when", "parameters"]);
        let before = document.get("endpoints").and_then(Value::as_array).cloned().unwrap_or_default();
        let calls: Vec<Value> = plan.calls.iter().map(|chosen| write_call(chosen, &before)).collect();
        put(&mut document, "endpoints", (!calls.is_empty()).then_some(Value::Array(calls)));
        let by_hand = plan.pins.iter().filter(|pin| pin.origin == PinOrigin::Chosen);
        let scopes = by_hand.map(|pin| (write_pin(pin), vec!["scope"])).collect();
        put_list(&mut document, "scopes", scopes, &["scope", "type", "reason"]);
        let links =
            plan.links.iter().map(|link| (json!({"name": link.name, "with": link.with}), vec!["name"])).collect();
        put_list(&mut document, "links", links, &["name", "with"]);
        Self(document)
    }
}

fn write_app(plan: &Plan, beside_project: bool, before: Option<&Value>) -> Option<Value> {
    let app = &plan.app;
    let all = json!({
        "name": app.name, "client_id": app.client_id, "app_id": app.app_id, "redirect_url": app.redirect_url,
        "distribution": app.distribution, "auth": app.auth, "user_level": app.user_level, "account": app.account,
        "host": app.host, "clicker": app.clicker,
    });
    let mut object = before.and_then(Value::as_object).cloned().unwrap_or_default();
    let kept: &[&str] = if beside_project { &[] } else { &OF_PROJECT };
    for name in OWN.iter().chain(kept) {
        let value = all.get(*name).filter(|value| !value.is_null()).cloned();
        // The host that works for everyone, and the admin who installs once, are not worth a line.
        let usual = matches!(
            (*name, value.as_ref().and_then(Value::as_str)),
            ("host", Some("na1")) | ("clicker", Some("admin"))
        );
        // So is the redirect URL that the project's files give without being asked.
        let given = beside_project
            && *name == "redirect_url"
            && usual_redirect(&app.registered_redirects) == app.redirect_url.as_ref();
        let worth = value.filter(|_| !(usual || given) || object.contains_key(*name));
        put(&mut object, name, worth);
    }
    (!object.is_empty()).then_some(Value::Object(object))
}

fn write_selection(selection: &Selection) -> Value {
    let mut entry = Map::new();
    entry.insert("feature".to_owned(), selection.feature.clone().into());
    if let Some(option) = &selection.option {
        entry.insert("option".to_owned(), option.clone().into());
    }
    if !selection.parameters.is_empty() {
        entry.insert("parameters".to_owned(), json!(selection.parameters));
    }
    entry.insert("when".to_owned(), selection.when.as_str().into());
    Value::Object(entry)
}

/// The entry of a call as it stood, where it says the same; else with its other fields, or as short as it can be.
fn write_call(chosen: &ChosenCall, before: &[Value]) -> Value {
    let is_it = |value: &&Value| read_call("", value).is_ok_and(|other| other.call == chosen.call);
    let old = before.iter().find(is_it);
    match old {
        Some(value) if read_call("", value).as_ref().ok() == Some(chosen) => value.clone(),
        Some(Value::Object(entry)) => {
            let mut entry = entry.clone();
            entry.insert("when".to_owned(), json!(chosen.when));
            Value::Object(entry)
        }
        _ if chosen.when == When::Always => chosen.call.clone().into(),
        _ => json!({"endpoint": chosen.call, "when": chosen.when}),
    }
}

fn write_pin(pin: &Pin) -> Value {
    let mut entry = json!({"scope": pin.scope, "type": pin.kind});
    if let (Some(reason), Some(entry)) = (&pin.reason, entry.as_object_mut()) {
        entry.insert("reason".to_owned(), reason.clone().into());
    }
    entry
}

/// Puts `value` at `name`, or takes `name` out.
fn put(object: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    match value {
        Some(value) => {
            object.insert(name.to_owned(), value);
        }
        None => {
            object.shift_remove(name);
        }
    }
}

/// Puts a list whose entries keep the unknown fields of the entry that has the same `key` fields.
fn put_list(document: &mut Map<String, Value>, name: &str, fresh: Vec<(Value, Vec<&str>)>, known: &[&str]) {
    let before = document.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let list: Vec<Value> = fresh
        .into_iter()
        .map(|(entry, keys)| {
            let same = |old: &&Value| keys.iter().all(|key| old.get(key) == entry.get(key));
            match (before.iter().find(same).and_then(Value::as_object), &entry) {
                (Some(old), Value::Object(new)) => {
                    let mut kept = old.clone();
                    for field in known {
                        put(&mut kept, field, new.get(*field).cloned());
                    }
                    Value::Object(kept)
                }
                _ => entry,
            }
        })
        .collect();
    put(document, name, (!list.is_empty()).then_some(Value::Array(list)));
}
