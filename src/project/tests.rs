//! Projects as a whole, and texts that nobody should write.

mod hostile;
mod places;
mod profiles;
mod single;

use proptest::prelude::*;

use super::Project;
use super::testing::{APP, SETTINGS, project_of, rules, specs, with_app, with_component, write};
use crate::catalog::Catalog;
use crate::diagnostic::{Severity, rule};
use crate::plan::{Auth, Distribution};

#[test]
fn a_project_is_read_with_all_its_components() {
    let project = project_of(&[
        ("hsproject.json", SETTINGS),
        ("src/app/app-hsmeta.json", APP),
        (
            "src/app/cards/card-hsmeta.json",
            r#"{"uid": "c", "type": "card", "config": {"location": "crm.record.tab", "objectTypes": ["CONTACT"]}}"#,
        ),
        ("src/app/settings/settings-hsmeta.json", r#"{"uid": "s", "type": "settings", "config": {}}"#),
        ("src/theme/theme-hsmeta.json", r#"{"uid": "t", "type": "theme", "config": {}}"#),
    ]);
    assert_eq!(rules(&project), []);
    assert_eq!((project.name.as_deref(), project.platform.as_deref()), (Some("shop"), Some("2026.09")));
    assert_eq!(specs(&project), ["cards.app:contacts", "app_settings"]);
    assert_eq!(project.features[0].selection.file.as_deref(), Some("src/app/cards/card-hsmeta.json"));
    let app = &project.apps[0];
    assert_eq!((app.distribution, app.auth), (Some(Distribution::Private), Some(Auth::Oauth)));
    assert_eq!(app.redirect_urls, ["https://shop.example/done"]);
    assert_eq!(
        project.files,
        [
            "hsproject.json",
            "src/app/app-hsmeta.json",
            "src/app/cards/card-hsmeta.json",
            "src/app/settings/settings-hsmeta.json",
            "src/theme/theme-hsmeta.json"
        ]
    );
}

#[test]
fn a_broken_file_is_named_with_its_place_and_the_rest_is_read() {
    let project = project_of(&[
        ("hsproject.json", SETTINGS),
        ("src/a-hsmeta.json", "{\n  \"uid\": \"a\",\n  \"type\": \"card\",\n}"),
        ("src/app-hsmeta.json", APP),
        ("src/b-hsmeta.json", "{\n  // why\n}"),
        ("src/c-hsmeta.json", ""),
    ]);
    let places: Vec<(usize, usize)> =
        project.diagnostics.iter().filter_map(|d| d.span.as_ref()).map(|span| (span.line, span.column)).collect();
    assert!(project.diagnostics.iter().all(|finding| finding.rule == rule::CONFIG_INVALID_JSON));
    assert_eq!(places, [(4, 1), (2, 3), (1, 1)]);
    for (finding, why) in project.diagnostics.iter().zip(["a comma stands before", "a comment stands", "is empty"]) {
        assert!(finding.message.contains(why), "{}", finding.message);
    }
    assert_eq!(project.apps.len(), 1);
}

#[test]
fn a_broken_settings_file_still_lets_the_components_be_read() {
    let project = project_of(&[("hsproject.json", "\"srcDir\": \"src\""), ("src/app-hsmeta.json", APP)]);
    assert_eq!(rules(&project)[0].0, rule::CONFIG_INVALID_JSON);
    assert_eq!(project.apps.len(), 1);
}

#[test]
fn a_byte_order_mark_is_taken() {
    let project = with_app(&format!("\u{feff}{APP}"));
    assert_eq!(rules(&project), []);
    assert_eq!(project.apps[0].uid.as_deref(), Some("shop"));
}

#[test]
fn an_older_project_is_read_and_newer_files_in_it_are_named() {
    let settings = r#"{"name": "old", "srcDir": "src", "platformVersion": "2025.1"}"#;
    let files = [("hsproject.json", settings), ("src/app/public-app.json", "{}"), ("src/x-hsmeta.json", "{}")];
    let project = project_of(&files);
    assert_eq!(
        rules(&project),
        [
            (rule::CONFIG_RETIRED_PLATFORM, "2025.1"),
            (rule::CONFIG_MISSING_FIELD, "auth"),
            (rule::CONFIG_NEWER_FORMAT, "src/x-hsmeta.json")
        ]
    );
    assert_eq!(project.diagnostics[0].severity, Severity::Warning);
    assert_eq!(project.files, ["hsproject.json", "src/app/public-app.json"]);
}

#[test]
fn a_missing_or_unknown_platform_is_an_error_and_components_are_read() {
    for settings in [r#"{"name": "x", "srcDir": "src"}"#, r#"{"srcDir": "src", "platformVersion": "2031.03"}"#] {
        let project = project_of(&[("hsproject.json", settings), ("src/app-hsmeta.json", APP)]);
        assert_eq!(project.diagnostics[0].rule, rule::CONFIG_UNKNOWN_PLATFORM);
        assert!(project.diagnostics[0].is_error());
        assert_eq!(project.apps.len(), 1);
    }
}

#[test]
fn without_a_known_platform_the_files_say_which_format_it_is() {
    for version in ["2024.1", "2031.03", "${VERSION}"] {
        let settings = format!(r#"{{"srcDir": "src", "platformVersion": "{version}"}}"#);
        let older = project_of(&[("hsproject.json", &settings), ("src/app.json", r#"{"scopes": ["tickets"]}"#)]);
        let newer = project_of(&[("hsproject.json", &settings), ("src/app-hsmeta.json", APP)]);
        for project in [older, newer] {
            assert_eq!((rules(&project)[0].0, project.apps.len()), (rule::CONFIG_UNKNOWN_PLATFORM, 1), "{version}");
        }
    }
}

#[test]
fn a_source_folder_outside_or_nowhere_is_an_error() {
    for folder in ["..", "/", "nowhere", "hsproject.json"] {
        let settings = format!(r#"{{"srcDir": "{folder}", "platformVersion": "2026.09"}}"#);
        let project = project_of(&[("hsproject.json", &settings)]);
        assert_eq!(rules(&project)[0], (rule::CONFIG_SOURCE_FOLDER, "srcDir"), "{folder}");
    }
}

#[test]
fn no_app_and_several_apps_are_named() {
    let none = project_of(&[("hsproject.json", SETTINGS), ("src/app.json", "{}")]);
    assert_eq!(rules(&none), [(rule::CONFIG_NO_APP, "hsproject.json")]);
    assert!(none.diagnostics[0].message.contains("src/app.json"));
    let broken = project_of(&[("hsproject.json", SETTINGS), ("src/app/app-hsmeta.json", "{")]);
    assert_eq!(
        rules(&broken),
        [(rule::CONFIG_INVALID_JSON, "src/app/app-hsmeta.json"), (rule::CONFIG_NO_APP, "src/app/app-hsmeta.json")]
    );
    assert_eq!(broken.diagnostics[1].severity, Severity::Error);
    let two = project_of(&[("hsproject.json", SETTINGS), ("src/a-hsmeta.json", APP), ("src/b-hsmeta.json", APP)]);
    assert_eq!(rules(&two), [(rule::CONFIG_SEVERAL_APPS, "src/a-hsmeta.json")]);
    assert_eq!(two.apps.len(), 2);
}

#[test]
fn a_folder_without_a_project_file_is_named() {
    let project = project_of(&[("src/app-hsmeta.json", APP)]);
    assert_eq!(rules(&project)[0], (rule::CONFIG_UNREADABLE_FILE, "hsproject.json"));
}

#[test]
fn permissions_of_a_component_are_kept_apart_and_refused_before_2026_09() {
    let part = r#"{"uid": "p", "type": "page", "config": {}, "permissions": {"requiredScopes": ["tickets"]}}"#;
    let project = with_component(part);
    assert_eq!(rules(&project), []);
    assert_eq!(project.permissions[0].declared.required, ["tickets"]);
    let settings = r#"{"srcDir": "src", "platformVersion": "2026.03"}"#;
    let files = [("hsproject.json", settings), ("src/app-hsmeta.json", APP), ("src/p-hsmeta.json", part)];
    assert_eq!(rules(&project_of(&files)), [(rule::CONFIG_PERMISSIONS_UNSUPPORTED, "permissions")]);
}

#[test]
fn a_component_without_type_or_uid_and_with_stray_keys_is_named() {
    let project = with_component(r#"{"name": "x", "scopes": [], "config": {}}"#);
    let expected = [(rule::CONFIG_MISSING_FIELD, "type"), (rule::CONFIG_UNEXPECTED_PROPERTY, "name, scopes")];
    assert_eq!(rules(&project), expected);
    assert_eq!(rules(&with_component(r#"{"type": "scim"}"#)).len(), 2);
}

#[test]
fn placeholders_are_noted_once_each_and_never_called_unknown() {
    let card = r#"{"uid": "${UID}", "type": "card", "config": {"objectTypes": ["${THING}", "${THING}"], "x": "${}"}}"#;
    let project = with_component(card);
    assert_eq!(rules(&project), [(rule::CONFIG_PLACEHOLDER, "UID"), (rule::CONFIG_PLACEHOLDER, "THING")]);
}

#[test]
fn nasty_texts_are_named_and_nothing_breaks() {
    let deep = format!(r#"{{"uid": "x", "type": "card", "config": {}1{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(rules(&with_component(&deep)), [(rule::CONFIG_WRONG_TYPE, "config")]);
    let unclosed = "{\"a\":".repeat(10_000);
    assert_eq!(rules(&with_component(&unclosed))[0].0, rule::CONFIG_INVALID_JSON);
    for text in ["", " ", "\u{feff}", "null", "[]", "1e999", "\"\\ud800\"", r#"{"type": "\ud800"}"#, "{\"\\udc00\": 1}"]
    {
        let project = with_component(text);
        assert!(!project.diagnostics.is_empty(), "{text:?}");
        assert_eq!(project.apps.len(), 1, "{text:?}");
    }
}

#[test]
fn megabytes_of_scopes_are_read_and_their_problems_counted() {
    // Ten of them in an optimised build, which reads them ten times as fast.
    const COUNT: usize = if cfg!(debug_assertions) { 40_000 } else { 400_000 };
    let scopes: Vec<String> = (0..COUNT).map(|n| format!("\"crm.objects.thing_{}\"", n / 2)).collect();
    let app = format!(
        r#"{{"uid": "x", "type": "app", "config": {{"auth": {{"type": "static", "requiredScopes": [{}]}}}}}}"#,
        scopes.join(",")
    );
    assert!(app.len() > 25 * COUNT);
    let project = with_app(&app);
    assert_eq!(project.apps[0].declared.required.len(), COUNT);
    assert_eq!(project.diagnostics.len(), 201);
    let last = project.diagnostics.last().unwrap();
    assert_eq!((last.rule, last.severity), (rule::CONFIG_FURTHER_PROBLEMS, Severity::Warning));
}

/// Any JSON, with the keys and values that the readers look for among it.
fn any_json() -> impl Strategy<Value = String> {
    let keys = [
        "uid",
        "type",
        "config",
        "auth",
        "permissions",
        "requiredScopes",
        "optionalScopes",
        "redirectUrls",
        "objectTypes",
        "objectType",
        "subscriptions",
        "crmObjects",
        "legacyCrmObjects",
        "hubEvents",
        "subscriptionType",
        "propertyName",
        "active",
        "location",
        "supportedClients",
        "client",
        "distribution",
        "isUserLevel",
        "firstObjectType",
        "scopes",
        "public",
        "extensions",
        "crm",
        "cards",
        "file",
        "data",
        "fetch",
        "objectName",
        "name",
        "variables",
        "accountId",
        "appFunctions",
        "srcDir",
        "platformVersion",
    ];
    let words = [
        "app",
        "card",
        "webhooks",
        "workflow-action",
        "app-event",
        "app-object",
        "crm-bulk-action",
        "oauth",
        "static",
        "contacts",
        "CONTACT",
        "2-7",
        "object.creation",
        "object.propertyChange",
        "deal.creation",
        "AGENTS",
        "${X}",
        "crm-card",
        "card.json",
        "https://shop.example/done",
    ];
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|flag| flag.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        prop::sample::select(words.to_vec()).prop_map(|word| format!("{word:?}")),
        any::<String>().prop_map(|text| serde_json::Value::from(text).to_string()),
    ];
    leaf.prop_recursive(6, 80, 6, move |inner| {
        let member =
            (prop::sample::select(keys.to_vec()), inner.clone()).prop_map(|(key, value)| format!("{key:?}:{value}"));
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(member, 0..8).prop_map(|members| format!("{{{}}}", members.join(","))),
        ]
    })
}

fn read_with(component: &[u8]) -> Project {
    let folder = tempfile::tempdir().unwrap();
    let files: [(&str, &[u8]); 3] = [
        ("hsproject.json", SETTINGS.as_bytes()),
        ("src/app-hsmeta.json", APP.as_bytes()),
        ("src/x-hsmeta.json", component),
    ];
    write(folder.path(), &files);
    Project::read(folder.path(), Catalog::embedded())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn any_bytes_leave_the_rest_of_the_project_readable(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(read_with(&bytes).apps.iter().any(|app| app.file == "src/app-hsmeta.json"));
    }

    #[test]
    fn any_settings_leave_a_project(bytes in prop::collection::vec(any::<u8>(), 0..200), json in any_json()) {
        for text in [bytes, json.into_bytes()] {
            let folder = tempfile::tempdir().unwrap();
            write(folder.path(), &[("hsproject.json", &text), ("src/app-hsmeta.json", APP.as_bytes())]);
            prop_assert!(!Project::read(folder.path(), Catalog::embedded()).diagnostics.is_empty());
        }
    }

    #[test]
    fn any_json_is_read_and_every_finding_has_its_place(
        kind in prop::sample::select(vec!["app", "card", "webhooks", "workflow-action", "app-event", "crm-bulk-action"]),
        config in any_json(),
        whole in any_json(),
    ) {
        for text in [whole, format!("{{\"uid\":\"x\",\"type\":\"{kind}\",\"config\":{config}}}")] {
            let project = read_with(text.as_bytes());
            prop_assert!(!project.apps.is_empty());
            for finding in &project.diagnostics {
                let span = finding.span.as_ref().expect("a place");
                prop_assert!(span.line >= 1 && span.column >= 1 && span.start <= span.end);
                prop_assert!(span.file != "src/x-hsmeta.json" || span.end <= text.len());
            }
            prop_assert_eq!(&project, &Project { root: project.root.clone(), ..read_with(text.as_bytes()) });
        }
    }

    #[test]
    fn any_card_or_subscription_of_a_known_object_is_placed(place in 0..1000_usize, change in any::<bool>()) {
        let feature = Catalog::embedded().feature("webhooks.generic").expect("the feature");
        let option = &feature.options[place % feature.options.len()];
        let name = option.id.trim_start_matches("object:");
        let name = if change { name.to_uppercase() } else { name.to_owned() };
        let name = if option.id.contains("custom") { "2-77".to_owned() } else { name };
        let text = format!(
            r#"{{"uid": "w", "type": "webhooks", "config": {{"subscriptions": {{"crmObjects": [
                {{"subscriptionType": "object.creation", "objectType": "{name}"}}]}}}}}}"#
        );
        let project = read_with(text.as_bytes());
        prop_assert_eq!(project.features[0].selection.option.as_deref(), Some(option.id));
    }
}
