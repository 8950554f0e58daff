//! The files of a project: what lies under its `srcDir`.
//!
//! Owns the walk: no folder of dependencies, nothing that a symbolic link leads to outside of the project, and no project
//! that lies within another. It opens no config file.

use std::collections::{HashSet, VecDeque};
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use super::config_file::{file_start, reason, unreadable};
use super::file_kind::FileKind;
use super::find::{LEADS_OUT, PROJECT_FILE, is_skipped, name_in, within};
use crate::diagnostic::{Diagnostic, rule};

/// A file of the project.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    /// Its path within the project, with `/`.
    pub(super) name: String,
    /// Where it is opened.
    pub(super) path: PathBuf,
}

/// What lies under a project's `srcDir`, each list sorted by name.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// Files named `…-hsmeta.json`.
    pub(super) components: Vec<Found>,
    /// App files of the formats before 2025.2: `app.json` and `public-app.json`.
    pub(super) older: Vec<Found>,
    /// The `serverless.json` of those formats.
    pub(super) functions: Vec<Found>,
    /// The `webhooks.json` of those formats.
    pub(super) webhooks: Vec<Found>,
    /// Profiles, wherever they lie.
    pub(super) profiles: Vec<Found>,
    /// Whether there is a theme of the older formats, which does something without an app.
    pub(super) has_theme: bool,
    /// What could not be looked at.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Tree {
    fn list(&mut self, kind: FileKind) -> Option<&mut Vec<Found>> {
        match kind {
            FileKind::Component => Some(&mut self.components),
            FileKind::PrivateApp | FileKind::PublicApp => Some(&mut self.older),
            FileKind::Functions => Some(&mut self.functions),
            FileKind::Profile => Some(&mut self.profiles),
            FileKind::Webhooks => Some(&mut self.webhooks),
            // A card has no name of its own: it belongs to the project by the app that names it.
            FileKind::Settings | FileKind::Card | FileKind::Theme => None,
        }
    }
}

/// Everything under `src`, which lies in the project `root`.
pub(super) fn of(root: &Path, src: &Path) -> Tree {
    let mut walk =
        Walk { root, tree: Tree::default(), folders: VecDeque::new(), links: VecDeque::new(), seen: HashSet::new() };
    walk.folders.push_back(src.to_path_buf());
    walk.run(src);
    let mut tree = walk.tree;
    for list in [&mut tree.components, &mut tree.older, &mut tree.functions, &mut tree.webhooks, &mut tree.profiles] {
        list.sort();
    }
    tree.diagnostics.sort_by(|a, b| a.subject.cmp(&b.subject));
    tree
}

struct Walk<'a> {
    root: &'a Path,
    tree: Tree,
    folders: VecDeque<PathBuf>,
    /// Followed last, so that a file is known by its own path and by a link only where there is no other way to it.
    links: VecDeque<PathBuf>,
    /// Real paths of what was seen: a circle of links ends here.
    seen: HashSet<PathBuf>,
}

