//! A project checked as a whole: its files, the names of its scopes, and its features against its scopes.
//!
//! What reading the files found comes along; the rules of names and features are asked here, and everything is put in the
//! order of its place.

use std::collections::HashMap;

use super::checked::{Checked, Parsed, ParsedFeature, ParsedLists, ParsedProject};
use super::rules::account::check_accounts;
use super::rules::feature::{self, Held, Lack, Needs};
use super::rules::scope;
use crate::catalog::{Catalog, eras};
use crate::diagnostic::{Diagnostic, Edit, rule};
use crate::plan::{Asker, Auth, Declared, Plan, ScopeType, for_auth};
use crate::project::{PROJECT_FILE, Project, ProjectApp, ProjectFeature, ScopePlace};

/// Checks `project`, which was given as `target`. `plan` is the project's own, with the plan file laid over it; its day is
/// the day of the rules.
pub fn check_project(catalog: &'static Catalog, target: &str, project: &Project, plan: &Plan) -> Checked {
    let mut found = project.diagnostics.clone();
    found.extend(names(catalog, project, plan));
    // A static token is for an account that the developer knows.
    let for_others = project.apps.iter().filter(|app| app.auth != Some(Auth::Static));
    found.extend(for_others.flat_map(|app| accounts(catalog, app)));
    if let Some(app) = project.apps.first() {
        found.extend(features(catalog, project, app, plan));
    }
    let mut checked = Checked {
        target: target.to_owned(),
        kind: "project",
        parsed: Some(Parsed::Project(Box::new(parsed(project)))),
        diagnostics: found,
        texts: project.texts.clone(),
        ..Checked::default()
    };
    checked.sort(&project.files);
    checked
}

/// Checks one config file by itself: what it says, but not whether features and scopes fit, for the others are not seen.
pub fn check_config(catalog: &'static Catalog, target: &str, file: &Project, plan: &Plan) -> Checked {
    let mut checked = Checked {
        target: target.to_owned(),
        kind: "config",
        parsed: Some(Parsed::Project(Box::new(parsed(file)))),
        diagnostics: file.diagnostics.iter().cloned().chain(names(catalog, file, plan)).collect(),
        texts: file.texts.clone(),
        ..Checked::default()
    };
    checked.sort(&file.files);
    checked
}

/// Whom the app's required scopes shut out.
fn accounts(catalog: &'static Catalog, app: &ProjectApp) -> Vec<Diagnostic> {
    let places: HashMap<&str, &ScopePlace> = app
        .scopes
        .iter()
        .filter(|place| place.kind == ScopeType::Required)
        .map(|place| (place.name.as_str(), place))
        .collect();
    let list = app.lists.iter().find(|list| list.kind == ScopeType::Required).and_then(|list| list.span.clone());
    let at_its_place = |finding: Diagnostic| {
        let span = places.get(finding.subject.as_str()).map(|place| place.span.clone()).or_else(|| list.clone());
        Diagnostic { span, ..finding }
    };
    check_accounts(catalog, &app.declared.required).into_iter().map(at_its_place).collect()
}

/// The answer on a folder without a project.
pub fn no_project(target: &str) -> Checked {
    let message = format!("{target} is no HubSpot project: there is no {PROJECT_FILE} in it, above it or below it.");
    let finding = Diagnostic::new(rule::CONFIG_NO_PROJECT, target, message)
        .with_fix("Name the project's folder, or make one with HubSpot's command line: hs project create.");
    Checked { target: target.to_owned(), kind: "project", diagnostics: vec![finding], ..Checked::default() }
}

/// What is to be said of each scope by its name, where it stands.
fn names(catalog: &'static Catalog, project: &Project, plan: &Plan) -> Vec<Diagnostic> {
    let era = eras::of(plan.as_of.unwrap_or(catalog.as_of()));
    let mut found = Vec::new();
    for app in &project.apps {
        let asker = Asker { distribution: app.distribution, user_level: app.user_level, era };
        found.extend(of_names(catalog, asker, &app.scopes).into_iter().map(|finding| for_auth(app.auth, finding)));
    }
    let (distribution, user_level) = (plan.app.distribution, plan.app.user_level);
    let asker = Asker { distribution: project.apps.first().map(|_| distribution), user_level, era };
    found.extend(of_names(catalog, asker, project.permissions.iter().flat_map(|permissions| &permissions.scopes)));
    found
}

