//! The files of a folder that can hold calls.
//!
//! Owns what is passed over: what git ignores, what is vendored, generated, minified, a test. It follows no link and is
//! the one place of this module that reads the disk.

use std::fs;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder, WalkState};

use crate::project::PROJECT_FILE;

/// How large a file may be to be read.
const LARGEST: u64 = 3 * 1024 * 1024;

/// How much is read at once.
const ROOM: usize = 128 * 1024;

/// Folders that hold what others wrote, or what a program wrote.
const FOREIGN: [&str; 24] = [
    "node_modules",
    "bower_components",
    "vendor",
    "third_party",
    "dist",
    "build",
    "out",
    "target",
    ".next",
    ".nuxt",
    "venv",
    ".venv",
    "env",
    "__pycache__",
    "site-packages",
    ".tox",
    "coverage",
    "Pods",
    "bin",
    "obj",
    ".gradle",
    ".terraform",
    "generated",
    "__generated__",
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

/// A file that can hold calls.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) path: PathBuf,
    /// Relative to the folder, with `/`.
    pub(super) name: String,
    pub(super) ending: String,
}

/// Asked before each file whether to go on.
pub type GoesOn<'a> = &'a (dyn Fn() -> bool + Sync);

/// Something by its name relative to the folder that is not one of its files.
pub(super) enum Other {
    /// It may hold calls and is passed over, and why.
    PassedOver(String, &'static str),
    /// The folder of a project below the folder.
    Project(String),
}

/// Why an entry is passed over that the system does not show.
const UNREADABLE: &str = "it cannot be read";
/// Why a file is passed over that was not read.
pub(super) const UNREAD: &str = "it is too large, or cannot be read";

/// Whether what was passed over for this reason may need what nothing else needs.
pub(super) fn may_matter(why: &str) -> bool {
    matches!(why, UNREADABLE | UNREAD)
}

/// Shows every file of `folder` that is wanted to `visit`, in no order, from several threads, as long as `goes_on` says so.
pub(super) fn visit(
    folder: &Path,
    with_tests: bool,
    is_wanted: fn(&str) -> bool,
    goes_on: GoesOn<'_>,
    visit: &(dyn Fn(Candidate, &mut Vec<u8>) + Sync),
    other: &(dyn Fn(Other) + Sync),
) {
    let has_project = |place: &Path| place.join(PROJECT_FILE).is_file();
    walk(folder, with_tests).build_parallel().run(|| {
        let mut bytes = Vec::new();
        Box::new(move |entry| {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let name = place_of(&error).map_or_else(String::new, |place| name_of(folder, place));
                    other(Other::PassedOver(name, UNREADABLE));
                    return WalkState::Continue;
                }
            };
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            if is_folder && entry.depth() > 0 && has_project(entry.path()) {
                other(Other::Project(name_of(folder, entry.path())));
            }
            if let Some(candidate) = candidate(folder, &entry, with_tests, is_wanted) {
                if !goes_on() {
                    return WalkState::Quit;
                }
                visit(candidate, &mut bytes);
            }
            WalkState::Continue
        })
    });
}

/// The folders that [`visit`] looks into, `folder` itself among them.
pub(super) fn folders(folder: &Path, with_tests: bool) -> Vec<PathBuf> {
    let entries = walk(folder, with_tests).build().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_dir()));
    folders.map(DirEntry::into_path).collect()
}

/// How deep below the folder an environment is looked for.
const DEEPEST_SETTINGS: usize = 3;

/// The files of environments (`.env`, `.env.example`) with their texts, by name. Git is mostly told to ignore them; what
/// they keep secret is nobody's to see, so only names of scopes may be taken from them.
pub(super) fn environments(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![(folder.to_owned(), 0)];
    while let Some((place, depth)) = open.pop() {
        let Ok(entries) = fs::read_dir(&place) else { continue };
        for entry in entries.flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() && depth < DEEPEST_SETTINGS && !name.starts_with('.') && is_own(&name, false) {
                open.push((path, depth + 1));
            } else if kind.is_file() && (name == ".env" || name.starts_with(".env.")) {
                let mut bytes = Vec::new();
                let text = read(&path, &mut bytes).map(|()| String::from_utf8_lossy(&bytes).into_owned());
                found.extend(text.map(|text| (name_of(folder, &path), text)));
            }
        }
    }
    found.sort();
    found
}

