//! One config file by itself: read as what it is, without the project around it.
//!
//! Owns which reader a file gets. That there is no project beside it is no finding, and files that it names are not opened.

use std::collections::HashSet;
use std::path::Path;

use super::app::AppFormat;
use super::component::Component;
use super::config_file::{ConfigFile, file_start};
use super::file_kind::{FileKind, file_kind};
use super::follow;
use super::object_type::ObjectTypes;
use super::older;
use super::placeholders;
use super::profiles::{self, Profiles};
use super::project::{Options, Project};
use super::settings;
use super::sheet::Sheet;
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, rule};

impl Project {
    /// Reads the config file at `path`; places are in a file of its name, without the folder. Profiles lie beside a project,
    /// so none is filled in.
    pub fn read_file(path: &Path, catalog: &'static Catalog, options: &Options) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let root = path.parent().unwrap_or(Path::new("")).to_path_buf();
        Self { root, ..of_file(ConfigFile::open(path, &name), &name, catalog, options) }
    }

    /// Reads the config file called `name` with these bytes.
    pub fn read_text(name: &str, bytes: &[u8], catalog: &'static Catalog, options: &Options) -> Self {
        of_file(ConfigFile::from_bytes(name, bytes.to_vec()), name, catalog, options)
    }
}

fn of_file(
    opened: Result<ConfigFile, Box<Diagnostic>>,
    name: &str,
    catalog: &'static Catalog,
    options: &Options,
) -> Project {
    let mut project = Project::default();
    let file = match opened {
        Ok(file) => file,
        Err(finding) => {
            project.diagnostics.push(*finding);
            return project;
        }
    };
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    match file_kind(base, file.text()) {
        Some(FileKind::Settings) => {
            let settings = settings::of_file(file, catalog);
            project.take_settings(catalog, name, settings, options.as_of.unwrap_or_else(|| catalog.as_of()));
            return project;
        }
        Some(FileKind::Component) => component(&mut project, &file, catalog),
        kind => sheet_of(&mut project, kind, &file, catalog),
    }
    project.keep(name, file.into_text());
    project
}

fn component(project: &mut Project, file: &ConfigFile, catalog: &'static Catalog) {
    let mut component = Component::open(file, catalog, None);
    component.read_into(project, &ObjectTypes { catalog, app_objects: HashSet::new() });
    placeholders::note(&mut component.sheet, &Profiles::default());
    project.diagnostics.extend(component.sheet.into_findings());
}

fn sheet_of(project: &mut Project, kind: Option<FileKind>, file: &ConfigFile, catalog: &'static Catalog) {
    let types = ObjectTypes { catalog, app_objects: HashSet::new() };
    let mut sheet = Sheet::new(file, catalog);
    match kind {
        Some(FileKind::PrivateApp) => project.apps.extend(app(&mut sheet, AppFormat::Private)),
        Some(FileKind::PublicApp) => project.apps.extend(app(&mut sheet, AppFormat::Public)),
        Some(kind @ (FileKind::Card | FileKind::Webhooks)) => {
            project.features.extend(follow::read(&mut sheet, kind, &types));
        }
        Some(FileKind::Functions) => project.features.extend(older::read_functions(&mut sheet)),
        Some(FileKind::Profile) => project.profiles.push(profiles::read(&mut sheet)),
        Some(FileKind::Settings | FileKind::Component | FileKind::Theme) | None => unknown(project, &mut sheet),
    }
    placeholders::note(&mut sheet, &Profiles::default());
    project.diagnostics.extend(sheet.into_findings());
}

fn app(sheet: &mut Sheet<'_>, format: AppFormat) -> Option<super::app::ProjectApp> {
    older::read_app(sheet, format).map(|(app, _)| app)
}

/// A file that is no JSON says so itself; of another one nothing is known.
fn unknown(project: &mut Project, sheet: &mut Sheet<'_>) {
    if sheet.root().is_some() {
        let name = sheet.name();
        let message =
            format!("{name} is no config file of a HubSpot app that is known here, so nothing was read from it.");
        let finding = Diagnostic::new(rule::CONFIG_UNKNOWN_FILE, name, message)
            .with_span(file_start(name))
            .with_fix("Give an app-hsmeta.json, a public-app.json, an app.json or the folder of the project.");
        project.diagnostics.push(finding);
    }
}
