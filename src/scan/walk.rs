//! The files of a folder that can hold calls.
//!
//! Owns the way through the folders: what is ignored is left out unless git tracks it, dependencies and tests are never entered.
//! It follows no link. Beside the index of git, which `tracked` reads, it is the one place of the scan that reads the disk.

use std::fs;
use std::path::{Path, PathBuf};

use ignore::gitignore::Gitignore;
use ignore::{DirEntry, WalkBuilder, WalkState};

use super::not_read::Why;
use super::tracked::Tracked;
use super::{kind, whose};
use crate::project::PROJECT_FILE;

/// How large a file may be to be read; a notebook holds its pictures, too.
const LARGEST: u64 = 3 * 1024 * 1024;
const LARGEST_NOTEBOOK: u64 = 24 * 1024 * 1024;

/// How much is read at once.
const ROOM: usize = 128 * 1024;

/// A file that can hold calls.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) path: PathBuf,
    /// Relative to the folder, with `/`.
    pub(super) name: String,
    /// In small letters; empty where only the first line can tell how it is read.
    pub(super) ending: String,
    /// Why it is not the project's own, where it is not.
    pub(super) foreign: Option<Why>,
    /// It was named, and not found in a folder: what its name says of it does not count.
    pub(super) is_named: bool,
}

/// Asked before each file whether to go on.
pub type GoesOn<'a> = &'a (dyn Fn() -> bool + Sync);

/// Something by its name relative to the folder that is not one of its files.
pub(super) enum Other {
    /// What the system does not show.
    Unreadable(String),
    /// The folder of a project below the folder.
    Project(String),
}

/// Why the bytes of a file were not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    TooLarge,
    Unreadable,
}

/// Shows every file of `folder` that can hold calls to `visit`, in no order, from several threads, as long as `goes_on` says so;
/// last the files that git tracks and a rule of the folder leaves out.
pub(super) fn visit(
    folder: &Path,
    with_tests: bool,
    goes_on: GoesOn<'_>,
    visit: &(dyn Fn(Candidate, &mut Vec<u8>) + Sync),
    other: &(dyn Fn(Other) + Sync),
) {
    let has_project = |place: &Path| place.join(PROJECT_FILE).is_file();
    let tracked = Tracked::below(folder, |path| is_of_interest(path, with_tests));
    let tracked = tracked.as_ref();
    walk(folder, with_tests).build_parallel().run(|| {
        let mut bytes = Vec::new();
        Box::new(move |entry| {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let name = place_of(&error).map_or_else(String::new, |place| name_of(folder, place));
                    other(Other::Unreadable(name));
                    return WalkState::Continue;
                }
            };
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            if is_folder && entry.depth() > 0 && has_project(entry.path()) {
                other(Other::Project(name_of(folder, entry.path())));
            }
            if let Some(candidate) = candidate(folder, &entry, with_tests, tracked) {
                if !goes_on() {
                    return WalkState::Quit;
                }
                visit(candidate, &mut bytes);
            }
            WalkState::Continue
        })
    });
    let mut bytes = Vec::new();
    for name in tracked.into_iter().flat_map(Tracked::left) {
        let path = folder.join(name);
        let is_here = fs::symlink_metadata(&path).is_ok_and(|about| about.is_file());
        let Some(ending) = file_ending(name, with_tests).filter(|_| is_here && !is_below_dependency(folder, name))
        else {
            continue;
        };
        if !goes_on() {
            return;
        }
        let foreign = is_ignored(folder, name).then_some(Why::Ignored).or_else(|| foreign(name, Some(true)));
        visit(Candidate { path, name: name.to_owned(), ending, foreign, is_named: false }, &mut bytes);
    }
}

/// Whether a tracked file can hold calls, by its path alone.
fn is_of_interest(path: &str, with_tests: bool) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let is_own = |part: &str| !whose::is_dependency(part, |_| false) && (with_tests || !whose::is_tests(part));
    file_ending(name, with_tests).is_some() && folder.split('/').all(is_own)
}

/// Whether a folder above the file is one of dependencies, by what lies in it.
fn is_below_dependency(folder: &Path, name: &str) -> bool {
    let above = name.match_indices('/').map(|(end, _)| &name[..end]);
    let mut named = above.map(|place| (place.rsplit('/').next().unwrap_or(place), folder.join(place)));
    named.any(|(name, place)| whose::is_dependency(name, |mark| place.join(mark).exists()))
}

