//! Texts that nobody should write, in the files of the older formats and beside them.

use proptest::prelude::*;

use super::{Project, any_json, project_of, rules, write};
use crate::catalog::Catalog;
use crate::diagnostic::{Edit, rule};
use crate::project::testing::older;
use crate::project::{Options, file_kind};

const NAMES: [&str; 6] =
    ["app.json", "public-app.json", "webhooks.json", "serverless.json", "hsprofile.qa.json", "x-hsmeta.json"];

fn alone(name: &str, bytes: &[u8]) -> Project {
    Project::read_text(name, bytes, Catalog::embedded(), &Options::default())
}

#[test]
fn bytes_that_are_no_text_and_deep_nesting_are_named() {
    let deep = format!("{{\"scopes\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let unclosed = "{\"extensions\":".repeat(10_000);
    for name in NAMES {
        assert_eq!(rules(&alone(name, b"\x00\xff\xfe\x80binary"))[0].0, rule::CONFIG_INVALID_JSON, "{name}");
        assert_eq!(rules(&alone(name, unclosed.as_bytes()))[0].0, rule::CONFIG_INVALID_JSON, "{name}");
        assert_eq!(rules(&alone(name, b""))[0].0, rule::CONFIG_INVALID_JSON, "{name}");
        assert!(!rules(&alone(name, deep.as_bytes())).is_empty(), "{name}");
        assert!(!rules(&alone(name, b"null")).is_empty(), "{name}");
    }
}

#[test]
fn a_hundred_thousand_scopes_and_their_places_are_read() {
    let scopes: Vec<String> = (0..100_000).map(|n| format!("\"crm.objects.thing_{n}.é\"")).collect();
    // All in one line: a column that is counted from its start each time would take hours.
    let text = format!(r#"{{"scopes": [{}], "public": false}}"#, scopes.join(","));
    let project = older(&[("src/app/app.json", &text)]);
    let last = project.apps[0].scopes.last().unwrap();
    assert_eq!((project.apps[0].scopes.len(), last.pointer.as_str()), (100_000, "/scopes/99999"));
    assert_eq!(last.span.column, text[..last.span.start].chars().count() + 1);
}

#[test]
fn many_bad_redirect_urls_and_cards_are_counted() {
    let urls = vec!["\"http://shop.example/x\""; 50_000].join(",");
    let cards = vec![r#"{"file": "../../../../etc/hosts"}"#; 1_001].join(",");
    let text = format!(
        r#"{{"auth": {{"requiredScopes": ["oauth"], "redirectUrls": [{urls}]}}, "extensions": {{"crm": {{"cards": [{cards}]}}}}}}"#
    );
    let project = older(&[("src/app/public-app.json", &text)]);
    assert_eq!(project.apps[0].redirects.len(), 50_000);
    assert!(rules(&project).iter().any(|(rule, _)| *rule == rule::CONFIG_FURTHER_PROBLEMS));
    assert!(rules(&project).contains(&(rule::CONFIG_NOT_READ, "src/app/public-app.json")));
    assert_eq!(project.files, ["hsproject.json", "src/app/public-app.json"]);
}

#[cfg(unix)]
#[test]
fn a_card_that_leads_out_by_a_link_or_in_a_circle_is_named_and_not_read() {
    use std::os::unix::fs::symlink;

    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("shop");
    let settings = br#"{"name": "shop", "srcDir": "src", "platformVersion": "2023.2"}"#;
    let app = br#"{"scopes": [], "extensions": {"crm": {"cards": [{"file": "out.json"}, {"file": "circle.json"},
        {"file": "."}, {"file": ""}]}}, "webhooks": {"file": "../outside.json"}}"#;
    write(&root, &[("hsproject.json", settings), ("src/app.json", app), ("outside.json", b"{}")]);
    write(folder.path(), &[("secret.json", b"{}")]);
    symlink("../../secret.json", root.join("src/out.json")).unwrap();
    symlink("circle.json", root.join("src/circle.json")).unwrap();
    let project = Project::read(&root, Catalog::embedded());
    let unread: Vec<&str> =
        rules(&project).iter().filter(|(rule, _)| *rule == rule::CONFIG_UNREADABLE_FILE).map(|(_, of)| *of).collect();
    assert_eq!(unread, ["out.json", "circle.json", "src", "../outside.json"]);
    assert_eq!(project.files, ["hsproject.json", "src/app.json"]);
}