fn of_names<'a>(catalog: &Catalog, asker: Asker, places: impl IntoIterator<Item = &'a ScopePlace>) -> Vec<Diagnostic> {
    let of_name = |place: &'a ScopePlace| {
        let file = &place.span.file;
        let set = |name: &str| Edit::Set { file: file.clone(), path: place.pointer.clone(), value: name.to_owned() };
        let must_be_granted = place.kind >= ScopeType::ConditionallyRequired;
        let found = scope::check(catalog, asker, &place.name, must_be_granted, set);
        found.into_iter().map(|finding| finding.with_span(place.span.clone()))
    };
    let mut places = places.into_iter();
    let mut found = Vec::new();
    for place in places.by_ref() {
        found.extend(of_name(place));
        if found.len() >= scope::MOST_FINDINGS {
            break;
        }
    }
    found.extend(scope::passed_over(places.count()));
    found
}

/// What the features of the project lack among the scopes of `app`.
fn features(catalog: &'static Catalog, project: &Project, app: &ProjectApp, plan: &Plan) -> Vec<Diagnostic> {
    if matches!(app.auth, None | Some(Auth::None)) {
        return Vec::new();
    }
    let lists: Vec<&Declared> =
        std::iter::once(&app.declared).chain(project.permissions.iter().map(|one| &one.declared)).collect();
    let held = Held::new(lists, app.auth == Some(Auth::Static));
    let needs = Needs::of(catalog, plan);
    let places: HashMap<&str, &ScopePlace> =
        app.scopes.iter().rev().map(|place| (place.name.as_str(), place)).collect();
    let mut found = Vec::new();
    for feature in &project.features {
        let lack = feature::check(catalog, &needs, &held, &feature.selection);
        found.extend(lack.map(|lack| placed(lack, feature, app, &places)));
    }
    found.extend(feature::deprecated(catalog, &project.features));
    found.extend(needs.sunsets());
    found
}

/// The finding at its feature, with the edits that put the scopes among the required ones.
fn placed(lack: Lack, feature: &ProjectFeature, app: &ProjectApp, places: &HashMap<&str, &ScopePlace>) -> Diagnostic {
    let list = app.lists.iter().find(|list| list.kind == ScopeType::Required);
    let mut edits = Vec::new();
    for scope in &lack.scopes {
        let moved = places.get(scope.as_str()).filter(|place| place.kind != ScopeType::Required);
        edits.extend(moved.map(|place| Edit::Remove { file: place.span.file.clone(), path: place.pointer.clone() }));
        edits.extend(list.map(|list| Edit::Add {
            file: list.file.clone(),
            path: list.pointer.clone(),
            value: scope.clone(),
        }));
    }
    lack.finding.with_span(feature.span.clone()).with_edits(edits)
}

fn parsed(project: &Project) -> ParsedProject {
    let app = project.apps.first();
    let declared = app.map(|app| app.declared.clone()).unwrap_or_default();
    let feature = |feature: &ProjectFeature| ParsedFeature {
        feature: feature.selection.feature.clone(),
        option: feature.selection.option.clone(),
        file: Some(feature.span.file.clone()),
        active: feature.selection.active,
    };
    ParsedProject {
        root: project.root.display().to_string(),
        platform: project.platform.clone(),
        auth: app.and_then(|app| app.auth).map(Auth::as_str),
        distribution: app.and_then(|app| app.distribution).map(crate::plan::Distribution::as_str),
        redirect_urls: app.map(|app| app.redirect_urls.clone()).unwrap_or_default(),
        declared: ParsedLists {
            required: declared.required,
            conditional: declared.conditional,
            optional: declared.optional,
        },
        features: project.features.iter().map(feature).collect(),
        files: project.files.clone(),
    }
}
