//! The plan file, `hubscope.json`: what cannot be read off a project, meant to be committed and reviewed.
//!
//! Owns reading it into a [`Plan`] and writing a plan back so that everything it does not know stays where it was. It
//! touches no disk: the caller reads and writes the text.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::{ChosenCall, NamedLink, Pin, PinOrigin, Plan, ScopeType, Selection, When};
use crate::catalog::day_from_text;

/// The name of the file.
pub const FILE_NAME: &str = "hubscope.json";

/// The version that this program writes and the highest that it reads.
const VERSION: u64 = 1;

/// Why a plan file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum PlanFileError {
    /// Not JSON.
    #[error("it is not JSON, at line {line}, column {column}: {what}")]
    Syntax {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What the parser said.
        what: String,
    },
    /// JSON, but not a plan.
    #[error("{path} {what}")]
    Shape {
        /// Where in the document, such as `features[2].when`.
        path: String,
        /// What is wrong there.
        what: String,
    },
}

fn shape(path: impl Into<String>, what: impl Into<String>) -> PlanFileError {
    PlanFileError::Shape { path: path.into(), what: what.into() }
}

/// The document as it stands in the file, with all that this program does not know.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlanFile(Map<String, Value>);

impl PlanFile {
    /// Reads the text of a plan file.
    pub fn parse(text: &str) -> Result<Self, PlanFileError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let value: Value = serde_json::from_str(text).map_err(|error| PlanFileError::Syntax {
            line: error.line(),
            column: error.column(),
            what: error.to_string().split(" at line ").next().unwrap_or_default().to_owned(),
        })?;
        let Value::Object(document) = value else {
            return Err(shape("the document", "is not an object"));
        };
        match document.get("version") {
            None => {}
            Some(version) => match version.as_u64() {
                Some(1..=VERSION) => {}
                _ => return Err(shape("version", format!("is {version}, and this hubscope reads up to {VERSION}"))),
            },
        }
        Ok(Self(document))
    }

    /// Lays what the file says over `plan`.
    pub fn apply(&self, plan: &mut Plan) -> Result<(), PlanFileError> {
        if let Some(app) = self.0.get("app") {
            apply_app(object("app", app)?, plan)?;
        }
        if let Some(day) = text_at(&self.0, "", "as_of")? {
            let wrong = || shape("as_of", format!("is {day:?}, not a date such as 2026-11-21"));
            plan.as_of = Some(day_from_text(day).ok_or_else(wrong)?);
        }
        if let Some(on) = typed_at(&self.0, "", "advanced_scopes")? {
            plan.advanced_scopes = on;
        }
        for (path, entry) in entries(&self.0, "features")? {
            plan.choose(read_selection(&path, entry)?);
        }
        for (path, value) in values(&self.0, "endpoints")? {
            plan.choose_call(read_call(&path, value)?);
        }
        for (path, entry) in entries(&self.0, "scopes")? {
            plan.pin(read_pin(&path, entry)?);
        }
        for (path, entry) in entries(&self.0, "links")? {
            let link = NamedLink {
                name: required(entry, &path, "name")?,
                with: typed_at(entry, &path, "with")?.unwrap_or_default(),
            };
            plan.links.retain(|other| other.name != link.name);
            plan.links.push(link);
        }
        Ok(())
    }

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

    /// The text to write: two spaces of indent, a newline at the end.
    pub fn to_text(&self) -> String {
        let mut text = serde_json::to_string_pretty(&self.0).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// The app's values that only a plan file holds.
const OWN: [&str; 6] = ["client_id", "app_id", "redirect_url", "account", "host", "clicker"];

/// The app's values that a project says itself.
const OF_PROJECT: [&str; 4] = ["name", "distribution", "auth", "user_level"];

fn apply_app(app: &Map<String, Value>, plan: &mut Plan) -> Result<(), PlanFileError> {
    const AT: &str = "app";
    let target = &mut plan.app;
    let texts = [
        ("name", &mut target.name),
        ("client_id", &mut target.client_id),
        ("app_id", &mut target.app_id),
        ("redirect_url", &mut target.redirect_url),
        ("account", &mut target.account),
    ];
    for (name, slot) in texts {
        if let Some(text) = text_at(app, AT, name)? {
            *slot = Some(text.to_owned());
        }
    }
    set(&mut target.distribution, typed_at(app, AT, "distribution")?);
    set(&mut target.auth, typed_at(app, AT, "auth")?);
    set(&mut target.user_level, typed_at(app, AT, "user_level")?);
    set(&mut target.host, typed_at(app, AT, "host")?);
    set(&mut target.clicker, typed_at(app, AT, "clicker")?);
    Ok(())
}

fn set<T>(slot: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *slot = value;
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
        let worth = value.filter(|_| !usual || object.contains_key(*name));
        put(&mut object, name, worth);
    }
    (!object.is_empty()).then_some(Value::Object(object))
}

