//! The project's own settings: `hsproject.json`, and the folder of components that it names.
//!
//! Owns what is wrong with that file alone. What the platform version means, [`super::platform`] knows.

use std::path::{Path, PathBuf};

use super::config_file::{ConfigFile, file_start, not_read, reason, unreadable};
use super::fields::excerpt;
use super::find::{self, PROJECT_FILE};
use super::sheet::Sheet;
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Span, rule};

/// What `hsproject.json` says.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) name: Option<String>,
    pub(super) platform: Option<String>,
    pub(super) src_dir: Option<String>,
    /// Where `platformVersion` stands.
    pub(super) platform_span: Option<Span>,
    src_dir_span: Option<Span>,
    /// The text of the file; `None` = there was none to read.
    pub(super) text: Option<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// The settings of the project in `root`.
pub(super) fn read(root: &Path, catalog: &'static Catalog) -> Settings {
    let opened = match find::within(root, &root.join(PROJECT_FILE)) {
        Ok(Some(path)) => ConfigFile::open(&path, PROJECT_FILE),
        Ok(None) => Err(unreadable(PROJECT_FILE, find::LEADS_OUT).into()),
        Err(error) => Err(no_project(&reason(&error)).into()),
    };
    let mut settings = Settings::default();
    match opened {
        Ok(file) => settings = of_file(file, catalog),
        Err(finding) => settings.diagnostics.push(*finding),
    }
    settings
}

/// Without this file a folder is no project: HubSpot takes nothing of it.
fn no_project(why: &str) -> Diagnostic {
    not_read(PROJECT_FILE, why).with_fix("Give the folder that has an hsproject.json, or one config file.")
}

/// What the `file` says.
pub(super) fn of_file(file: ConfigFile, catalog: &'static Catalog) -> Settings {
    let mut settings = Settings::default();
    settings.fill(&file, catalog);
    settings.text = Some(file.into_text());
    settings
}

impl Settings {
    fn fill(&mut self, file: &ConfigFile, catalog: &'static Catalog) {
        let mut sheet = Sheet::new(file, catalog);
        if let Some(fields) = sheet.root() {
            self.name = sheet.text_at(&fields, "name").map(|text| text.value);
            let src_dir = sheet.wanted_text_at(&fields, "srcDir");
            self.src_dir_span = src_dir.as_ref().map(|text| sheet.span_of(text.node));
            self.src_dir = src_dir.map(|text| text.value);
            let platform = sheet.text_at(&fields, "platformVersion");
            self.platform_span = platform.as_ref().map(|text| sheet.span_of(text.node));
            self.platform = platform.map(|text| text.value);
            if fields.get("platformVersion").is_none() {
                let message = "The project names no platform version, so HubSpot cannot build it.";
                let finding = Diagnostic::new(rule::CONFIG_UNKNOWN_PLATFORM, "platformVersion", message);
                let fix = format!("Add \"platformVersion\": \"{}\" to hsproject.json.", catalog.current_platform());
                sheet.say(fields.node, finding.with_fix(fix));
            }
        }
        self.diagnostics = sheet.into_findings();
    }

    /// The folder of the components in `root`; a project that does not say which is taken to mean `src`.
    pub(super) fn source_folder(&self, root: &Path) -> Result<PathBuf, Box<Diagnostic>> {
        let named = self.src_dir.as_deref().unwrap_or("src");
        let why = match find::within(root, &root.join(named)) {
            Ok(Some(folder)) if folder.is_dir() => return Ok(folder),
            Ok(Some(_)) => "it is not a folder".to_owned(),
            Ok(None) => "it lies outside of the project".to_owned(),
            Err(error) => reason(&error),
        };
        let named = excerpt(named);
        let message =
            format!("The srcDir {named} was not read: {why}. No app and no component of the project is known.");
        let span = self.src_dir_span.clone().unwrap_or_else(|| file_start(PROJECT_FILE));
        Err(Diagnostic::new(rule::CONFIG_SOURCE_FOLDER, "srcDir", message)
            .with_span(span)
            .with_fix("Set srcDir in hsproject.json to the folder of the components.")
            .into())
    }
}
