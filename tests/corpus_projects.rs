//! Real projects: what the library reads is what stands in their files.
//!
//! The collection lies outside of the repository; `HUBSCOPE_CORPUS` says where. The expected side is read here with a walk
//! of its own, so that a slip of the library's reader cannot hide in both.

#![expect(clippy::expect_used, reason = "a test may stop where its input is not there")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use hubscope::catalog::Catalog;
use hubscope::plan::{Auth, Distribution, Selection};
use hubscope::project::{Project, ProjectApp, nearest_project};
use serde_json::Value;

fn corpus() -> PathBuf {
    PathBuf::from(std::env::var_os("HUBSCOPE_CORPUS").expect("HUBSCOPE_CORPUS names the collection"))
        .join("app_configs")
}

/// Every file below `folder` whose name ends so.
fn files_named(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_named(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn json(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).ok()?;
    serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// A project of the current formats, with its components by relative path.
struct Expected {
    root: PathBuf,
    components: Vec<(String, Value)>,
}

fn current_projects() -> Vec<Expected> {
    let mut projects = Vec::new();
    for settings in files_named(&corpus(), "hsproject.json") {
        let Some(value) = json(&settings) else { continue };
        let version = value["platformVersion"].as_str().unwrap_or_default();
        if !(version == "2025.2" || version >= "2026") {
            continue;
        }
        let root = settings.parent().expect("a folder").to_path_buf();
        let source = root.join(value["srcDir"].as_str().expect("srcDir"));
        let paths = if source.is_dir() { files_named(&source, "-hsmeta.json") } else { Vec::new() };
        let name = |path: &Path| path.strip_prefix(&root).expect("within").to_string_lossy().replace('\\', "/");
        let components = paths.iter().filter_map(|path| Some((name(path), json(path)?))).collect();
        projects.push(Expected { root, components });
    }
    projects
}

/// `CONTACT`, `contacts` and `contact` are one; good for the objects that the collection has.
fn object(name: &str) -> String {
    let name = name.to_lowercase();
    name.strip_suffix("ies").map_or_else(|| name.trim_end_matches('s').to_owned(), |stem| format!("{stem}y"))
}

fn assert_app(app: &ProjectApp, value: &Value, place: &str) {
    let config = &value["config"];
    let auth = &config["auth"];
    assert_eq!(app.name.as_deref(), config["name"].as_str(), "{place}");
    assert_eq!(app.uid.as_deref(), value["uid"].as_str(), "{place}");
    assert_eq!(app.declared.required, strings(&auth["requiredScopes"]), "{place}");
    assert_eq!(app.declared.conditional, strings(&auth["conditionallyRequiredScopes"]), "{place}");
    assert_eq!(app.declared.optional, strings(&auth["optionalScopes"]), "{place}");
    assert_eq!(app.redirect_urls, strings(&auth["redirectUrls"]), "{place}");
    assert_eq!(app.user_level, config["isUserLevel"] == Value::Bool(true), "{place}");
    assert_eq!(app.distribution.map(Distribution::as_str), config["distribution"].as_str(), "{place}");
    assert_eq!(app.auth.map(Auth::as_str), Some(auth["type"].as_str().unwrap_or("none")), "{place}");
}

/// Feature, option, property and state of each subscription, as this file understands them.
fn subscriptions(value: &Value) -> Vec<String> {
    let mut all = Vec::new();
    for list in ["crmObjects", "legacyCrmObjects", "hubEvents"] {
        for item in value["config"]["subscriptions"][list].as_array().into_iter().flatten() {
            let text = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
            let active = item["active"].as_bool().unwrap_or(true);
            let (event, property) = (text("subscriptionType"), text("propertyName"));
            all.push(match list {
                "crmObjects" => format!("generic {} {event} {property} {active}", object(&text("objectType"))),
                _ => format!("classic {event} {property} {active}"),
            });
        }
    }
    all
}

fn as_subscription(choice: &Selection) -> String {
    let option = choice.option.as_deref().expect("an option");
    let parameter = |key: &str| choice.parameters.get(key).cloned().unwrap_or_default();
    let (property, active) = (parameter("propertyName"), choice.active);
    match choice.feature.as_str() {
        "webhooks.generic" => {
            format!("generic {} {} {property} {active}", option.trim_start_matches("object:"), parameter("event"))
        }
        _ => format!("classic {option} {property} {active}"),
    }
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn every_current_project_is_read_as_it_stands() {
    let (mut projects, mut apps, mut hooks, mut cards) = (0, 0, 0, 0);
    for Expected { root, components } in current_projects() {
        let project = Project::read(&root, Catalog::embedded());
        let place = root.display().to_string();
        assert_eq!(nearest_project(&root), Some(root.clone()));
        let files: Vec<&str> = components.iter().map(|(name, _)| name.as_str()).collect();
        let read: Vec<&str> =
            project.files.iter().map(String::as_str).filter(|name| *name != "hsproject.json").collect();
        assert_eq!(read, files, "{place}");
        let of_type = |kind: &'static str| components.iter().filter(move |(_, value)| value["type"] == kind);
        assert_eq!(project.apps.len(), of_type("app").count(), "{place}");
        for (app, (name, value)) in project.apps.iter().zip(of_type("app")) {
            assert_eq!(&app.file, name);
            assert_app(app, value, &format!("{place}/{name}"));
            apps += 1;
        }
        for (name, value) in of_type("webhooks") {
            let of_file = |choice: &&Selection| choice.file.as_deref() == Some(name);
            let read: Vec<String> = project.selections().iter().filter(of_file).map(as_subscription).collect();
            assert_eq!(read, subscriptions(value), "{place}/{name}");
            hooks += read.len();
        }
        for (name, value) in of_type("card") {
            let of_file = |choice: &&Selection| choice.file.as_deref() == Some(name);
            let options = project.selections().iter().filter(of_file).filter_map(|choice| choice.option.as_deref());
            let read: BTreeSet<String> = options.map(object).collect();
            let expected: BTreeSet<String> =
                strings(&value["config"]["objectTypes"]).iter().map(|name| object(name)).collect();
            assert_eq!(read, expected, "{place}/{name}");
            cards += 1;
        }
        println!("{place}: {:?}", project.diagnostics.iter().map(|d| (d.rule, &d.subject)).collect::<Vec<_>>());
        projects += 1;
    }
    println!("{projects} projects, {apps} apps, {hooks} subscriptions, {cards} cards");
    assert!(projects >= 25 && apps >= 20 && hooks >= 20 && cards >= 15);
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn every_older_project_is_named_as_such() {
    let mut older = 0;
    for settings in files_named(&corpus(), "hsproject.json") {
        let project = Project::read(settings.parent().expect("a folder"), Catalog::embedded());
        let version = project.platform.as_deref().unwrap_or_default();
        if version.starts_with("2023.") || version.starts_with("2024.") || version == "2025.1" {
            let names_it = |rule: &str| matches!(rule, "config/retired-platform" | "config/unknown-platform");
            assert!(project.diagnostics.iter().any(|finding| names_it(finding.rule)), "{}", settings.display());
            older += 1;
        }
    }
    println!("{older} older projects");
    assert!(older >= 15);
}