fn read_selection(path: &str, entry: &Map<String, Value>) -> Result<Selection, PlanFileError> {
    let feature: String = required(entry, path, "feature")?;
    let option = text_at(entry, path, "option")?;
    let parameters: Option<BTreeMap<String, String>> = typed_at(entry, path, "parameters")?;
    let when: Option<When> = typed_at(entry, path, "when")?;
    Ok(Selection {
        parameters: parameters.unwrap_or_default(),
        when: when.unwrap_or_default(),
        ..Selection::new(&feature, option)
    })
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

/// A call is a text, or an object with its *when*.
fn read_call(path: &str, value: &Value) -> Result<ChosenCall, PlanFileError> {
    let (text, when, path) = match value {
        Value::String(text) => (text.clone(), None, path.to_owned()),
        _ => {
            let entry = object(path, value)?;
            (required(entry, path, "endpoint")?, typed_at(entry, path, "when")?, joined(path, "endpoint"))
        }
    };
    let chosen = ChosenCall::parse(&text).map_err(|error| shape(path, format!("is {text:?}: {error}")))?;
    Ok(ChosenCall { when: when.unwrap_or(chosen.when), ..chosen })
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

fn read_pin(path: &str, entry: &Map<String, Value>) -> Result<Pin, PlanFileError> {
    let kind: Option<ScopeType> = typed_at(entry, path, "type")?;
    let reason = text_at(entry, path, "reason")?;
    let scope: String = required(entry, path, "scope")?;
    Ok(Pin::new(&scope, kind.unwrap_or(ScopeType::Required), reason))
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

fn object<'a>(path: &str, value: &'a Value) -> Result<&'a Map<String, Value>, PlanFileError> {
    value.as_object().ok_or_else(|| shape(path, "is not an object"))
}

/// An entry of a list, with its path in the document.
type Entry<'a> = (String, &'a Map<String, Value>);

fn entries<'a>(document: &'a Map<String, Value>, name: &str) -> Result<Vec<Entry<'a>>, PlanFileError> {
    let entry = |(path, value): (String, &'a Value)| object(&path, value).map(|entry| (path.clone(), entry));
    values(document, name)?.into_iter().map(entry).collect()
}

/// The members of a list, each with its path.
fn values<'a>(document: &'a Map<String, Value>, name: &str) -> Result<Vec<(String, &'a Value)>, PlanFileError> {
    let Some(value) = document.get(name) else { return Ok(Vec::new()) };
    let list = value.as_array().ok_or_else(|| shape(name, "is not a list"))?;
    Ok(list.iter().enumerate().map(|(place, value)| (format!("{name}[{place}]"), value)).collect())
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn text_at<'a>(object: &'a Map<String, Value>, path: &str, name: &str) -> Result<Option<&'a str>, PlanFileError> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(shape(joined(path, name), "is not a text")),
    }
}

