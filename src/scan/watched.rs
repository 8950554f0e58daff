//! What a change must be about for a scan to give another answer.
//!
//! Owns which folders are worth watching and which names in them count. It watches nothing itself.

use std::path::{Path, PathBuf};

use super::folder::Options;
use super::walk;

/// The folders that a scan of `folder` looks into; none where it is a file.
pub fn folders(folder: &Path, options: Options) -> Vec<PathBuf> {
    walk::folders(folder, options.tests)
}

/// Whether a file with this name, in one of those folders, can change what a scan finds: it may hold calls, or it says
/// which files are passed over.
pub fn is_looked_at(name: &str, options: Options) -> bool {
    matches!(name, ".gitignore" | ".ignore") || walk::file_ending(name, options.tests).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_folders_that_are_walked_are_worth_watching() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for name in ["src/deep", "node_modules/x", ".git/objects", "made", "tests"] {
            std::fs::create_dir_all(root.join(name)).unwrap();
        }
        std::fs::write(root.join(".gitignore"), "made/\n").unwrap();
        let mut found = folders(root, Options { tests: false });
        found.sort();
        assert_eq!(found, [root.to_path_buf(), root.join("src"), root.join("src/deep")]);
        assert!(folders(root, Options { tests: true }).contains(&root.join("tests")));
    }

    #[test]
    fn names_that_hold_no_calls_do_not_count() {
        let counts = |name| is_looked_at(name, Options { tests: false });
        assert!(
            ["a.js", "A.PY", "app-hsmeta.json", ".gitignore", "calls.http", "a.rs", "Jenkinsfile"]
                .into_iter()
                .all(counts)
        );
        assert!(!["a.log", "a.d.ts", "a.test.js", ".a.js.swp", "4913", "package.json"].into_iter().any(counts));
    }
}
