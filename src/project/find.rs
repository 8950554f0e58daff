//! Where a project is, and what lies in it.
//!
//! Owns which folder is a project's and whether a path stays within it. It opens no file.

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
}
