//! The app in an `app-hsmeta.json`.
//!
//! Owns what that file says of its distribution and its kind of token. What is wrong with its scopes and redirect URLs,
//! [`super::auth`] says; whether a scope exists is not asked here.

use super::app::ProjectApp;
use super::auth::{self, auth_word};
use super::declared::LISTS;
use super::fields::{Fields, Text};
use super::sheet::Sheet;
use crate::plan::{Auth, Distribution};

/// The app that the component `root` with this `config` is.
pub(super) fn read<'a>(sheet: &mut Sheet<'a>, root: &Fields<'a>, config: Option<&Fields<'a>>) -> ProjectApp {
    let mut app = ProjectApp { file: sheet.name().to_owned(), ..ProjectApp::default() };
    app.uid = sheet.text_at(root, "uid").map(|text| text.value);
    let Some(config) = config else { return app };
    app.name = sheet.text_at(config, "name").map(|text| text.value);
    app.user_level = sheet.flag_at(config, "isUserLevel").unwrap_or_default();
    if let Some(text) = sheet.text_at(config, "distribution") {
        app.distribution = distribution(sheet, &text);
        app.distribution_place = Some(sheet.place(&text));
    }
    if config.get("auth").is_none() {
        app.auth = Some(Auth::None);
    } else if let Some(fields) = sheet.fields_at(config, "auth") {
        if let Some(text) = sheet.wanted_text_at(&fields, "type") {
            app.auth = auth_type(sheet, &text);
            app.auth_place = Some(sheet.place(&text));
        }
        auth::read(sheet, &fields, &LISTS, &mut app);
    }
    app
}

fn distribution<'a>(sheet: &mut Sheet<'a>, text: &Text<'a>) -> Option<Distribution> {
    let found = Distribution::ALL.into_iter().find(|known| known.as_str() == text.value);
    if found.is_none() {
        sheet.unknown_value("config.distribution", text, &Distribution::ALL.map(Distribution::as_str));
    }
    found
}

fn auth_type<'a>(sheet: &mut Sheet<'a>, text: &Text<'a>) -> Option<Auth> {
    let found = Auth::ALL.into_iter().find(|known| auth_word(*known) == text.value);
    if found.is_none() {
        sheet.unknown_value("config.auth.type", text, &[Auth::Oauth, Auth::Static].map(auth_word));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::rule;
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
                "redirectUrls": ["https://b.example", "https://a.example"], "requiredScopes": ["z", "oauth"], "optionalScopes": ["y"],
                "conditionallyRequiredScopes": ["x"]}}"#,
        );
        let app = &project.apps[0];
        assert_eq!(rules(&project), []);
        assert_eq!(app.name.as_deref(), Some("\u{1b}[31mRed"));
        assert_eq!((app.distribution, app.auth), (Some(Distribution::Marketplace), Some(Auth::Oauth)));
        assert!(app.user_level);
        assert_eq!(app.redirect_urls, ["https://b.example", "https://a.example"]);
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
        assert_eq!(rules(&project), [(rule::CONFIG_UNKNOWN_VALUE, "config.auth.type")]);
        assert_eq!(rules(&with_auth("{}")), [(rule::CONFIG_MISSING_FIELD, "config.auth.type")]);
        assert_eq!(rules(&with_auth(r#"{"type": "${AUTH}"}"#)), [(rule::CONFIG_PLACEHOLDER, "AUTH")]);
        let project = with_config(r#"{"distribution": "public"}"#);
        assert_eq!(project.apps[0].distribution, None);
        assert_eq!(rules(&project), [(rule::CONFIG_UNKNOWN_VALUE, "config.distribution")]);
    }

    #[test]
    fn an_oauth_app_needs_redirects_and_oauth() {
        let project = with_auth(r#"{"type": "oauth", "requiredScopes": ["tickets"]}"#);
        assert_eq!(
            rules(&project),
            [(rule::CONFIG_NO_REDIRECTS, "redirectUrls"), (rule::CONFIG_MISSING_OAUTH, "oauth")]
        );
        let project =
            with_auth(r#"{"type": "oauth", "redirectUrls": ["https://a.example"], "optionalScopes": ["oauth"]}"#);
        assert_eq!(rules(&project), []);
    }

    #[test]
    fn what_has_no_effect_in_a_static_app_is_said() {
        let project = with_auth(r#"{"type": "static", "redirectUrls": ["a"], "optionalScopes": ["b"]}"#);
        let expected =
            [(rule::CONFIG_STATIC_REDIRECTS, "redirectUrls"), (rule::CONFIG_STATIC_EXTRA_SCOPES, "optionalScopes")];
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
                (rule::CONFIG_WRONG_TYPE, "config.auth.requiredScopes[0]"),
                (rule::CONFIG_WRONG_TYPE, "config.auth.requiredScopes[2]"),
                (rule::CONFIG_WRONG_TYPE, "config.auth.optionalScopes"),
            ]
        );
        // The list was meant: that it is empty is not said on top.
        let project = with_auth(r#"{"type": "oauth", "redirectUrls": "a", "requiredScopes": ["oauth"]}"#);
        assert_eq!(rules(&project), [(rule::CONFIG_WRONG_TYPE, "config.auth.redirectUrls")]);
    }

    #[test]
    fn a_doubled_key_is_named_and_the_last_one_counts() {
        let project = with_config(r#"{"name": "a", "name": "b"}"#);
        assert_eq!(project.apps[0].name.as_deref(), Some("b"));
        assert_eq!(rules(&project), [(rule::CONFIG_DUPLICATE_KEY, "config.name")]);
    }
}
