//! How many apps a project has, and files that its platform does not use.
//!
//! Owns the findings about a project as a whole. It reads no file.

use super::app::AppFormat;
use super::config_file::file_start;
use super::find::PROJECT_FILE;
use super::platform::format_of;
use super::project::Project;
use crate::catalog::{Catalog, Confidence, PlatformFormat};
use crate::diagnostic::{Diagnostic, Severity, rule};
use crate::prose::listed;

/// What there is to say of the apps in `project`. `needs_none`: it does something without one; `unused`: app files of
/// another format, which its platform does not use.
pub(super) fn judge(catalog: &Catalog, project: &Project, needs_none: bool, unused: &[String]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if project.apps.is_empty() {
        findings.push(match unread(project).find(|cause| is_app(&cause.subject)) {
            Some(cause) => nothing_checked(cause),
            None => none(catalog, project, needs_none, unused),
        });
    } else {
        findings.extend(unused.iter().map(|name| older_format(name)));
    }
    findings.extend(several(project));
    findings
}

/// Why files were not read: they cannot be opened, or are no JSON.
fn unread(project: &Project) -> impl Iterator<Item = &Diagnostic> {
    let rules = [rule::CONFIG_UNREADABLE_FILE, rule::CONFIG_INVALID_JSON];
    project.diagnostics.iter().filter(move |finding| rules.contains(&finding.rule))
}

/// Whether an app goes by the file `name`.
fn is_app(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name);
    ["app-hsmeta.json", "public-app.json", "app.json"].contains(&name)
}

/// Nothing of the app is checked: that must not pass for a project in order. It stands at its cause, and so after it.
fn nothing_checked(cause: &Diagnostic) -> Diagnostic {
    let name = cause.subject.as_str();
    let message = format!("The app of the project could not be read from {name}: nothing of it is checked.");
    let finding = Diagnostic::new(rule::CONFIG_NO_APP, name, message);
    Diagnostic { span: cause.span.clone(), ..finding.with_fix(format!("Mend {name}, then check again.")) }
}

fn none(catalog: &Catalog, project: &Project, needs_none: bool, unused: &[String]) -> Diagnostic {
    let most = if needs_none { Severity::Note } else { Severity::Warning };
    // The app's file may have any name before its ending.
    let maybe: Vec<&Diagnostic> = unread(project).filter(|cause| cause.subject.ends_with("-hsmeta.json")).collect();
    if let Some(cause) = maybe.first() {
        let names: Vec<&str> = maybe.iter().map(|cause| cause.subject.as_str()).collect();
        let message = format!(
            "The project has no app that could be read, so no scopes are known. It may stand in {}, which could not be read.",
            names.join(" or ")
        );
        let finding = Diagnostic::new(rule::CONFIG_NO_APP, PROJECT_FILE, message).at_most(most);
        let fix = format!("Mend {}, then check again.", listed(&names));
        return Diagnostic { span: cause.span.clone(), ..finding.with_fix(fix) };
    }
    let older = match unused {
        [] => String::new(),
        files => format!(" Files of an older format lie there, which its platform does not use: {}.", files.join(", ")),
    };
    let message = format!("The project has no app that could be read, so it declares no scopes.{older}");
    let is_older = |version: &String| format_of(catalog, version) == PlatformFormat::Older;
    let fix = match project.platform.as_ref().is_some_and(is_older) {
        true => format!(
            "Move the project to platform {}, and add src/app/app-hsmeta.json with \"type\": \"app\".",
            catalog.current_platform()
        ),
        false => "Add src/app/app-hsmeta.json with \"type\": \"app\".".to_owned(),
    };
    let finding = Diagnostic::new(rule::CONFIG_NO_APP, PROJECT_FILE, message).at_most(most);
    finding.with_span(file_start(PROJECT_FILE)).with_fix(fix)
}

fn older_format(name: &str) -> Diagnostic {
    let message = format!("{name} is not read: it is of an older format than the project's platform version.");
    Diagnostic::new(rule::CONFIG_OLDER_FORMAT, name, message)
        .with_span(file_start(name))
        .with_fix("Remove it, if nothing else uses it.")
}

/// A component file in a project whose platform is older than such files.
pub(super) fn newer_format(catalog: &Catalog, name: &str) -> Diagnostic {
    let message = format!("{name} is not read: it is of a newer format than the project's platform version.");
    Diagnostic::new(rule::CONFIG_NEWER_FORMAT, name, message)
        .with_span(file_start(name))
        .with_fix(format!("Move the project to platform {}, or remove the file.", catalog.current_platform()))
}

fn several(project: &Project) -> Option<Diagnostic> {
    let names: Vec<&str> = project.apps.iter().map(|app| app.file.as_str()).collect();
    let (first, second) = (names.first()?, names.get(1)?);
    // That there is one app is written in the parser of the current formats; of the older ones it is not known.
    let is_current = project.apps.iter().all(|app| app.format == AppFormat::Component);
    let (most, confidence) = match is_current {
        true => (Severity::Error, Confidence::Documented),
        false => (Severity::Warning, Confidence::Inferred),
    };
    let message = format!("The project has {} apps, but HubSpot takes one: {}.", names.len(), names.join(", "));
    let finding = Diagnostic::new(rule::CONFIG_SEVERAL_APPS, *first, message)
        .at_most(most)
        .with_confidence(confidence)
        .with_span(file_start(second))
        .with_fix("Keep one app file, and make the others projects of their own.");
    Some(finding)
}
