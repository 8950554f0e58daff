//! Real projects: what the library reads is what stands in their files.
//!
//! The collection lies outside of the repository; `HUBSCOPE_CORPUS` says where. The expected side is read here with a walk
//! of its own, so that a slip of the library's reader cannot hide in both.

#![expect(clippy::expect_used, clippy::panic, reason = "a test may stop where its input is not there")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use hubscope::catalog::Catalog;
use hubscope::diagnostic::Span;
use hubscope::plan::{Auth, Distribution, Selection};
use hubscope::project::{AppFormat, Options, Project, ProjectApp, find_projects, nearest_project};
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
        let selections = project.selections();
        let of_type = |kind: &'static str| components.iter().filter(move |(_, value)| value["type"] == kind);
        assert_eq!(project.apps.len(), of_type("app").count(), "{place}");
        for (app, (name, value)) in project.apps.iter().zip(of_type("app")) {
            assert_eq!(&app.file, name);
            assert_app(app, value, &format!("{place}/{name}"));
            apps += 1;
        }
        for (name, value) in of_type("webhooks") {
            let of_file = |choice: &&Selection| choice.file.as_deref() == Some(name);
            let read: Vec<String> = selections.iter().filter(of_file).map(as_subscription).collect();
            assert_eq!(read, subscriptions(value), "{place}/{name}");
            hooks += read.len();
        }
        for (name, value) in of_type("card") {
            let of_file = |choice: &&Selection| choice.file.as_deref() == Some(name);
            let options = selections.iter().filter(of_file).filter_map(|choice| choice.option.as_deref());
            let read: BTreeSet<String> = options.map(object).collect();
            let expected: BTreeSet<String> =
                strings(&value["config"]["objectTypes"]).iter().map(|name| object(name)).collect();
            assert_eq!(read, expected, "{place}/{name}");
            cards += 1;
        }
        println!("{place}: {:?}", project.diagnostics.iter().map(|d| (d.rule.id, &d.subject)).collect::<Vec<_>>());
        projects += 1;
    }
    println!("{projects} projects, {apps} apps, {hooks} subscriptions, {cards} cards");
    assert!(projects >= 25 && apps >= 20 && hooks >= 20 && cards >= 15);
}

/// A row of the collection's own index, which was made without this library.
fn rows() -> Vec<Value> {
    let text = fs::read_to_string(corpus().join("index.jsonl")).expect("the index");
    text.lines().map(|line| serde_json::from_str(line).expect("a row")).collect()
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_default()
}

fn rules(project: &Project) -> Vec<&str> {
    project.diagnostics.iter().map(|finding| finding.rule.id).collect()
}

/// The app in a file read by itself is the one that the index describes.
fn assert_row(app: &ProjectApp, row: &Value, place: &str) {
    let required = if row.get("scopes").is_some() { "scopes" } else { "requiredScopes" };
    assert_eq!(app.declared.required, strings(&row[required]), "{place}");
    assert_eq!(app.declared.conditional, strings(&row["conditionallyRequiredScopes"]), "{place}");
    assert_eq!(app.declared.optional, strings(&row["optionalScopes"]), "{place}");
    assert_eq!(app.uid.as_deref(), row["uid"].as_str(), "{place}");
    match text(row, "filename") {
        "app.json" => {
            assert_eq!((app.format, app.auth), (AppFormat::Private, Some(Auth::Static)), "{place}");
            assert_eq!(app.distribution, Some(Distribution::Private), "{place}");
        }
        "public-app.json" => {
            assert_eq!((app.format, app.auth), (AppFormat::Public, Some(Auth::Oauth)), "{place}");
            assert_eq!(app.distribution, None, "{place}");
        }
        _ => {
            assert_eq!(app.auth.map(Auth::as_str), Some(row["auth_type"].as_str().unwrap_or("none")), "{place}");
            assert_eq!(app.distribution.map(Distribution::as_str), row["distribution"].as_str(), "{place}");
        }
    }
}

