//! An app of the older formats: private in an `app.json`, public in a `public-app.json`.
//!
//! Owns what each of the two files says. What is wrong with scopes and redirect URLs is the same for every format.

use super::references::{self, Reference};
use crate::catalog::Confidence;
use crate::diagnostic::{Diagnostic, rule};
use crate::plan::{Auth, Distribution, ScopeType};
use crate::project::app::{AppFormat, ProjectApp};
use crate::project::auth;
use crate::project::declared::{Key, LISTS};
use crate::project::fields::{Fields, excerpt};
use crate::project::sheet::Sheet;

/// The one list of a private app. Its token is static, so each scope in it is required.
const OF_PRIVATE: [Key; 1] = [("scopes", ScopeType::Required)];
/// Keys of such an app that are read, or that say nothing of scopes.
const KNOWN: [&str; 14] = [
    "$schema",
    "allowedUrls",
    "auth",
    "description",
    "extensions",
    "iconUrl",
    "logo",
    "name",
    "permittedUrls",
    "public",
    "scopes",
    "support",
    "uid",
    "webhooks",
];
/// The same of its `extensions`, and of those in the CRM.
const KNOWN_EXTENSIONS: [&str; 1] = ["crm"];
const KNOWN_IN_CRM: [&str; 1] = ["cards"];

/// The app that the file of `sheet` declares, and the files that it names; `None` = it is no object.
pub(in crate::project) fn read(sheet: &mut Sheet<'_>, format: AppFormat) -> Option<(ProjectApp, Vec<Reference>)> {
    let root = sheet.root()?;
    let mut app = ProjectApp { file: sheet.name().to_owned(), format, ..ProjectApp::default() };
    app.uid = sheet.text_at(&root, "uid").map(|text| text.value);
    app.name = sheet.text_at(&root, "name").map(|text| text.value);
    match format {
        AppFormat::Public => read_public(sheet, &root, &mut app),
        AppFormat::Private | AppFormat::Component => read_private(sheet, &root, &mut app),
    }
    note_unread(sheet, &root, &KNOWN);
    let extensions = sheet.fields_at(&root, "extensions");
    let crm = extensions.as_ref().and_then(|extensions| sheet.fields_at(extensions, "crm"));
    for (fields, known) in [(&extensions, KNOWN_EXTENSIONS), (&crm, KNOWN_IN_CRM)] {
        if let Some(fields) = fields {
            note_unread(sheet, fields, &known);
        }
    }
    Some((app, references::read(sheet, &root, crm.as_ref())))
}

fn read_private<'a>(sheet: &mut Sheet<'a>, root: &Fields<'a>, app: &mut ProjectApp) {
    app.auth = Some(Auth::Static);
    // What `"public": true` means in this file is not known.
    let is_public = sheet.flag_at(root, "public").unwrap_or_default();
    app.distribution = (!is_public).then_some(Distribution::Private);
    if root.get("scopes").is_none() {
        sheet.missing(root, "scopes");
    }
    auth::read(sheet, root, &OF_PRIVATE, app);
}

fn read_public<'a>(sheet: &mut Sheet<'a>, root: &Fields<'a>, app: &mut ProjectApp) {
    app.auth = Some(Auth::Oauth);
    if root.get("auth").is_none() {
        sheet.missing(root, "auth");
    }
    if let Some(fields) = sheet.fields_at(root, "auth") {
        auth::read(sheet, &fields, &LISTS, app);
    }
}

/// Names what stands in the file and is not read, for it may be a feature that needs scopes.
fn note_unread<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>, known: &[&str]) {
    for (key, node) in fields.members().filter(|(key, _)| !known.contains(key)) {
        let path = excerpt(&fields.path_of(key));
        let message = format!("{path} is not known in {}, so no scope is counted for it.", sheet.name());
        let finding = Diagnostic::new(rule::CONFIG_NOT_READ, path, message);
        sheet.say(node, finding.with_confidence(Confidence::Inferred));
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::rule;
    use crate::plan::{Auth, Distribution, ScopeType};
    use crate::project::testing::{older, rules};
    use crate::project::{AppFormat, Project};

    fn with(name: &str, text: &str) -> Project {
        older(&[(name, text)])
    }

    #[test]
    fn a_private_app_is_static_and_its_scopes_are_required() {
        let project = with(
            "src/app/app.json",
            r#"{"name": "Shop", "uid": "shop", "description": "A shop", "scopes": ["tickets", "forms"], "public": false}"#,
        );
        let app = &project.apps[0];
        assert_eq!(rules(&project), [(rule::CONFIG_RETIRED_PLATFORM, "2023.2")]);
        assert_eq!((app.name.as_deref(), app.uid.as_deref()), (Some("Shop"), Some("shop")));
        assert_eq!((app.format, app.auth), (AppFormat::Private, Some(Auth::Static)));
        assert_eq!(app.distribution, Some(Distribution::Private));
        assert_eq!(app.declared.required, ["tickets", "forms"]);
        let second = &app.scopes[1];
        assert_eq!(
            (second.pointer.as_str(), second.kind, second.file()),
            ("/scopes/1", ScopeType::Required, "src/app/app.json")
        );
        assert_eq!((second.span.line, second.span.column), (1, 80));
        assert_eq!((app.lists.len(), app.lists[0].key), (1, "scopes"));
    }

    #[test]
    fn a_public_app_uses_oauth_and_its_distribution_is_not_known() {
        let project = with(
            "src/app/public-app.json",
            r#"{"name": "Shop", "uid": "shop", "auth": {"redirectUrls": ["https://shop.example/done"],
                "requiredScopes": ["oauth"], "optionalScopes": ["tickets"]}}"#,
        );
        let app = &project.apps[0];
        assert_eq!(rules(&project).len(), 1);
        assert_eq!((app.format, app.auth, app.distribution), (AppFormat::Public, Some(Auth::Oauth), None));
        assert_eq!(app.scopes[1].pointer, "/auth/optionalScopes/0");
        assert_eq!(app.redirects[0].pointer, "/auth/redirectUrls/0");
        let lists: Vec<_> = app.lists.iter().map(|list| (list.pointer.as_str(), list.span.is_some())).collect();
        let expected = [
            ("/auth/requiredScopes", true),
            ("/auth/conditionallyRequiredScopes", false),
            ("/auth/optionalScopes", true),
        ];
        assert_eq!(lists, expected);
    }

    #[test]
    fn what_is_missing_or_not_known_is_named() {
        let project = with(
            "src/app.json",
            r#"{"public": true, "appEvents": [], "extensions": {"pages": [], "crm": {"menus": []}}}"#,
        );
        assert_eq!(project.apps[0].distribution, None);
        assert_eq!(
            rules(&project)[1..],
            [
                (rule::CONFIG_MISSING_FIELD, "scopes"),
                (rule::CONFIG_NOT_READ, "appEvents"),
                (rule::CONFIG_NOT_READ, "extensions.pages"),
                (rule::CONFIG_NOT_READ, "extensions.crm.menus")
            ]
        );
        assert_eq!(rules(&with("src/public-app.json", "{}"))[1], (rule::CONFIG_MISSING_FIELD, "auth"));
    }
}
