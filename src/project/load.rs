//! A project as read from disk.
//!
//! Owns the order of reading: `hsproject.json`, then each component in order of its name. It always gives a project; what
//! stood in the way is among its diagnostics.

use std::path::{Path, PathBuf};

use super::app::{self, ProjectApp};
use super::components::{self, APP, APP_OBJECT};
use super::config_file::{ConfigFile, file_start};
use super::declared;
use super::fields::{Fields, Text, excerpt};
use super::find::PROJECT_FILE;
use super::object_type::ObjectTypes;
use super::platform::{self, Format};
use super::settings;
use super::sheet::Sheet;
use super::tree::{self, Tree};
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::plan::{Declared, Selection};

/// A project of HubSpot's developer platform.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Project {
    /// Its folder, as it was given.
    pub root: PathBuf,
    /// Its name, as written.
    pub name: Option<String>,
    /// The version of the developer platform, as written.
    pub platform: Option<String>,
    /// The folder of its components, relative to the root, as written.
    pub src_dir: Option<String>,
    /// Its apps in order of their files; HubSpot takes one.
    pub apps: Vec<ProjectApp>,
    /// The features that its components stand for.
    pub selections: Vec<Selection>,
    /// Scopes that components ask for themselves (from platform 2026.09 on).
    pub permissions: Vec<Permissions>,
    /// Every file that was read, relative to the root, with `/`.
    pub files: Vec<String>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// The scopes of a component's own `permissions`. How HubSpot adds them to the app's is not documented.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Permissions {
    /// The component's file.
    pub file: String,
    /// Its scopes by type, as written.
    pub declared: Declared,
}

/// The keys that HubSpot takes in a component file.
const TOP_LEVEL: [&str; 5] = ["uid", "type", "config", "dependencies", "permissions"];

impl Project {
    /// Reads the project in the folder `root`.
    pub fn read(root: &Path, catalog: &'static Catalog) -> Self {
        // The empty path means this folder, but no system opens it.
        let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
        let mut settings = settings::read(root);
        let mut project = Self {
            root: root.to_path_buf(),
            name: settings.name.take(),
            platform: settings.platform.take(),
            diagnostics: std::mem::take(&mut settings.diagnostics),
            ..Self::default()
        };
        project.files.extend(settings.was_read.then(|| PROJECT_FILE.to_owned()));
        match settings.source_folder(root) {
            Ok(src) => {
                let tree = tree::of(root, &src);
                project.judge_platform(settings.platform_span, &tree);
                project.read_tree(tree, catalog);
            }
            Err(finding) => {
                project.judge_platform(settings.platform_span, &Tree::default());
                project.diagnostics.push(*finding);
            }
        }
        project.src_dir = settings.src_dir;
        project
    }

    fn judge_platform(&mut self, span: Option<Span>, tree: &Tree) {
        let judged = self.platform.as_deref().and_then(|version| platform::judge(version, &tree.older_names()));
        let span = span.unwrap_or_else(|| file_start(PROJECT_FILE));
        self.diagnostics.extend(judged.map(|finding| finding.with_span(span)));
    }

    fn read_tree(&mut self, tree: Tree, catalog: &'static Catalog) {
        let older = tree.older_names();
        self.diagnostics.extend(tree.diagnostics);
        if self.platform.as_deref().is_some_and(|version| platform::format_of(version) == Format::Older) {
            for found in &tree.components {
                let name = &found.name;
                let message =
                    format!("{name} is not read: it is of a newer format than the project's platform version.");
                let finding = Diagnostic::new("config/newer-format", Severity::Warning, name, message);
                self.diagnostics.push(finding.with_span(file_start(name)));
            }
            return;
        }
        let mut files = Vec::new();
        for found in tree.components {
            match ConfigFile::open(&found.path, &found.name) {
                Ok(file) => files.push(file),
                Err(finding) => self.diagnostics.push(*finding),
            }
        }
        self.files.extend(files.iter().map(|file| file.name().to_owned()));
        let has_cms = self.read_components(&files, catalog);
        self.judge_apps(has_cms, &older);
    }

    /// Reads every component; says whether one of them is of use without an app.
    fn read_components(&mut self, files: &[ConfigFile], catalog: &'static Catalog) -> bool {
        let mut opened: Vec<_> = files.iter().map(Component::open).collect();
        let is_app_object = |component: &&Component| component.is(APP_OBJECT);
        let app_objects = opened.iter().filter(is_app_object).filter_map(Component::uid).collect();
        let types = ObjectTypes { catalog, app_objects };
        for component in &mut opened {
            self.read_component(component, &types);
        }
        let has_cms = opened.iter().filter_map(|c| c.kind.as_ref()).any(|kind| components::needs_no_app(&kind.value));
        for mut component in opened {
            component.sheet.note_placeholders();
            self.diagnostics.extend(component.sheet.into_findings());
        }
        has_cms
    }