#[test]
fn one_card_that_two_apps_name_is_one_card() {
    let app = r#"{"scopes": [], "extensions": {"crm": {"cards": [{"file": "./card.json"}, {"file": "card.json"}]}}}"#;
    let card = r#"{"type": "crm-card", "data": {"objectTypes": [{"name": "deals"}]}}"#;
    let project = older(&[("src/app.json", app), ("src/card.json", card)]);
    assert_eq!(project.features.len(), 1);
    assert_eq!(project.files, ["hsproject.json", "src/app.json", "src/card.json"]);
}

#[test]
fn a_folder_without_files_of_a_project_is_named() {
    assert!(rules(&project_of(&[("x.txt", "")])).contains(&(rule::CONFIG_UNREADABLE_FILE, "hsproject.json")));
}

/// Whether the pointer of the edit is that of something in the text; a list may be made where its object is there.
fn leads_somewhere(edit: &Edit, text: &str) -> bool {
    let value: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("JSON");
    match edit {
        Edit::Remove { path, .. } => value.pointer(path).is_some(),
        Edit::Set { path, .. } => value.pointer(path).is_some_and(serde_json::Value::is_string),
        Edit::Add { path, .. } => {
            let object = path.rsplit_once('/').map(|(object, _)| object);
            object.and_then(|object| value.pointer(object)).is_some_and(serde_json::Value::is_object)
        }
        Edit::Replace { .. } => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn any_bytes_in_any_file_are_read(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        json in any_json(),
        name in prop::sample::select(NAMES.to_vec()),
    ) {
        for text in [bytes, json.into_bytes()] {
            let project = alone(name, &text);
            for finding in &project.diagnostics {
                let span = finding.span.as_ref().expect("a place");
                prop_assert!(span.line >= 1 && span.start <= span.end && span.end <= text.len().max(span.start));
            }
            let _ = file_kind("x.json", &String::from_utf8_lossy(&text));
        }
    }

    #[test]
    fn any_edit_of_an_app_leads_to_what_is_there(
        lists in prop::collection::vec(prop::collection::vec(prop::sample::select(vec!["a", "b", "oauth", "${X}"]), 0..5), 3),
        urls in prop::collection::vec(prop::sample::select(vec!["", "shop.example", "http://shop.example", "/x", "a b"]), 0..4),
        kind in prop::sample::select(vec!["oauth", "static", "OAuth", "Static", "${X}"]),
    ) {
        let auth = serde_json::json!({"type": kind, "redirectUrls": urls, "requiredScopes": lists[0],
            "conditionallyRequiredScopes": lists[1], "optionalScopes": lists[2]});
        let app = serde_json::json!({"uid": "x", "type": "app", "config": {"distribution": "Private", "auth": auth}});
        let text = app.to_string();
        let project = alone("app-hsmeta.json", text.as_bytes());
        for edit in project.diagnostics.iter().filter_map(|finding| finding.fix.as_ref()).flat_map(|fix| &fix.edits) {
            prop_assert!(leads_somewhere(edit, &text), "{edit:?}");
        }
    }

    #[test]
    fn any_older_project_keeps_its_files_apart(app in any_json(), other in any_json(), profile in any_json()) {
        let project = older(&[
            ("src/app/app.json", &app),
            ("src/app/card.json", &other),
            ("src/app/public-app.json", &other),
            ("src/app/webhooks.json", &app),
            ("src/app/app.functions/serverless.json", &other),
            ("src/hsprofile.qa.json", &profile),
        ]);
        for place in project.scope_places() {
            let text = &project.texts[place.file()];
            prop_assert!(text.get(place.span.start..place.span.end).is_some_and(|text| text.starts_with('"')));
        }
        for edit in project.diagnostics.iter().filter_map(|finding| finding.fix.as_ref()).flat_map(|fix| &fix.edits) {
            prop_assert!(leads_somewhere(edit, &project.texts[edit.file()]), "{edit:?}");
        }
        for feature in &project.features {
            prop_assert!(project.texts[feature.file()].get(feature.span.start..feature.span.end).is_some());
        }
    }
}