/// Every place of the app shows what it is said to show.
fn assert_places(project: &Project, place: &str) {
    let shown = |span: &Span| project.texts[&span.file].get(span.start..span.end).expect("within the text").to_owned();
    let value = |file: &str, pointer: &str| {
        let text = project.texts[file].trim_start_matches('\u{feff}');
        serde_json::from_str::<Value>(text).expect("JSON").pointer(pointer).cloned()
    };
    for scope in project.scope_places() {
        assert_eq!(shown(&scope.span), Value::from(scope.name.as_str()).to_string(), "{place}");
        assert_eq!(value(scope.file(), &scope.pointer), Some(Value::from(scope.name.as_str())), "{place}");
    }
    for app in &project.apps {
        for redirect in &app.redirects {
            assert_eq!(value(&app.file, &redirect.pointer), Some(Value::from(redirect.value.as_str())), "{place}");
        }
        for list in &app.lists {
            assert_eq!(value(&list.file, &list.pointer).is_some(), list.span.is_some(), "{place} {}", list.pointer);
        }
    }
    for feature in &project.features {
        let read: Value = serde_json::from_str(&shown(&feature.span)).expect("a value");
        assert_eq!(value(feature.file(), &feature.pointer), Some(read), "{place} {}", feature.pointer);
    }
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn every_file_by_itself_is_read_as_the_index_describes_it() {
    let (mut files, mut apps, mut hooks) = (0, 0, 0);
    for row in rows() {
        let place = text(&row, "file").to_owned();
        let project = Project::read_file(&corpus().join(&place), Catalog::embedded(), &Options::default());
        files += 1;
        if row["valid_json"] == Value::Bool(false) {
            assert_eq!(rules(&project)[0], "config/invalid-json", "{place}");
            continue;
        }
        assert_eq!(project.texts.len(), 1, "{place}");
        assert!(!rules(&project).contains(&"config/unknown-file"), "{place}");
        assert_places(&project, &place);
        let name = text(&row, "filename");
        match text(&row, "type") {
            "hsproject" => {
                let version = text(&row, "platformVersion");
                let read = project.platform.as_deref();
                assert!(
                    read == Some(version)
                        || (read.is_none() && version.is_empty() || version == "absent" || version == "none"),
                    "{place}: {version}"
                );
            }
            "app" => assert_row(&project.apps[0], &row, &place),
            "" if matches!(name, "app.json" | "public-app.json") => assert_row(&project.apps[0], &row, &place),
            // One repository writes component files in the form of an app.json: refused on upload, and said so.
            "" if name.ends_with("-hsmeta.json") => {
                assert!(rules(&project).contains(&"config/missing-field"), "{place}");
                assert!(rules(&project).contains(&"config/unexpected-property"), "{place}");
            }
            _ => {}
        }
        apps += project.apps.len();
        for (list, count) in row["subscriptions"].as_object().into_iter().flatten() {
            let pointer = format!("/subscriptions/{list}/");
            let read = project.features.iter().filter(|feature| feature.pointer.contains(&pointer)).count();
            assert_eq!(Some(read as u64), count.as_u64(), "{place} {list}");
            hooks += read;
        }
    }
    println!("{files} files, {apps} apps, {hooks} subscriptions");
    assert_eq!(files, 279);
    assert_eq!(apps, 38 + 15 + 6);
    assert!(hooks >= 60);
}

/// Why a file of the collection is not among those that its project reads.
fn why_not_read(row: &Value, project: &Project, within: bool) -> Option<&'static str> {
    let name = text(row, "filename");
    let is_named = |rule: &str| {
        project.diagnostics.iter().any(|finding| {
            let of_file = finding.span.as_ref().is_some_and(|span| text(row, "file").ends_with(&span.file));
            finding.rule.id == rule && of_file
        })
    };
    match () {
        () if !within => Some("outside of the srcDir"),
        () if is_named("config/invalid-json") => Some("no JSON, named"),
        () if is_named("config/not-read") => Some("not read, named with the reason"),
        () if is_named("config/nested-project") => Some("a project of its own, named"),
        () if text(row, "type") == "crm-card" => Some("a card that no app names"),
        () if name == "serverless.json" => Some("functions of an older format in a project of a newer one"),
        () => None,
    }
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn no_file_of_a_project_is_passed_over_in_silence() {
    let projects: Vec<Project> =
        find_projects(&corpus()).iter().map(|root| Project::read(root, Catalog::embedded())).collect();
    let settings = rows().iter().filter(|row| text(row, "filename") == "hsproject.json").count();
    assert_eq!(projects.len(), settings);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows() {
        let path = corpus().join(text(&row, "file"));
        // The innermost project that the file lies in.
        let owner = projects
            .iter()
            .filter(|project| path.starts_with(&project.root))
            .max_by_key(|project| project.root.components().count());
        let Some(project) = owner else {
            *counts.entry("in no project").or_default() += 1;
            continue;
        };
        let name = path.strip_prefix(&project.root).expect("within").to_string_lossy().replace('\\', "/");
        let source = project.root.join(project.src_dir.as_deref().unwrap_or("src"));
        let within = path.starts_with(&source) || name == "hsproject.json";
        if project.files.contains(&name) {
            *counts.entry("read").or_default() += 1;
            continue;
        }
        let why = why_not_read(&row, project, within);
        let why = why.unwrap_or_else(|| panic!("{}: passed over in silence", path.display()));
        *counts.entry(why).or_default() += 1;
    }
    println!("{counts:#?}");
    assert_eq!(counts.values().sum::<usize>(), 279);
    assert!(counts["read"] >= 195);
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn every_older_project_is_named_as_such_and_its_app_is_read() {
    let (mut older, mut apps, mut features) = (0, 0, 0);
    for root in find_projects(&corpus()) {
        let project = Project::read(&root, Catalog::embedded());
        let place = root.display().to_string();
        let version = project.platform.as_deref().unwrap_or_default();
        if !(version.starts_with("2023.") || version.starts_with("2024.") || version == "2025.1") {
            continue;
        }
        older += 1;
        let names_it = |rule: &str| matches!(rule, "config/retired-platform" | "config/unknown-platform");
        assert!(rules(&project).into_iter().any(names_it), "{place}");
        assert_places(&project, &place);
        for app in &project.apps {
            let row = rows().into_iter().find(|row| root.join(&app.file) == corpus().join(text(row, "file")));
            assert_row(app, &row.expect("a row"), &place);
            apps += 1;
        }
        features += project.features.len();
        println!("{place}: {:?}", project.diagnostics.iter().map(|d| (d.rule.id, &d.subject)).collect::<Vec<_>>());
    }
    println!("{older} older projects, {apps} apps, {features} features");
    assert!(older >= 20 && apps >= 17 && features >= 50);
}
