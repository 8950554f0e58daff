//! A project as read from its folder.
//!
//! Owns the order of reading: `hsproject.json`, the profiles, then each file in order of its name. It always gives a
//! project; what stood in the way is among its diagnostics.

use std::collections::HashSet;
use std::path::Path;

use super::app::AppFormat;
use super::apps;
use super::component::Component;
use super::components::APP_OBJECT;
use super::config_file::{ConfigFile, file_start};
use super::find::PROJECT_FILE;
use super::follow;
use super::object_type::ObjectTypes;
use super::older;
use super::placeholders;
use super::platform;
use super::profiles::{self, Profiles};
use super::project::{Options, Project};
use super::settings::{self, Settings};
use super::sheet::Sheet;
use super::tree::{self, Found, Tree};
use crate::catalog::{Catalog, Confidence, Date, PlatformFormat};
use crate::diagnostic::{Diagnostic, rule};

/// The most files that are followed from one app; real ones name a handful.
const MOST_REFERENCES: usize = 1000;

impl Project {
    /// Reads the project in the folder `root`, with its variables open.
    pub fn read(root: &Path, catalog: &'static Catalog) -> Self {
        Self::read_with(root, catalog, &Options::default())
    }

    /// Reads the project in the folder `root`.
    pub fn read_with(root: &Path, catalog: &'static Catalog, options: &Options) -> Self {
        // The empty path means this folder, but no system opens it.
        let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
        let settings = settings::read(root, catalog);
        let source = settings.source_folder(root);
        let mut project = Self { root: root.to_path_buf(), ..Self::default() };
        project.take_settings(catalog, PROJECT_FILE, settings, options.as_of.unwrap_or_else(|| catalog.as_of()));
        match source {
            Ok(src) => {
                let tree = tree::of(root, &src);
                let mut reading = Reading { project: &mut project, catalog, src: &src, profiles: Profiles::default() };
                reading.tree(tree, options);
                project.profiles = reading.profiles.into_all();
            }
            Err(finding) => project.diagnostics.push(*finding),
        }
        project
    }

    /// Takes what `hsproject.json` says, which goes by `name`.
    pub(super) fn take_settings(&mut self, catalog: &Catalog, name: &str, settings: Settings, day: Date) {
        self.diagnostics.extend(settings.diagnostics);
        let judged = settings.platform.as_deref().and_then(|version| platform::judge(catalog, version, day));
        let span = settings.platform_span.unwrap_or_else(|| file_start(name));
        self.diagnostics.extend(judged.map(|finding| finding.with_span(span)));
        self.name = settings.name;
        self.platform = settings.platform;
        self.src_dir = settings.src_dir;
        if let Some(text) = settings.text {
            self.keep(name, text);
        }
    }

    /// Keeps the text of a file that was read.
    pub(super) fn keep(&mut self, name: &str, text: String) {
        self.files.push(name.to_owned());
        self.texts.insert(name.to_owned(), text);
    }

    fn open(&mut self, found: &Found) -> Option<ConfigFile> {
        ConfigFile::open(&found.path, &found.name).map_err(|finding| self.diagnostics.push(*finding)).ok()
    }
}

/// A project while its files are being read.
struct Reading<'p> {
    project: &'p mut Project,
    catalog: &'static Catalog,
    src: &'p Path,
    profiles: Profiles,
}

