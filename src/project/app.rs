//! The app of a project: what its `app-hsmeta.json` says.
//!
//! Owns the app's settings as they stand in the file (nothing is repaired or sorted) and the findings about them alone.
//! Whether a scope exists is not asked here.

use super::declared::{self, Lists};
use super::fields::Fields;
use super::sheet::Sheet;
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Auth, Declared, Distribution};

/// An app as its file declares it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProjectApp {
    /// Its key within the project.
    pub uid: Option<String>,
    /// What people call it, as written.
    pub name: Option<String>,
    /// The file, relative to the project, with `/`.
    pub file: String,
    /// How it reaches accounts; `None` = not said, or not in words that are known.
    pub distribution: Option<Distribution>,
    /// How it gets its token; `None` = not known. An app without `auth` has no API access.
    pub auth: Option<Auth>,
    /// Tokens act for one user.
    pub user_level: bool,
    /// Its redirect URLs, as written.
    pub redirect_urls: Vec<String>,
    /// Its scopes by type, as written, doubled ones included.
    pub declared: Declared,
}

const OAUTH: &str = "oauth";
const NO_ACCESS: &str = "no_api_access";

/// The app that the component `root` with this `config` is.
pub(super) fn read<'a>(sheet: &mut Sheet<'a>, root: &Fields<'a>, config: Option<&Fields<'a>>) -> ProjectApp {
    let mut app = ProjectApp { file: sheet.name().to_owned(), ..ProjectApp::default() };
    app.uid = sheet.text_at(root, "uid").map(|text| text.value);
    let Some(config) = config else { return app };
    app.name = sheet.text_at(config, "name").map(|text| text.value);
    app.user_level = sheet.flag_at(config, "isUserLevel").unwrap_or_default();
    app.distribution = distribution(sheet, config);
    if config.get("auth").is_none() {
        app.auth = Some(Auth::None);
    } else if let Some(auth) = sheet.fields_at(config, "auth") {
        read_auth(sheet, &auth, &mut app);
    }
    app
}

fn distribution<'a>(sheet: &mut Sheet<'a>, config: &Fields<'a>) -> Option<Distribution> {
    let text = sheet.text_at(config, "distribution")?;
    let found = Distribution::ALL.into_iter().find(|known| known.as_str() == text.value);
    if found.is_none() {
        sheet.unknown_value("config.distribution", &text, &Distribution::ALL.map(Distribution::as_str));
    }
    found
}

fn read_auth<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>, app: &mut ProjectApp) {
    app.auth = sheet.wanted_text_at(fields, "type").and_then(|text| {
        let found = match text.value.as_str() {
            OAUTH => Some(Auth::Oauth),
            "static" => Some(Auth::Static),
            NO_ACCESS => Some(Auth::None),
            _ => None,
        };
        if found.is_none() {
            sheet.unknown_value("config.auth.type", &text, &[OAUTH, "static"]);
        }
        found
    });
    let lists = declared::read(sheet, fields);
    let redirects = sheet.texts_at(fields, "redirectUrls");
    match app.auth {
        // A list that is not one was reported; that it is empty then is no news.
        Some(Auth::Oauth) if redirects.as_ref().map_or(fields.get("redirectUrls").is_none(), Vec::is_empty) => {
            let text = "The app uses OAuth and has no redirect URLs, so nobody can install it.";
            let finding = Diagnostic::new("config/no-redirects", Severity::Error, "redirectUrls", text)
                .with_fix("Add the URL that your app answers on to redirectUrls.");
            sheet.say(fields.node, finding);
        }
        Some(Auth::Static) if redirects.as_ref().is_some_and(|urls| !urls.is_empty()) => {
            let text = "The app uses a static token, so its redirect URLs have no effect.";
            let finding = Diagnostic::new("config/static-redirects", Severity::Note, "redirectUrls", text);
            sheet.say(fields.get("redirectUrls").unwrap_or(fields.node), finding.with_fix("Remove redirectUrls."));
        }
        _ => {}
    }
    match app.auth {
        Some(Auth::Oauth) => warn_of_missing_oauth(sheet, fields, &lists),
        Some(Auth::Static) => warn_of_extra_scopes(sheet, fields, &lists),
        _ => {}
    }
    app.redirect_urls = redirects.unwrap_or_default().into_iter().map(|text| text.value).collect();
    app.declared = lists.into_declared();
}

fn warn_of_missing_oauth<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>, lists: &Lists<'a>) {
    if lists.texts().any(|(scope, _)| scope.value == OAUTH || scope.is_open()) {
        return;
    }
    let text = "The app uses OAuth, but none of its scope lists has oauth: HubSpot adds it, and links without it are \
                reported to fail.";
    let finding = Diagnostic::new("config/missing-oauth", Severity::Warning, OAUTH, text)
        .with_fix("Add oauth to requiredScopes.");
    sheet.say(fields.get("requiredScopes").unwrap_or(fields.node), finding);
}

