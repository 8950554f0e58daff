//! A config file given alone: its scopes and its redirect URLs, and what is wrong with them.
//!
//! A file that HubSpot takes is read as a project's is. What is left for here are the lists by themselves, as people cut
//! them out of a file.

use serde_json::Value;

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, rule};
use crate::diff::Side;
use crate::plan::{Auth, Declared, Distribution};
use crate::project::{Options, Project, auth_word, file_kind};

/// The state that a config file of an app declares, and what was wrong with the file; `None` = it is none.
pub(super) fn side(catalog: &'static Catalog, name: &str, text: &str) -> Option<(Side, Vec<Diagnostic>)> {
    of_file(catalog, name, text)
        .or_else(|| lists_alone(name, &serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?))
}

fn of_file(catalog: &'static Catalog, name: &str, text: &str) -> Option<(Side, Vec<Diagnostic>)> {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    file_kind(base, text)?;
    let project = Project::read_text(name, text.as_bytes(), catalog, &Options::default());
    let app = project.apps.first()?;
    let side = Side {
        auth: app.auth.unwrap_or_default(),
        user_level: Some(app.user_level),
        distribution: app.distribution,
        redirects: app.redirect_urls.clone(),
        ..Side::of_declared(name, &app.declared)
    };
    Some((side, project.diagnostics))
}

/// The lists of an app's `auth`, without all of the file around them.
fn lists_alone(name: &str, document: &Value) -> Option<(Side, Vec<Diagnostic>)> {
    let keys = ["requiredScopes", "conditionallyRequiredScopes", "optionalScopes"];
    let app = document.get("config").unwrap_or(document);
    let auth = app.get("auth").filter(|auth| auth.is_object());
    let auth = auth.or_else(|| keys.iter().any(|key| document.get(*key).is_some()).then_some(document))?;
    let word = auth.get("type").and_then(Value::as_str);
    let kind = Auth::ALL.into_iter().find(|kind| word == Some(auth_word(*kind))).unwrap_or_default();
    let mut findings = Vec::new();
    let [required, conditional, optional] = keys.map(|key| texts(auth, key, &mut findings));
    let redirects = texts(auth, "redirectUrls", &mut findings);
    let declared = Declared { required, conditional, optional };
    let side = Side {
        auth: kind,
        user_level: app.get("isUserLevel").and_then(Value::as_bool),
        distribution: Distribution::ALL.into_iter().find(|one| app.get("distribution") == Some(&one.as_str().into())),
        redirects,
        ..Side::of_declared(name, &declared)
    };
    Some((side, findings))
}

/// The list under `key`; what is no text in it is left out, and said.
fn texts(auth: &Value, key: &str, findings: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut wrong = |message: String, fix: &str| {
        findings.push(Diagnostic::new(rule::CONFIG_WRONG_TYPE, key, message).with_fix(fix));
    };
    match auth.get(key) {
        None => Vec::new(),
        Some(Value::Array(list)) => {
            if list.iter().any(|item| !item.is_string()) {
                wrong(format!("{key} has what is not a string: it is left out."), "Make each of its items a string.");
            }
            list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        }
        Some(_) => {
            wrong(format!("{key} should be a list: it is left out."), "Make it a list.");
            Vec::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::diagnostic::Rule;
    use crate::diff::Scopes;

    /// How many scopes a document declares, and the findings in it.
    fn read(document: &Value) -> Option<(usize, Vec<(&'static Rule, String)>)> {
        let (side, findings) = side(Catalog::embedded(), "x.json", &document.to_string())?;
        let count = match side.scopes {
            Scopes::Settings(types) => types.len(),
            Scopes::Link { .. } => 0,
        };
        let errors = findings.into_iter().filter(Diagnostic::is_error);
        Some((count, errors.map(|finding| (finding.rule, finding.subject)).collect()))
    }

    #[test]
    fn every_form_of_config_file_gives_its_scopes_and_a_plan_is_none() {
        let count = |document: &Value| read(document).map(|(count, _)| count);
        assert_eq!(
            count(&json!({"type": "app", "config": {"auth": {"requiredScopes": ["oauth", "tickets"]}}})),
            Some(1)
        );
        assert_eq!(count(&json!({"config": {"auth": {"requiredScopes": ["oauth", "tickets"]}}})), Some(1));
        assert_eq!(count(&json!({"auth": {"optionalScopes": ["crm.export"]}, "name": "x"})), Some(1));
        assert_eq!(count(&json!({"scopes": ["tickets", "forms"], "public": false})), Some(2));
        assert_eq!(count(&json!({"requiredScopes": [1, "forms"]})), Some(1));
        assert_eq!(count(&json!({"version": 1, "app": {"auth": "oauth"}, "scopes": [{"scope": "forms"}]})), None);
        assert_eq!(count(&json!({"auth": {"type": "static"}})), Some(0));
        assert_eq!(count(&json!([])), None);
    }

    #[test]
    fn what_cannot_be_read_is_said_in_every_form() {
        let app = |lists: Value| json!({"uid": "a", "type": "app", "config": {"name": "a", "auth": lists}});
        let lists = json!({"type": "oauth", "redirectUrls": ["https://shop.example/cb"], "requiredScopes": "oauth crm.lists.read"});
        let wrong = |place: &str| Some((0, vec![(rule::CONFIG_WRONG_TYPE, format!("{place}requiredScopes"))]));
        assert_eq!(read(&app(lists.clone())), wrong("config.auth."));
        assert_eq!(read(&json!({"name": "a", "auth": lists})), wrong("auth."));
        assert_eq!(read(&lists), wrong(""));
        assert_eq!(read(&json!({"requiredScopes": [1, "forms"]})), Some((1, wrong("").unwrap().1)));
    }
}
