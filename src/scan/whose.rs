//! Whose the files of a folder are, by its name: the project's, those of others, or those of a program.
//!
//! Owns the names. It asks the disk and git nothing: who walks does.

use super::not_read::Why;

/// Folders that package managers and tools fill. They are never entered.
const DEPENDENCIES: [&str; 33] = [
    ".git",
    ".hg",
    ".svn",
    "node_modules",
    "bower_components",
    "jspm_packages",
    ".yarn",
    ".pnpm-store",
    ".next",
    ".nuxt",
    ".svelte-kit",
    ".turbo",
    ".parcel-cache",
    ".cache",
    "site-packages",
    "dist-packages",
    ".venv",
    "__pycache__",
    "__pypackages__",
    ".tox",
    ".nox",
    ".eggs",
    ".mypy_cache",
    ".ruff_cache",
    ".bundle",
    ".gradle",
    ".terraform",
    ".dart_tool",
    ".elixir_ls",
    "Pods",
    "Carthage",
    "DerivedData",
    "elm-stuff",
];

/// Folders that a package manager may have filled, and what it leaves in them.
const MANAGED: [(&str, &[&str]); 7] = [
    ("vendor", &["autoload.php", "composer", "modules.txt", "bundle", "cache"]),
    ("venv", &["pyvenv.cfg", "bin/activate", "Scripts"]),
    ("env", &["pyvenv.cfg", "bin/activate", "Scripts/activate"]),
    ("virtualenv", &["pyvenv.cfg", "bin/activate"]),
    ("target", &["CACHEDIR.TAG", ".rustc_info.json"]),
    ("deps", &["../mix.lock"]),
    ("_build", &["../mix.exs", "../rebar.config"]),
];

/// Folders of code that others wrote.
const VENDORED: [&str; 6] = ["vendor", "vendors", "third_party", "third-party", "thirdparty", "3rdparty"];

/// Folders that a program may fill and that code of the project's own may lie in as well; and whether it more likely does.
const EITHER: [(&str, bool); 12] = [
    ("bin", true),
    ("build", true),
    ("env", true),
    ("out", true),
    ("dist", false),
    ("target", false),
    ("obj", false),
    ("coverage", false),
    ("generated", false),
    ("__generated__", false),
    ("_generated", false),
    (".generated", false),
];

const TESTS: [&str; 13] = [
    "test",
    "tests",
    "__tests__",
    "spec",
    "specs",
    "__mocks__",
    "mocks",
    "fixtures",
    "testdata",
    "e2e",
    "cypress",
    "test_helpers",
    "__fixtures__",
];

/// Whether a folder with this name is one of dependencies, where `has` says what lies in it.
pub(super) fn is_dependency(name: &str, has: impl Fn(&str) -> bool) -> bool {
    DEPENDENCIES.contains(&name)
        || MANAGED.iter().any(|(managed, marks)| *managed == name && marks.iter().any(|mark| has(mark)))
}

/// Whether a folder with this name holds tests.
pub(super) fn is_tests(name: &str) -> bool {
    TESTS.contains(&name)
}

/// Why the files of `folder`, a path from where the scan began, are not the project's; `None` where they are.
/// `is_tracked` says whether git tracks the file, where there is git.
pub(super) fn is_foreign(folder: &str, is_tracked: Option<bool>) -> Option<Why> {
    let mut either = None;
    for part in folder.split('/') {
        if VENDORED.contains(&part) {
            return Some(Why::Vendored);
        }
        if let Some((_, likely)) = EITHER.iter().find(|(name, _)| *name == part) {
            either = Some(either.unwrap_or(true) && *likely);
        }
    }
    let is_own = is_tracked.unwrap_or(either?);
    (!is_own && either.is_some()).then_some(Why::Generated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_own_code_can_lie_in_counts_where_git_tracks_files_in_it() {
        for (name, likely) in EITHER {
            let deep = format!("packages/{name}/src");
            assert_eq!(is_foreign(&deep, Some(true)), None, "{deep}");
            assert_eq!(is_foreign(&deep, Some(false)), Some(Why::Generated), "{deep}");
            assert_eq!(is_foreign(&deep, None).is_none(), likely, "{deep}");
        }
        assert_eq!(is_foreign("build/generated", None), Some(Why::Generated));
        assert_eq!(is_foreign("src/binary", Some(false)), None);
    }

    #[test]
    fn code_of_others_is_theirs_whoever_tracks_it() {
        for name in VENDORED {
            assert_eq!(is_foreign(&format!("lib/{name}/x"), Some(true)), Some(Why::Vendored));
        }
    }

    #[test]
    fn a_folder_is_one_of_dependencies_by_its_name_or_by_what_lies_in_it() {
        let has = |wanted: &'static str| move |name: &str| name == wanted;
        for name in DEPENDENCIES {
            assert!(is_dependency(name, |_| false));
        }
        assert!(is_dependency("vendor", has("autoload.php")) && is_dependency("vendor", has("modules.txt")));
        assert!(!is_dependency("vendor", has("README.md")));
        assert!(is_dependency("env", has("pyvenv.cfg")) && !is_dependency("env", has("settings.py")));
    }
}