impl Walk<'_> {
    fn run(&mut self, src: &Path) {
        loop {
            if let Some(folder) = self.folders.pop_front() {
                if let Err(error) = self.folder(&folder, folder == src) {
                    self.unreadable(&folder, &reason(&error));
                }
            } else if let Some(link) = self.links.pop_front() {
                self.link(&link);
            } else {
                return;
            }
        }
    }

    fn folder(&mut self, folder: &Path, is_source: bool) -> io::Result<()> {
        if !self.seen.insert(fs::canonicalize(folder)?) {
            return Ok(());
        }
        if !is_source && folder.join(PROJECT_FILE).is_file() {
            self.nested(folder);
            return Ok(());
        }
        let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_symlink() => self.links.push_back(path),
                Ok(kind) if kind.is_dir() => self.enter(path),
                Ok(_) => self.file(path),
                Err(error) => self.unreadable(&path, &reason(&error)),
            }
        }
        Ok(())
    }

    fn link(&mut self, link: &Path) {
        // Links to other files are none of the project's components: nothing is lost with them.
        let is_wanted = kind_of(link).is_some_and(|kind| self.tree.list(kind).is_some());
        match within(self.root, link) {
            Ok(Some(real)) if real.is_dir() => {
                let way = real.strip_prefix(self.root).unwrap_or(&real);
                if !way.iter().any(is_skipped) {
                    self.enter(link.to_path_buf());
                }
            }
            Ok(Some(_)) => self.file(link.to_path_buf()),
            Ok(None) if is_wanted || (link.is_dir() && !is_skipped(link.file_name().unwrap_or_default())) => {
                self.unreadable(link, LEADS_OUT);
            }
            Err(error) if is_wanted => self.unreadable(link, &reason(&error)),
            Ok(None) | Err(_) => {}
        }
    }

    fn enter(&mut self, folder: PathBuf) {
        if !is_skipped(folder.file_name().unwrap_or_default()) {
            self.folders.push_back(folder);
        }
    }

    fn file(&mut self, path: PathBuf) {
        let Some(kind) = kind_of(&path) else { return };
        self.tree.has_theme |= kind == FileKind::Theme;
        if let Some(list) = self.tree.list(kind)
            && fs::canonicalize(&path).is_ok_and(|real| self.seen.insert(real))
        {
            list.push(Found { name: name_in(self.root, &path), path });
        }
    }

    fn unreadable(&mut self, path: &Path, why: &str) {
        self.tree.diagnostics.push(unreadable(&name_in(self.root, path), why));
    }

    fn nested(&mut self, folder: &Path) {
        let name = name_in(self.root, folder);
        let message = format!("The folder {name} is a project of its own, so it is not read as a part of this one.");
        self.tree.diagnostics.push(
            Diagnostic::new(rule::CONFIG_NESTED_PROJECT, name.clone(), message)
                .with_span(file_start(&format!("{name}/{PROJECT_FILE}")))
                .with_fix(format!("Give {name} as the target to read that project.")),
        );
    }
}

fn kind_of(path: &Path) -> Option<FileKind> {
    FileKind::of_name(&path.file_name().unwrap_or_default().to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::testing;

    fn write(root: &Path, name: &str) {
        testing::write(root, &[(name, b"{}")]);
    }

    fn names(tree: &Tree) -> Vec<&str> {
        tree.components.iter().map(|found| found.name.as_str()).collect()
    }

    #[test]
    fn components_are_found_in_order_and_dependencies_are_skipped() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for name in ["src/b/z-hsmeta.json", "src/a-hsmeta.json", "src/b/a.json", "src/app.json", "x-hsmeta.json"] {
            write(root, name);
        }
        for name in ["node_modules", ".git", "dist", ".hidden"] {
            write(root, &format!("src/{name}/x-hsmeta.json"));
        }
        let tree = of(root, &root.join("src"));
        assert_eq!(names(&tree), ["src/a-hsmeta.json", "src/b/z-hsmeta.json"]);
        assert_eq!(tree.older[0].name, "src/app.json");
        assert!(tree.diagnostics.is_empty());
    }

    #[test]
    fn a_project_within_is_named_and_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        write(root, "src/inner/hsproject.json");
        write(root, "src/inner/a-hsmeta.json");
        let tree = of(root, &root.join("src"));
        assert!(names(&tree).is_empty());
        assert_eq!(tree.diagnostics[0].rule, rule::CONFIG_NESTED_PROJECT);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_within_the_project_only_and_circles_end() {
        use std::os::unix::fs::symlink;

        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("project");
        write(&root, "src/b/one-hsmeta.json");
        write(&root, "shared/two-hsmeta.json");
        write(folder.path(), "outside/secret-hsmeta.json");
        symlink("..", root.join("src/b/circle")).unwrap();
        symlink("b", root.join("src/a")).unwrap();
        symlink("../shared", root.join("src/shared")).unwrap();
        symlink("../../outside", root.join("src/out")).unwrap();
        symlink("../../outside/secret-hsmeta.json", root.join("src/out-hsmeta.json")).unwrap();
        symlink("nowhere", root.join("src/lost-hsmeta.json")).unwrap();
        symlink("self-hsmeta.json", root.join("src/self-hsmeta.json")).unwrap();
        let tree = of(&root, &root.join("src"));
        assert_eq!(names(&tree), ["src/b/one-hsmeta.json", "src/shared/two-hsmeta.json"]);
        let named: Vec<&str> = tree.diagnostics.iter().map(|finding| finding.subject.as_str()).collect();
        assert_eq!(named, ["src/lost-hsmeta.json", "src/out", "src/out-hsmeta.json", "src/self-hsmeta.json"]);
    }
}
