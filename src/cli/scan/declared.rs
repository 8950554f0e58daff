//! What a folder's app declares (its project, a list that was named, or lists that were found), and what its features need.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::catalog::Catalog;
use crate::cli::failure::usage;
use crate::diagnostic::Diagnostic;
use crate::plan::{Cause, Declared, Plan, resolve};
use crate::project::{PROJECT_FILE, Project, nearest_project};
use crate::scan::{FeatureNeed, ScopeList, lists_in};

use super::scanned::Part;

/// How deep below the folder a project is looked for.
const DEEPEST: usize = 3;

/// Who says what is declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// A HubSpot project.
    Project,
    /// The command line: a list, or a file with the places of its lists.
    Named(Vec<(String, usize)>),
    /// Lists in code and settings: file, line. Nobody knows that they are all, so they are told and fail nothing.
    Found(Vec<(String, usize)>),
}

/// The project's side.
pub(super) struct Own {
    /// Who says what is declared.
    pub(super) source: Source,
    /// The scopes that its apps declare; `None` where there is no project.
    pub(super) declared: Option<Declared>,
    /// What its features need.
    pub(super) features: Vec<FeatureNeed>,
    /// The project as it was read.
    pub(super) project: Option<Project>,
}

impl Own {
    /// Without a project.
    pub(super) fn none() -> Self {
        Self { source: Source::Project, declared: None, features: Vec::new(), project: None }
    }

    /// The project in `folder`, above it, or somewhat below it.
    pub(super) fn of(catalog: &'static Catalog, folder: &Path) -> Self {
        root_of(folder).map_or_else(Self::none, |root| Self::of_project(catalog, &root))
    }

    /// What the lists of the code and its settings hold, where there are some.
    pub(super) fn found(lists: &[ScopeList]) -> Self {
        let places = lists.iter().map(|list| (list.file.clone(), list.line)).collect();
        let declared = (!lists.is_empty()).then(|| together(lists));
        Self { source: Source::Found(places), declared, ..Self::none() }
    }

    /// What `--declared` names: a file, or a list.
    pub(super) fn named(catalog: &'static Catalog, given: &str) -> anyhow::Result<Self> {
        let path = Path::new(given);
        if !path.is_file() {
            let declared = of_names(given);
            let is_known = declared.iter().any(|(name, _)| catalog.scope_named(name).is_some());
            if !is_known {
                usage!("--declared {given}: there is no such file, and no scope of HubSpot's is called so");
            }
            return Ok(Self { source: Source::Named(Vec::new()), declared: Some(declared), ..Self::none() });
        }
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {given}"))?;
        let lists = lists_in(catalog, given, &text);
        let places = lists.iter().map(|list| (list.file.clone(), list.line)).collect();
        let plain = of_names(&text);
        let is_plain = plain.iter().all(|(name, _)| catalog.scope_named(name).is_some());
        let declared = match lists.as_slice() {
            [] if is_plain && plain.iter().next().is_some() => plain,
            [] => bail!("{given} has no list of scopes that could be read"),
            lists => together(lists),
        };
        Ok(Self { source: Source::Named(places), declared: Some(declared), ..Self::none() })
    }

    /// Whether what is declared was only found, and may not be all.
    pub(super) fn is_found(&self) -> bool {
        matches!(self.source, Source::Found(_))
    }

    /// The places of the lists that were named or found: file and line.
    pub(super) fn places(&self) -> &[(String, usize)] {
        match &self.source {
            Source::Project => &[],
            Source::Named(places) | Source::Found(places) => places,
        }
    }

    /// All that several projects declare and have, as no single app has it: it is told, and no call is held against it.
    pub(super) fn of_several(parts: &[Part]) -> Self {
        let mut all = Declared::default();
        for (scope, kind) in parts.iter().filter_map(|part| part.own.declared.as_ref()).flat_map(Declared::iter) {
            let list = all.of_type_mut(kind);
            if !list.iter().any(|known| known == scope) {
                list.push(scope.to_owned());
            }
        }
        let features = parts.iter().flat_map(|part| part.own.features.iter().cloned()).collect();
        Self { source: Source::Project, declared: Some(all), features, project: None }
    }

    /// The project at `root`.
    pub(super) fn of_project(catalog: &'static Catalog, root: &Path) -> Self {
        let project = Project::read(root, catalog);
        let mut declared = Declared::default();
        for app in &project.apps {
            for (scope, kind) in app.declared.iter() {
                declared.of_type_mut(kind).push(scope.to_owned());
            }
        }
        for permissions in &project.permissions {
            for (scope, kind) in permissions.declared.iter() {
                declared.of_type_mut(kind).push(scope.to_owned());
            }
        }
        let plan = Plan { selections: project.selections(), ..Plan::default() };
        let needs = resolve(catalog, &plan).needs;
        let features = needs
            .into_iter()
            .filter_map(|need| match need.cause {
                Cause::Feature(of) => Some(FeatureNeed { of, ways: need.ways }),
                _ => None,
            })
            .collect();
        let has_app = !project.apps.is_empty();
        Self { source: Source::Project, declared: has_app.then_some(declared), features, project: Some(project) }
    }

    /// What of the project could not be read, and what kept it.
    pub(super) fn unread(&self) -> impl Iterator<Item = &Diagnostic> {
        self.project.iter().flat_map(Project::unread)
    }

    /// Whether there seems to be an app, and its file could not be read.
    pub(super) fn has_unread_app(&self) -> bool {
        self.project.as_ref().is_some_and(Project::hides_its_app)
    }

    /// Where the project names the feature `of`: file and line.
    pub(super) fn place_of(&self, of: &str) -> Option<String> {
        let mut features = self.project.iter().flat_map(|project| &project.features);
        let span = &features.find(|feature| feature.selection.spec() == of)?.span;
        Some(format!("{}:{}", span.file, span.line))
    }
}

/// All scopes of the lists, each once in a type.
fn together(lists: &[ScopeList]) -> Declared {
    let mut declared = Declared::default();
    for (name, kind) in lists.iter().flat_map(|list| &list.scopes) {
        let list = declared.of_type_mut(*kind);
        if !list.contains(name) {
            list.push(name.clone());
        }
    }
    declared
}

/// The names of a bare list, with commas, spaces, lines, or as JSON has it.
fn of_names(text: &str) -> Declared {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let names = text.split(|c| !is_part(c)).filter(|name| !name.is_empty());
    Declared { required: names.map(str::to_owned).collect(), ..Declared::default() }
}

/// The folder of the project that the code in `folder` belongs to.
pub(super) fn root_of(folder: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    nearest_project(&absolute).or_else(|| below(folder, DEEPEST))
}

fn below(folder: &Path, deepest: usize) -> Option<PathBuf> {
    if folder.join(PROJECT_FILE).is_file() {
        return Some(folder.to_owned());
    }
    if deepest == 0 {
        return None;
    }
    let mut folders: Vec<PathBuf> = std::fs::read_dir(folder)
        .ok()?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            !name.starts_with('.') && name != "node_modules" && path.symlink_metadata().is_ok_and(|data| data.is_dir())
        })
        .collect();
    folders.sort();
    folders.iter().find_map(|folder| below(folder, deepest - 1))
}
