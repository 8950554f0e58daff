//! One config file by itself.

use super::{APP, SETTINGS, rules};
use crate::catalog::{Catalog, Date};
use crate::diagnostic::rule;
use crate::project::{AppFormat, Options, Project};

fn read(name: &str, text: &str) -> Project {
    Project::read_text(name, text.as_bytes(), Catalog::embedded(), &Options::default())
}

#[test]
fn each_kind_is_read_as_what_it_is_and_misses_no_project() {
    let app = read("app-hsmeta.json", APP);
    assert_eq!((rules(&app), app.apps.len(), app.files.clone()), (vec![], 1, vec!["app-hsmeta.json".to_owned()]));
    assert_eq!(app.texts["app-hsmeta.json"], APP);
    let private =
        read("app.json", r#"{"scopes": ["tickets"], "extensions": {"crm": {"cards": [{"file": "x.json"}]}}}"#);
    assert_eq!((rules(&private), private.apps[0].format), (vec![], AppFormat::Private));
    let public =
        read("public-app.json", r#"{"auth": {"redirectUrls": ["https://shop.example"], "requiredScopes": ["oauth"]}}"#);
    assert_eq!((rules(&public), public.apps[0].format), (vec![], AppFormat::Public));
    let hooks = r#"{"subscriptions": {"crmObjects": [{"subscriptionType": "object.creation", "objectName": "deal"}]}}"#;
    assert_eq!(read("webhooks.json", hooks).features.len(), 1);
    let card = r#"{"type": "crm-card", "data": {"objectTypes": [{"name": "deals"}]}}"#;
    assert_eq!(read("deal.json", card).features.len(), 1);
    assert_eq!(read("serverless.json", r#"{"appFunctions": {"a": {}}}"#).features.len(), 1);
    assert_eq!(read("hsprofile.qa.json", r#"{"accountId": 1}"#).profiles[0].name, "qa");
    let settings = read("hsproject.json", SETTINGS);
    assert_eq!((rules(&settings), settings.platform.as_deref()), (vec![], Some("2026.09")));
}

#[test]
fn a_file_from_disk_has_its_name_and_one_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    super::write(folder.path(), &[("a/app-hsmeta.json", APP.as_bytes())]);
    let path = folder.path().join("a/app-hsmeta.json");
    let project = Project::read_file(&path, Catalog::embedded(), &Options::default());
    assert_eq!((project.root.as_path(), project.apps[0].file.as_str()), (path.parent().unwrap(), "app-hsmeta.json"));
    let lost = Project::read_file(&folder.path().join("b.json"), Catalog::embedded(), &Options::default());
    assert_eq!(rules(&lost), [(rule::CONFIG_UNREADABLE_FILE, "b.json")]);
}

#[test]
fn a_platform_is_judged_by_the_day_that_is_given() {
    let options = Options { as_of: Some(Date::constant(2026, 7, 1)), ..Options::default() };
    let text = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2025.1"}"#;
    let project = Project::read_text("hsproject.json", text.as_bytes(), Catalog::embedded(), &options);
    assert_eq!(project.diagnostics[0].severity, crate::diagnostic::Severity::Note);
}

#[test]
fn a_mark_stays_in_the_text_for_the_places_count_it() {
    let text = format!("\u{feff}{APP}");
    let project = read("app-hsmeta.json", &text);
    assert_eq!(project.texts["app-hsmeta.json"], text);
    let scope = &project.apps[0].scopes[0];
    assert_eq!(&text[scope.span.start..scope.span.end], "\"oauth\"");
}
