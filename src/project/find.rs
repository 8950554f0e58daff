//! Where a project is, and what lies in it.
//!
//! Owns which folder is a project's and whether a path stays within it. It opens no file.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// The file that makes a folder a project.
pub const PROJECT_FILE: &str = "hsproject.json";

/// The folder at or above `start` (a folder or a file in one) that has an `hsproject.json`.
pub fn nearest_project(start: &Path) -> Option<PathBuf> {
    // The parent of `a/..` is not `a`: only the file system knows what lies above such a path.
    let upward = start.components().any(|part| part == Component::ParentDir);
    let start = if upward { fs::canonicalize(start) } else { std::path::absolute(start) }.ok()?;
    start.ancestors().find(|folder| folder.join(PROJECT_FILE).is_file()).map(Path::to_path_buf)
}

/// The most folders that are looked into; a checkout with more is not looked through to its end.
const MOST_FOLDERS: usize = 100_000;

/// Every folder at or below `start` that has an `hsproject.json`, sorted. Folders of dependencies and of build output,
/// hidden ones and symbolic links are left out, so that no circle is walked.
pub fn find_projects(start: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = VecDeque::from([start.to_path_buf()]);
    let mut seen = 0;
    while let Some(folder) = folders.pop_front() {
        seen += 1;
        if seen > MOST_FOLDERS {
            break;
        }
        // What cannot be looked into holds no project that could be read.
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder && !is_skipped(&entry.file_name()) && !is_build(&entry.file_name()) {
                folders.push_back(entry.path());
            }
        }
        if folder.join(PROJECT_FILE).is_file() {
            found.push(folder);
        }
    }
    found.sort();
    found
}

/// Folders of dependencies and build output, and hidden ones.
pub(super) fn is_skipped(folder: &OsStr) -> bool {
    let name = folder.to_string_lossy();
    matches!(&*name, "node_modules" | "dist") || name.starts_with('.')
}

/// Further folders of build output, where a copy of a project may lie. Within a project they may be its own.
fn is_build(folder: &OsStr) -> bool {
    matches!(&*folder.to_string_lossy(), "build" | "out" | "target" | "vendor")
}

/// Why a link is not followed.
pub(super) const LEADS_OUT: &str = "it is a symbolic link that leads out of the project";

/// The way to `path` from `root` with every symbolic link and `..` taken out; `None` = it lies outside of `root`.
pub(super) fn within(root: &Path, path: &Path) -> io::Result<Option<PathBuf>> {
    let real = fs::canonicalize(path)?;
    Ok(real.strip_prefix(fs::canonicalize(root)?).ok().map(|way| root.join(way)))
}

/// The path within the project, with `/` on every system.
pub(super) fn name_in(root: &Path, path: &Path) -> String {
    let within = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = within
        .components()
        .filter(|part| *part != Component::CurDir)
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::testing;

    fn write(root: &Path, name: &str) {
        testing::write(root, &[(name, b"{}")]);
    }

    #[test]
    fn the_project_is_found_from_below_and_from_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        write(root, "a/hsproject.json");
        write(root, "a/src/app/app-hsmeta.json");
        let project = Some(root.join("a"));
        for start in ["a", "a/hsproject.json", "a/src/app", "a/src/app/app-hsmeta.json"] {
            assert_eq!(nearest_project(&root.join(start)), project, "{start}");
        }
        assert_eq!(nearest_project(root), None);
        assert_eq!(nearest_project(&root.join("a/..")), None);
    }
    #[test]
    fn every_project_of_a_repository_is_found_once() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for name in ["b", "a/inner", "a", "node_modules/x", ".git/x", "dist/x", "build/x", "target/x"] {
            write(root, &format!("{name}/hsproject.json"));
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink("..", root.join("a/circle")).unwrap();
        assert_eq!(find_projects(root), ["a", "a/inner", "b"].map(|name| root.join(name)));
        assert_eq!(find_projects(&root.join("a/inner")), [root.join("a/inner")]);
        assert!(find_projects(&root.join("nowhere")).is_empty());
    }
}
