//! Projects made for a test: a folder with the given files, read.

use std::fs;
use std::path::Path;

use super::Project;
use crate::catalog::Catalog;
use crate::diagnostic::Rule;

/// A current `hsproject.json`.
pub(super) const SETTINGS: &str = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#;
/// An app that nothing is wrong with.
pub(super) const APP: &str = r#"{"uid": "shop", "type": "app", "config": {"name": "Shop", "distribution": "private",
    "auth": {"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth"]}}}"#;

/// Writes `files` under `root`.
pub(super) fn write(root: &Path, files: &[(&str, &[u8])]) {
    for (name, content) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

/// The project with these files and nothing else.
pub(super) fn project_of(files: &[(&str, &str)]) -> Project {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    write(folder.path(), &files);
    Project::read(folder.path(), Catalog::embedded())
}

/// A current project with this text as its app file.
pub(super) fn with_app(app: &str) -> Project {
    project_of(&[("hsproject.json", SETTINGS), ("src/app/app-hsmeta.json", app)])
}

/// A current project with this text as a component beside its app.
pub(super) fn with_component(component: &str) -> Project {
    let path = "src/app/parts/part-hsmeta.json";
    project_of(&[("hsproject.json", SETTINGS), ("src/app/app-hsmeta.json", APP), (path, component)])
}

/// A project of platform 2023.2 with these files.
pub(super) fn older(files: &[(&str, &str)]) -> Project {
    let settings = ("hsproject.json", r#"{"name": "shop", "srcDir": "src", "platformVersion": "2023.2"}"#);
    let files: Vec<(&str, &str)> = std::iter::once(settings).chain(files.iter().copied()).collect();
    project_of(&files)
}

/// The rules of its diagnostics with what each is about.
pub(super) fn rules(project: &Project) -> Vec<(&'static Rule, &str)> {
    project.diagnostics.iter().map(|finding| (finding.rule, finding.subject.as_str())).collect()
}

/// Its features, as the command line writes them.
pub(super) fn specs(project: &Project) -> Vec<String> {
    project.features.iter().map(|feature| feature.selection.spec()).collect()
}
