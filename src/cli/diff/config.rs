//! A config file given alone: its scope lists and its redirect URLs.
//!
//! Owns which kind of file a JSON text is. It reads no more of the file than a comparison needs.

use serde_json::Value;

use crate::diff::Side;
use crate::plan::{Auth, Declared};

/// The state that a config file declares; `None` = it is no config file of an app.
pub(super) fn side(name: &str, document: &Value) -> Option<Side> {
    // The app's component, an older public app, or the lists alone.
    let auth = document.pointer("/config/auth").or_else(|| document.get("auth"));
    if let Some(auth) = auth.filter(|auth| auth.is_object()).or_else(|| has_lists(document).then_some(document)) {
        let kind = match auth.get("type").and_then(Value::as_str) {
            Some("static") => Auth::Static,
            Some("no_api_access") => Auth::None,
            _ => Auth::Oauth,
        };
        let declared = Declared {
            required: texts(auth.get("requiredScopes")),
            conditional: texts(auth.get("conditionallyRequiredScopes")),
            optional: texts(auth.get("optionalScopes")),
        };
        let redirects = texts(auth.get("redirectUrls"));
        return Some(Side { auth: kind, redirects, ..Side::of_declared(name, &declared) });
    }
    // An older private app has one list, all of it required, and a static token.
    let names = document
        .get("scopes")
        .filter(|scopes| scopes.as_array().is_some_and(|list| list.iter().all(Value::is_string)))?;
    let declared = Declared { required: texts(Some(names)), ..Declared::default() };
    Some(Side { auth: Auth::Static, ..Side::of_declared(name, &declared) })
}

fn has_lists(document: &Value) -> bool {
    ["requiredScopes", "conditionallyRequiredScopes", "optionalScopes"].iter().any(|key| document.get(*key).is_some())
}

fn texts(list: Option<&Value>) -> Vec<String> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::diff::Scopes;

    fn count(document: &Value) -> Option<usize> {
        side("x", document).map(|side| match side.scopes {
            Scopes::Settings(types) => types.len(),
            Scopes::Link { .. } => 0,
        })
    }

    #[test]
    fn every_form_of_config_file_gives_its_scopes_and_a_plan_is_none() {
        assert_eq!(count(&json!({"config": {"auth": {"requiredScopes": ["oauth", "tickets"]}}})), Some(1));
        assert_eq!(count(&json!({"auth": {"optionalScopes": ["crm.export"]}, "name": "x"})), Some(1));
        assert_eq!(count(&json!({"scopes": ["tickets", "forms"], "public": false})), Some(2));
        assert_eq!(count(&json!({"requiredScopes": [1, "forms"]})), Some(1));
        assert_eq!(count(&json!({"version": 1, "app": {"auth": "oauth"}, "scopes": [{"scope": "forms"}]})), None);
        assert_eq!(count(&json!([])), None);
    }
}