fn warn_of_extra_scopes<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>, lists: &Lists<'a>) {
    for (key, kind) in declared::LISTS {
        if kind == crate::plan::ScopeType::Required || lists.of_type(kind).is_empty() {
            continue;
        }
        let text = format!("The app uses a static token, so {key} has no effect: only requiredScopes counts.");
        let finding = Diagnostic::new("config/static-extra-scopes", Severity::Warning, key, text)
            .with_fix("Move the scopes that the app needs to requiredScopes.");
        sheet.say(fields.get(key).unwrap_or(fields.node), finding);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::testing::{rules, with_app};

    fn with_config(config: &str) -> crate::project::Project {
        with_app(&format!(r#"{{"uid": "x", "type": "app", "config": {config}}}"#))
    }

    fn with_auth(auth: &str) -> crate::project::Project {
        with_config(&format!(r#"{{"distribution": "marketplace", "auth": {auth}}}"#))
    }

    #[test]
    fn an_app_is_kept_as_written() {
        let project = with_config(
            r#"{"name": "\u001b[31mRed", "distribution": "marketplace", "isUserLevel": true, "auth": {"type": "oauth",
                "redirectUrls": ["b", "a"], "requiredScopes": ["z", "oauth"], "optionalScopes": ["y"],
                "conditionallyRequiredScopes": ["x"]}}"#,
        );
        let app = &project.apps[0];
        assert_eq!(rules(&project), []);
        assert_eq!(app.name.as_deref(), Some("\u{1b}[31mRed"));
        assert_eq!((app.distribution, app.auth), (Some(Distribution::Marketplace), Some(Auth::Oauth)));
        assert!(app.user_level);
        assert_eq!(app.redirect_urls, ["b", "a"]);
        assert_eq!(app.declared.required, ["z", "oauth"]);
        assert_eq!((&app.declared.conditional[..], &app.declared.optional[..]), (&["x".into()][..], &["y".into()][..]));
    }

    #[test]
    fn an_app_without_auth_has_no_api_access() {
        for config in [r"{}", r#"{"auth": {"type": "no_api_access"}}"#] {
            let project = with_config(config);
            assert_eq!(project.apps[0].auth, Some(Auth::None));
            assert_eq!(rules(&project), []);
        }
    }

    #[test]
    fn an_auth_that_is_not_known_is_not_guessed() {
        let project = with_auth(r#"{"type": "Oauth"}"#);
        assert_eq!(project.apps[0].auth, None);
        assert_eq!(rules(&project), [("config/unknown-value", "config.auth.type")]);
        assert_eq!(rules(&with_auth("{}")), [("config/missing-field", "config.auth.type")]);
        assert_eq!(rules(&with_auth(r#"{"type": "${AUTH}"}"#)), [("config/placeholder", "AUTH")]);
        let project = with_config(r#"{"distribution": "public"}"#);
        assert_eq!(project.apps[0].distribution, None);
        assert_eq!(rules(&project), [("config/unknown-value", "config.distribution")]);
    }

    #[test]
    fn an_oauth_app_needs_redirects_and_oauth() {
        let project = with_auth(r#"{"type": "oauth", "requiredScopes": ["tickets"]}"#);
        assert_eq!(rules(&project), [("config/no-redirects", "redirectUrls"), ("config/missing-oauth", "oauth")]);
        let project = with_auth(r#"{"type": "oauth", "redirectUrls": ["a"], "optionalScopes": ["oauth"]}"#);
        assert_eq!(rules(&project), []);
    }

    #[test]
    fn what_has_no_effect_in_a_static_app_is_said() {
        let project = with_auth(r#"{"type": "static", "redirectUrls": ["a"], "optionalScopes": ["b"]}"#);
        let expected = [("config/static-redirects", "redirectUrls"), ("config/static-extra-scopes", "optionalScopes")];
        assert_eq!(rules(&project), expected);
        assert_eq!(rules(&with_auth(r#"{"type": "static", "redirectUrls": [], "optionalScopes": []}"#)), []);
    }

    #[test]
    fn values_of_a_wrong_type_are_named_and_the_right_ones_kept() {
        let project = with_auth(r#"{"type": "static", "requiredScopes": [1, "tickets", null], "optionalScopes": "a"}"#);
        assert_eq!(project.apps[0].declared.required, ["tickets"]);
        assert_eq!(
            rules(&project),
            [
                ("config/wrong-type", "config.auth.requiredScopes[0]"),
                ("config/wrong-type", "config.auth.requiredScopes[2]"),
                ("config/wrong-type", "config.auth.optionalScopes"),
            ]
        );
        // The list was meant: that it is empty is not said on top.
        let project = with_auth(r#"{"type": "oauth", "redirectUrls": "a", "requiredScopes": ["oauth"]}"#);
        assert_eq!(rules(&project), [("config/wrong-type", "config.auth.redirectUrls")]);
    }

    #[test]
    fn a_doubled_key_is_named_and_the_last_one_counts() {
        let project = with_config(r#"{"name": "a", "name": "b"}"#);
        assert_eq!(project.apps[0].name.as_deref(), Some("b"));
        assert_eq!(rules(&project), [("config/duplicate-key", "config.name")]);
    }
}