fn walk(folder: &Path, with_tests: bool) -> WalkBuilder {
    let mut walk = WalkBuilder::new(folder);
    walk.hidden(false).follow_links(false).require_git(false).parents(false).git_global(false).filter_entry(
        move |entry| {
            let name = entry.file_name().to_string_lossy();
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            entry.depth() == 0 || !is_folder || is_own(&name, with_tests)
        },
    );
    walk
}

fn candidate(folder: &Path, entry: &DirEntry, with_tests: bool, is_wanted: fn(&str) -> bool) -> Option<Candidate> {
    if !entry.file_type().is_some_and(|kind| kind.is_file()) {
        return None;
    }
    let name = entry.file_name().to_str()?;
    let ending = wanted_ending(name, with_tests, is_wanted)?;
    let relative = name_of(folder, entry.path());
    let name = if relative.is_empty() { name.to_owned() } else { relative };
    Some(Candidate { path: entry.path().to_owned(), name, ending })
}

/// The place relative to the folder, with `/`; empty for the folder itself.
fn name_of(folder: &Path, place: &Path) -> String {
    let relative = place.strip_prefix(folder).unwrap_or(place);
    let parts: Vec<String> =
        relative.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts.join("/")
}

/// Where the walk went wrong, if it says so.
fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place_of(err),
        _ => None,
    }
}

/// The ending of a file with this name, in small letters; `None` where the name says that it holds no calls that count.
pub(super) fn wanted_ending(name: &str, with_tests: bool, is_wanted: fn(&str) -> bool) -> Option<String> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending =
        if ending.bytes().any(|b| b.is_ascii_uppercase()) { ending.to_ascii_lowercase() } else { ending.to_owned() };
    (is_wanted(&ending) && !is_minified(name) && (with_tests || !is_test(name))).then_some(ending)
}

/// The bytes of a file; `None` where it is too large or cannot be read.
pub(super) fn read(path: &Path, into: &mut Vec<u8>) -> Option<()> {
    use std::io::Read as _;
    into.clear();
    // Room to spare and a bound, so that nobody asks for the size: most files are read with one call.
    into.reserve(ROOM);
    fs::File::open(path).ok()?.take(LARGEST + 1).read_to_end(into).ok()?;
    (into.len() as u64 <= LARGEST).then_some(())
}

fn is_own(name: &str, with_tests: bool) -> bool {
    if name == ".git" || name == ".hg" || name == ".svn" {
        return false;
    }
    !FOREIGN.contains(&name) && (with_tests || !TESTS.contains(&name))
}

fn is_minified(name: &str) -> bool {
    name.contains(".min.")
        || name.contains(".bundle.")
        || name.ends_with(".d.ts")
        || name.ends_with("-lock.json")
        || name.rsplit_once('.').is_some_and(|(_, ending)| ending == "lock")
        || name == "composer.json"
        || name == "package.json"
}

fn is_test(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    name.contains(".test.")
        || name.contains(".spec.")
        || name.contains(".stories.")
        || name == "conftest.py"
        || stem.starts_with("test_")
        || stem.ends_with("_test")
        || stem.ends_with("_spec")
        || (stem.len() > 5 && (stem.ends_with("Test") || stem.ends_with("Tests")))
}

/// Whether a program wrote it for a machine: a few lines, all very long, or a note that says so.
pub(super) fn is_generated(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(600)];
    let note = memchr::memmem::find(head, b"@generated").is_some()
        || memchr::memmem::find(head, b"Code generated by").is_some();
    if note {
        return true;
    }
    let lines = memchr::memchr_iter(b'\n', bytes).count() + 1;
    bytes.len() > 40_000 && bytes.len() / lines > 500
}