impl Reading<'_> {
    fn tree(&mut self, mut tree: Tree, options: &Options) {
        self.project.diagnostics.append(&mut tree.diagnostics);
        self.read_profiles(&tree, options);
        match self.format(&tree) {
            PlatformFormat::Older => self.older(&tree),
            PlatformFormat::Components => self.components(&tree),
        }
    }

    /// The format of the platform version; without one that HubSpot has, that of the files.
    fn format(&self, tree: &Tree) -> PlatformFormat {
        match self.project.platform.as_deref().filter(|version| platform::is_known(self.catalog, version)) {
            Some(version) => platform::format_of(self.catalog, version),
            None if tree.components.is_empty() && !tree.older.is_empty() => PlatformFormat::Older,
            None => PlatformFormat::Components,
        }
    }

    fn read_profiles(&mut self, tree: &Tree, options: &Options) {
        let mut all = Vec::new();
        for found in &tree.profiles {
            if found.path.parent() != Some(self.src) {
                self.not_read(
                    &found.name,
                    "HubSpot reads profiles that lie directly in the srcDir",
                    Confidence::Documented,
                );
                continue;
            }
            let Some(file) = self.project.open(found) else { continue };
            let mut sheet = Sheet::new(&file, self.catalog);
            all.push(profiles::read(&mut sheet));
            self.project.diagnostics.extend(sheet.into_findings());
            self.project.keep(&found.name, file.into_text());
        }
        if let Some(wanted) = options.profile.as_deref().filter(|wanted| all.iter().all(|known| known.name != *wanted))
        {
            let finding = profiles::not_there(self.catalog, wanted, &all, file_start(PROJECT_FILE));
            self.project.diagnostics.push(finding);
        }
        self.profiles = Profiles::new(all, options.profile.as_deref());
    }

    fn components(&mut self, tree: &Tree) {
        let files: Vec<ConfigFile> = tree.components.iter().filter_map(|found| self.project.open(found)).collect();
        let mut opened: Vec<Component> =
            files.iter().map(|file| Component::open(file, self.catalog, self.profiles.chosen())).collect();
        let is_app_object = |component: &&Component| component.is(APP_OBJECT);
        let app_objects = opened.iter().filter(is_app_object).filter_map(Component::uid).collect();
        let types = ObjectTypes { catalog: self.catalog, app_objects };
        for component in &mut opened {
            component.read_into(self.project, &types);
        }
        let needs_no_app = opened.iter().any(Component::needs_no_app);
        for mut component in opened {
            placeholders::note(&mut component.sheet, &self.profiles);
            self.project.diagnostics.extend(component.sheet.into_findings());
        }
        for file in files {
            let name = file.name().to_owned();
            self.project.keep(&name, file.into_text());
        }
        // Other tools have an app.json too: beside an app of the current format it is named only where it is HubSpot's.
        let has_app = !self.project.apps.is_empty();
        let is_unused = |found: &&Found| !has_app || follow::is_older_app(found);
        let unused: Vec<String> = tree.older.iter().filter(is_unused).map(|found| found.name.clone()).collect();
        let findings = apps::judge(self.catalog, self.project, needs_no_app, &unused);
        self.project.diagnostics.extend(findings);
    }

    fn older(&mut self, tree: &Tree) {
        let types = ObjectTypes { catalog: self.catalog, app_objects: HashSet::new() };
        // A card that two apps name is one card.
        let mut followed = HashSet::new();
        for found in &tree.older {
            let format = if found.name.ends_with("public-app.json") { AppFormat::Public } else { AppFormat::Private };
            let mut references = Vec::new();
            self.file(found, |sheet, project| {
                if let Some((app, named)) = older::read_app(sheet, format) {
                    project.apps.push(app);
                    references = named;
                }
            });
            if references.len() > MOST_REFERENCES {
                let name = &found.name;
                let message = format!("{name} names more than {MOST_REFERENCES} files: only the first ones are read.");
                let finding = Diagnostic::new(rule::CONFIG_NOT_READ, name, message);
                self.project.diagnostics.push(finding.with_span(file_start(name)));
            }
            for reference in references.into_iter().take(MOST_REFERENCES) {
                match follow::file_of(&self.project.root, self.src, &found.path, &reference) {
                    Ok(named) if followed.insert(named.path.clone()) => self.file(&named, |sheet, project| {
                        project.features.extend(follow::read(sheet, reference.kind, &types));
                    }),
                    Ok(_) => {}
                    Err(finding) => self.project.diagnostics.push(*finding),
                }
            }
        }
        self.functions(tree);
        let read: HashSet<String> = self.project.files.iter().cloned().collect();
        for found in tree.webhooks.iter().filter(|found| !read.contains(&found.name)) {
            self.not_read(&found.name, "no app names it as its webhooks", Confidence::Documented);
        }
        let newer = tree.components.iter().map(|found| apps::newer_format(self.catalog, &found.name));
        self.project.diagnostics.extend(newer);
        let findings = apps::judge(self.catalog, self.project, tree.has_theme, &[]);
        self.project.diagnostics.extend(findings);
    }

    fn functions(&mut self, tree: &Tree) {
        for found in &tree.functions {
            if older::is_of_app(&found.name) {
                self.file(found, |sheet, project| project.features.extend(older::read_functions(sheet)));
            } else {
                let why = "an app's functions lie in a folder whose name ends in .functions";
                self.not_read(&found.name, why, Confidence::Inferred);
            }
        }
    }

    /// Reads one file of the older formats.
    fn file(&mut self, found: &Found, read: impl FnOnce(&mut Sheet<'_>, &mut Project)) {
        let Some(file) = self.project.open(found) else { return };
        let mut sheet = Sheet::new(&file, self.catalog);
        read(&mut sheet, self.project);
        // Profiles are of the current formats: nothing is filled in here.
        placeholders::note(&mut sheet, &Profiles::default());
        self.project.diagnostics.extend(sheet.into_findings());
        self.project.keep(&found.name, file.into_text());
    }

    fn not_read(&mut self, name: &str, why: &str, confidence: Confidence) {
        let message = format!("{name} is not read: {why}.");
        let finding = Diagnostic::new(rule::CONFIG_NOT_READ, name, message).with_confidence(confidence);
        self.project.diagnostics.push(finding.with_span(file_start(name)));
    }
}
