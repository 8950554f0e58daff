//! From a folder to a program: what can matter is parsed, and what that leads to.
//!
//! ```text
//!  every file ─▶ bytes searched for a few words ─▶ parsed ─▶ what it imports, and who imports it ─▶ parsed
//! ```
//! A wrapper, a constant or a class with the base URL may lie in a file that names nothing of HubSpot.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Mutex;

use super::leads::{Leads, by_path};
use super::lower::lower;
use super::prefilter::{self, Marks};
use super::program::{Program, SourceFile};
use super::textual;
use super::walk::{self, Candidate, GoesOn, Other};
use crate::syntax::{self, Language};

/// How often what was parsed may lead to more.
const ROUNDS: usize = 3;

/// How many files may be parsed that name nothing of HubSpot: so many, and a few more for each that does. What is nearest
/// comes first; beyond that lies the rest of a large repository.
const QUIET: usize = 160;
const QUIET_EACH: usize = 2;
const MOST_QUIET: usize = 600;

/// What was read.
pub(super) struct Read {
    pub(super) program: Program,
    /// Files that are text to this program: shell, HTTP, YAML, JSON.
    pub(super) texts: Vec<TextFile>,
    /// Files that were looked at, and their bytes.
    pub(super) files: usize,
    pub(super) bytes: u64,
    /// How many of them are source code.
    pub(super) sources: usize,
    /// The folders of projects inside of the project.
    pub(super) projects: Vec<String>,
    /// Files that may hold calls and were not read, and why.
    pub(super) skipped: Vec<(String, &'static str)>,
}

/// A file without a grammar.
pub(super) struct TextFile {
    pub(super) path: String,
    pub(super) ending: String,
    pub(super) source: Vec<u8>,
}

#[derive(Default)]
struct Seen {
    parsed: Vec<SourceFile>,
    quiet: Vec<Candidate>,
    texts: Vec<TextFile>,
    skipped: Vec<(String, &'static str)>,
    files: usize,
    bytes: u64,
    sources: usize,
    projects: Vec<String>,
    /// Parsed files that no other one imports: they call what others wrap.
    callers: HashSet<String>,
}

/// Whether files with this ending are read at all.
pub(super) fn is_wanted(ending: &str) -> bool {
    syntax::of_ending(script_ending(ending)).is_some() || textual::reads(ending)
}

/// Files that hold a script beside other things are read by the grammar of the script.
fn script_ending(ending: &str) -> &str {
    if matches!(ending, "vue" | "svelte" | "astro") { "ts" } else { ending }
}

/// Reads `folder`.
pub(super) fn read(folder: &Path, with_tests: bool, goes_on: GoesOn<'_>) -> Read {
    let seen = Mutex::new(Seen::default());
    walk::visit(
        folder,
        with_tests,
        is_wanted,
        goes_on,
        &|candidate, bytes| {
            let looked = look(&candidate, bytes);
            let Ok(mut seen) = seen.lock() else { return };
            seen.files += 1;
            seen.sources += usize::from(language_of(&candidate).is_some());
            seen.bytes += bytes.len() as u64;
            match looked {
                Looked::Parsed(file) => {
                    if file.form.cut_short && file.speaks_of_hubspot {
                        seen.skipped.push((candidate.name, "not all of its text could be parsed"));
                    }
                    seen.parsed.push(*file);
                }
                Looked::Text(file) => seen.texts.push(file),
                Looked::Quiet => seen.quiet.push(candidate),
                Looked::Skipped(why) => seen.skipped.push((candidate.name, why)),
                Looked::Nothing => {}
            }
        },
        &|other| {
            let Ok(mut seen) = seen.lock() else { return };
            match other {
                Other::PassedOver(name, why) => seen.skipped.push((name, why)),
                Other::Project(name) => seen.projects.push(name),
            }
        },
    );
    let mut seen = seen.into_inner().unwrap_or_default();
    seen.quiet.sort_by(|a, b| a.name.cmp(&b.name));
    let mut left = (QUIET + QUIET_EACH * seen.parsed.len()).min(MOST_QUIET);
    for round in 0..ROUNDS {
        if !lead_on(&mut seen, &mut left, round == 0) {
            break;
        }
    }
    seen.texts.sort_by(|a, b| a.path.cmp(&b.path));
    seen.skipped.sort();
    // The client may be made in one file and handed to the others.
    let uses_unofficial = seen.parsed.iter().any(|file| file.uses_unofficial);
    seen.parsed.iter_mut().for_each(|file| file.uses_unofficial |= uses_unofficial);
    seen.projects.sort();
    let Seen { parsed, texts, skipped, files, bytes, sources, projects, .. } = seen;
    Read { program: Program::new(parsed), texts, files, bytes, sources, projects, skipped }
}

fn language_of(candidate: &Candidate) -> Option<&'static Language> {
    syntax::of_ending(script_ending(&candidate.ending))
}

enum Looked {
    Parsed(Box<SourceFile>),
    Text(TextFile),
    Quiet,
    Skipped(&'static str),
    Nothing,
}

fn look(candidate: &Candidate, bytes: &mut Vec<u8>) -> Looked {
    if walk::read(&candidate.path, bytes).is_none() {
        return Looked::Skipped(walk::UNREAD);
    }
    let marks = prefilter::marks(bytes);
    let Some(language) = language_of(candidate) else {
        if !marks.speaks_of_hubspot {
            return Looked::Nothing;
        }
        let (path, ending) = (candidate.name.clone(), candidate.ending.clone());
        return Looked::Text(TextFile { path, ending, source: bytes.clone() });
    };
    if !marks.can_matter {
        return Looked::Quiet;
    }
    if walk::is_generated(bytes) {
        return Looked::Skipped("a program wrote it, or it is minified");
    }
    match parse(candidate, language, marks, bytes.clone()) {
        Some(file) => Looked::Parsed(Box::new(file)),
        None => Looked::Skipped("its text could not be parsed"),
    }
}

fn parse(candidate: &Candidate, language: &'static Language, marks: Marks, mut source: Vec<u8>) -> Option<SourceFile> {
    if matches!(candidate.ending.as_str(), "vue" | "svelte" | "astro") {
        only_script(&mut source, candidate.ending == "astro");
    }
    let form = lower(language, script_ending(&candidate.ending), &source)?;
    Some(SourceFile {
        path: candidate.name.clone(),
        language,
        form,
        source,
        speaks_of_hubspot: marks.speaks_of_hubspot,
        uses_unofficial: marks.uses_unofficial,
    })
}

/// Blanks what is not script, so that places stay what they are.
fn only_script(source: &mut [u8], front_matter: bool) {
    let (open, close): (&[u8], &[u8]) = if front_matter { (b"---", b"---") } else { (b"<script", b"</script") };
    let mut at = 0;
    while at < source.len() {
        let start = memchr::memmem::find(&source[at..], open).map_or(source.len(), |found| at + found);
        let tag_end = if front_matter {
            start + 3
        } else {
            memchr::memchr(b'>', &source[start..]).map_or(source.len(), |end| start + end + 1)
        };
        let tag_end = tag_end.min(source.len());
        source[at..tag_end].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        let end = memchr::memmem::find(&source[tag_end..], close).map_or(source.len(), |found| tag_end + found);
        at = end;
        if front_matter {
            source[end..].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
            return;
        }
    }
}

/// Parses what the parsed files lead to: what they import, and in the first round what imports them. Says whether there
/// was something.
fn lead_on(seen: &mut Seen, left: &mut usize, is_first: bool) -> bool {
    if seen.parsed.is_empty() || seen.quiet.is_empty() || *left == 0 {
        return false;
    }
    let leads = Leads::of(&seen.parsed, &seen.callers, is_first);
    let quiet = std::mem::take(&mut seen.quiet);
    let paths = by_path(&quiet);
    let count = std::thread::available_parallelism().map_or(1, usize::from);
    let slices: Vec<&[Candidate]> = quiet.chunks(quiet.len().div_ceil(count)).collect();
    let mut found: Vec<Followed> = std::thread::scope(|scope| {
        let workers: Vec<_> = slices.iter().map(|slice| scope.spawn(|| follow(&leads, slice, &paths))).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).flatten().collect()
    });
    found.sort_by(|a, b| a.file.path.cmp(&b.file.path));
    found.truncate(*left);
    *left -= found.len();
    let taken: HashSet<&str> = found.iter().map(|followed| followed.file.path.as_str()).collect();
    seen.quiet = quiet.iter().filter(|candidate| !taken.contains(candidate.name.as_str())).cloned().collect();
    let is_more = !found.is_empty();
    seen.callers.extend(found.iter().filter(|followed| followed.calls).map(|followed| followed.file.path.clone()));
    seen.parsed.extend(found.into_iter().map(|followed| followed.file));
    is_more
}

/// A file that a way led to.
struct Followed {
    file: SourceFile,
    /// It leads to a parsed one, and none leads to it.
    calls: bool,
}

/// Those of `slice` that a way leads to, parsed.
fn follow(leads: &Leads, slice: &[Candidate], quiet: &HashSet<&str>) -> Vec<Followed> {
    let mut bytes = Vec::new();
    let mut found = Vec::new();
    for candidate in slice {
        let Some(language) = syntax::of_ending(script_ending(&candidate.ending)) else { continue };
        let is_imported = leads.lead_to(candidate, language);
        if !(is_imported || leads.are_of(language)) || walk::read(&candidate.path, &mut bytes).is_none() {
            continue;
        }
        let leads = is_imported || leads.lead_from(candidate, language, &bytes, quiet);
        if leads && !walk::is_generated(&bytes) && found.len() < MOST_QUIET {
            let file = parse(candidate, language, Marks::default(), bytes.clone());
            found.extend(file.map(|file| Followed { file, calls: !is_imported }));
        }
    }
    found
}
