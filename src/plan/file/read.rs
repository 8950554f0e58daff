//! A plan file laid over a plan.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::PlanFile;
use super::error::{PlanFileError, shape};
use super::fields::{entries, joined, object, required, text_at, typed_at, values};
use crate::catalog::day_from_text;
use crate::plan::{ChosenCall, NamedLink, Pin, Plan, ScopeType, Selection, When};

impl PlanFile {
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
        // Not the plan's, but a file that is wrong is refused whole.
        self.reasons()?;
        Ok(())
    }
}

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

/// A call is a text, or an object with its *when*.
pub(super) fn read_call(path: &str, value: &Value) -> Result<ChosenCall, PlanFileError> {
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

fn read_pin(path: &str, entry: &Map<String, Value>) -> Result<Pin, PlanFileError> {
    let kind: Option<ScopeType> = typed_at(entry, path, "type")?;
    let reason = text_at(entry, path, "reason")?;
    let scope: String = required(entry, path, "scope")?;
    Ok(Pin::new(&scope, kind.unwrap_or(ScopeType::Required), reason))
}