fn typed_at<T: DeserializeOwned>(
    object: &Map<String, Value>,
    path: &str,
    name: &str,
) -> Result<Option<T>, PlanFileError> {
    let Some(value) = object.get(name) else { return Ok(None) };
    serde_json::from_value(value.clone())
        .map(Some)
        .map_err(|error| shape(joined(path, name), format!("is {value}: {error}")))
}

fn required<T: DeserializeOwned>(object: &Map<String, Value>, path: &str, name: &str) -> Result<T, PlanFileError> {
    typed_at(object, path, name)?.ok_or_else(|| shape(path, format!("has no {name}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Clicker, Hublet};

    const TEXT: &str = r#"{
  "team": "growth",
  "version": 1,
  "app": {
    "client_id": "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b",
    "owner": "ann"
  },
  "features": [
    {
      "feature": "crm.owners",
      "when": "if-available",
      "ticket": "OPS-1"
    }
  ],
  "scopes": [
    {
      "scope": "crm.export",
      "type": "optional",
      "reason": "the export button",
      "since": 2024
    }
  ],
  "links": [
    {
      "name": "pro",
      "with": [
        "automation"
      ],
      "color": "blue"
    }
  ],
  "endpoints": [
    "GET /crm/v3/owners"
  ]
}
"#;

    fn plan_of(file: &PlanFile) -> Plan {
        let mut plan = Plan::default();
        file.apply(&mut plan).unwrap();
        plan
    }

    #[test]
    fn rewriting_an_unchanged_plan_keeps_every_field() {
        let file = PlanFile::parse(TEXT).unwrap();
        let plan = plan_of(&file);
        assert_eq!(plan.selections[0].when, When::IfAvailable);
        let rewritten = file.updated(&plan, true);
        assert_eq!(rewritten.to_text(), TEXT);
    }

    #[test]
    fn a_change_touches_only_its_entry() {
        let file = PlanFile::parse(TEXT).unwrap();
        let mut plan = plan_of(&file);
        plan.toggle("crm.import", None);
        plan.pins[0].kind = ScopeType::Required;
        let text = file.updated(&plan, true).to_text();
        for kept in ["OPS-1", "2024", "ann", "growth", "blue", "GET /crm/v3/owners", "crm.import", "\"required\""] {
            assert!(text.contains(kept), "{kept} is in\n{text}");
        }
        assert_eq!(plan_of(&PlanFile::parse(&text).unwrap()), plan);
    }

    #[test]
    fn every_setting_comes_back_as_it_was_written() {
        let mut plan = Plan { advanced_scopes: true, ..Plan::default() };
        plan.app.clicker = Clicker::EveryUser;
        plan.app.host = Hublet::Eu1;
        let file = PlanFile::default().updated(&plan, false);
        assert_eq!(plan_of(&file), plan);
        plan.app.clicker = Clicker::Admin;
        plan.advanced_scopes = false;
        let file = file.updated(&plan, false);
        assert_eq!(plan_of(&file), plan);
        assert!(file.to_text().contains("\"advanced_scopes\": false"), "a field that was there stays");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let message = |text: &str| match PlanFile::parse(text).and_then(|file| file.apply(&mut Plan::default())) {
            Ok(()) => "no error".to_owned(),
            Err(error) => error.to_string(),
        };
        assert_eq!(message("{\n \"a\": ,}"), "it is not JSON, at line 2, column 7: expected value");
        assert!(message(r#"{"version": 9}"#).starts_with("version is 9"));
        assert!(
            message(r#"{"features": [{"feature": "a"}, {"feature": "b", "when": "now"}]}"#)
                .starts_with("features[1].when is \"now\"")
        );
        assert_eq!(message(r#"{"scopes": [{}]}"#), "scopes[0] has no scope");
        assert_eq!(message(r#"{"as_of": "soon"}"#), "as_of is \"soon\", not a date such as 2026-11-21");
        assert_eq!(message("[]"), "the document is not an object");
    }
}