    fn read_component(&mut self, component: &mut Component<'_>, types: &ObjectTypes) {
        let sheet = &mut component.sheet;
        let Some(fields) = &component.fields else { return };
        self.read_permissions(sheet, fields);
        let Some(kind) = &component.kind else { return };
        let config = sheet.fields_at(fields, "config");
        for key in ["uid", "config"] {
            if fields.get(key).is_none() {
                sheet.missing(fields, key);
            }
        }
        if kind.value == APP {
            self.apps.push(app::read(sheet, fields, config.as_ref()));
        } else {
            self.selections.extend(components::read(sheet, kind, config.as_ref(), types));
        }
    }

    fn read_permissions<'a>(&mut self, sheet: &mut Sheet<'a>, fields: &Fields<'a>) {
        let Some(permissions) = sheet.fields_at(fields, "permissions") else { return };
        if let Some(version) = self.platform.as_deref().filter(|version| !platform::has_permissions(version)) {
            let says = format!(
                "The \"permissions\" field is not supported on platform version \"{version}\". Upgrade to \"2026.09\" or \
                 later to use component-level permissions."
            );
            let message = format!("{} asks for scopes itself, which platform {version} does not take.", sheet.name());
            let finding = Diagnostic::new("config/permissions-unsupported", Severity::Error, "permissions", message);
            let fix = "Declare the scopes in the app's auth, or move the project to platform 2026.09.";
            sheet.say(permissions.node, finding.with_hubspot_says(says).with_fix(fix));
        }
        let declared = declared::read(sheet, &permissions).into_declared();
        self.permissions.push(Permissions { file: sheet.name().to_owned(), declared });
    }

    fn judge_apps(&mut self, has_cms: bool, older: &[String]) {
        if self.apps.is_empty() {
            let severity = if has_cms { Severity::Note } else { Severity::Warning };
            let unread = match older {
                [] => String::new(),
                files => format!(
                    " Files of an older format lie there, which its platform does not use: {}.",
                    files.join(", ")
                ),
            };
            let message = format!("The project has no app that could be read, so it declares no scopes.{unread}");
            let finding = Diagnostic::new("config/no-app", severity, PROJECT_FILE, message)
                .with_span(file_start(PROJECT_FILE))
                .with_fix("Add src/app/app-hsmeta.json with \"type\": \"app\".");
            self.diagnostics.push(finding);
        }
        let names: Vec<&str> = self.apps.iter().map(|app| app.file.as_str()).collect();
        if let [first, others @ ..] = names.as_slice()
            && !others.is_empty()
        {
            let message = format!("The project has {} apps, but HubSpot takes one: {}.", names.len(), names.join(", "));
            let finding = Diagnostic::new("config/several-apps", Severity::Error, *first, message)
                .with_span(file_start(others[0]))
                .with_fix("Keep one app file, and make the others projects of their own.");
            self.diagnostics.push(finding);
        }
    }
}

/// A component file with what every kind has.
struct Component<'a> {
    sheet: Sheet<'a>,
    fields: Option<Fields<'a>>,
    kind: Option<Text<'a>>,
}

impl<'a> Component<'a> {
    fn open(file: &'a ConfigFile) -> Self {
        let mut sheet = Sheet::new(file);
        let fields = sheet.root();
        let kind = fields.as_ref().and_then(|fields| sheet.wanted_text_at(fields, "type"));
        if let Some(fields) = &fields {
            report_stray_keys(&mut sheet, fields);
        }
        Self { sheet, fields, kind }
    }

    fn is(&self, kind: &str) -> bool {
        self.kind.as_ref().is_some_and(|of| of.value == kind)
    }

    fn uid(&self) -> Option<String> {
        self.fields.as_ref()?.get("uid")?.text()
    }
}

fn report_stray_keys<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>) {
    let mut stray = fields.members().filter(|(key, _)| !TOP_LEVEL.contains(key)).peekable();
    if let Some((_, first)) = stray.peek().copied() {
        let keys = excerpt(&stray.map(|(key, _)| key).collect::<Vec<_>>().join(", "));
        let message = format!("{} has at its top level what HubSpot does not take there: {keys}.", sheet.name());
        let finding = Diagnostic::new("config/unexpected-property", Severity::Error, keys, message)
            .with_hubspot_says("Unexpected top-level properties found")
            .with_fix("Move it into config, or remove it.");
        sheet.say(first, finding);
    }
}