/// Whether a file of rules for searches leaves the file out, which is asked for, whatever git tracks.
fn is_ignored(folder: &Path, name: &str) -> bool {
    let above = std::iter::once("").chain(name.match_indices('/').map(|(end, _)| &name[..end]));
    let mut rules = above.map(|place| folder.join(place).join(".ignore")).filter(|rules| rules.is_file());
    rules.any(|rules| {
        let (rules, _) = Gitignore::new(rules);
        rules.matched_path_or_any_parents(folder.join(name), false).is_ignore()
    })
}

/// Why the file called `name` from where the scan began is not the project's own.
fn foreign(name: &str, is_tracked: Option<bool>) -> Option<Why> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    whose::is_foreign(folder, is_tracked).or(kind::is_minified(file).then_some(Why::Generated))
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
            if kind.is_dir() && depth < DEEPEST_SETTINGS && !name.starts_with('.') && is_entered(&name, &path, false) {
                open.push((path, depth + 1));
            } else if kind.is_file() && (name == ".env" || name.starts_with(".env.")) {
                let mut bytes = Vec::new();
                let text = read(&path, "env", &mut bytes).map(|()| String::from_utf8_lossy(&bytes).into_owned());
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
            entry.depth() == 0 || !is_folder || is_entered(&name, entry.path(), with_tests)
        },
    );
    walk
}

fn is_entered(name: &str, path: &Path, with_tests: bool) -> bool {
    (with_tests || !whose::is_tests(name)) && !whose::is_dependency(name, |mark| path.join(mark).exists())
}

fn candidate(folder: &Path, entry: &DirEntry, with_tests: bool, tracked: Option<&Tracked>) -> Option<Candidate> {
    if !entry.file_type().is_some_and(|kind| kind.is_file()) {
        return None;
    }
    let is_named = entry.depth() == 0;
    let name = entry.file_name().to_str()?;
    let ending = file_ending(name, with_tests || is_named)?;
    if is_named {
        let (path, name) = (entry.path().to_owned(), name.to_owned());
        return Some(Candidate { path, name, ending, foreign: None, is_named });
    }
    let name = name_of(folder, entry.path());
    let is_tracked = tracked.map(|tracked| tracked.meet(&name));
    let foreign = foreign(&name, is_tracked);
    Some(Candidate { path: entry.path().to_owned(), name, ending, foreign, is_named })
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
pub(super) fn file_ending(name: &str, with_tests: bool) -> Option<String> {
    let name = name.rsplit('/').next().unwrap_or(name);
    kind::ending_of(name).filter(|_| with_tests || !kind::is_test(name))
}

/// Reads the bytes of a file that ends so.
pub(super) fn read(path: &Path, ending: &str, into: &mut Vec<u8>) -> Result<(), Unread> {
    use std::io::Read as _;
    let largest = if ending == "ipynb" { LARGEST_NOTEBOOK } else { LARGEST };
    into.clear();
    // Room to spare and a bound, so that nobody asks for the size: most files are read with one call.
    into.reserve(ROOM);
    let file = fs::File::open(path).map_err(|_| Unread::Unreadable)?;
    file.take(largest + 1).read_to_end(into).map_err(|_| Unread::Unreadable)?;
    if into.len() as u64 > largest { Err(Unread::TooLarge) } else { Ok(()) }
}

/// Whether a file has a part in it for which `is_it` holds. It is shown in parts that overlap, however large it is.
pub(super) fn any_part(path: &Path, is_it: impl Fn(&[u8]) -> bool) -> bool {
    use std::io::Read as _;
    const OVERLAP: usize = 256;
    let Ok(mut file) = fs::File::open(path) else { return false };
    let mut part = vec![0; 1024 * 1024];
    let mut kept = 0;
    loop {
        let Ok(count) = file.read(&mut part[kept..]) else { return false };
        let end = kept + count;
        if is_it(&part[..end]) {
            return true;
        }
        if count == 0 {
            return false;
        }
        kept = end.min(OVERLAP);
        part.copy_within(end - kept..end, 0);
    }
}
