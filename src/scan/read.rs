//! From a folder to a program: what can matter is parsed, and what that leads to.
//!
//! ```text
//!  every file ─▶ bytes searched for a few words ─▶ parsed ─▶ what it imports, and who imports it ─▶ parsed
//! ```
//! A wrapper, a constant or a class with the base URL may lie in a file that names nothing of HubSpot.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Mutex;

use super::generated::is_generated;
use super::leads::{Leads, by_path};
use super::lower::lower;
use super::not_read::{NotRead, Why};
use super::prefilter::{self, Marks};
use super::program::{Program, SourceFile};
use super::walk::{self, Candidate, GoesOn, Other, Unread};
use super::{kind, lines, notebook, scripts};
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
    /// Files that are read without a grammar.
    pub(super) texts: Vec<TextFile>,
    /// Files that were looked at, and their bytes.
    pub(super) files: usize,
    pub(super) bytes: u64,
    /// How many of them are source code.
    pub(super) sources: usize,
    /// The folders of projects inside of the project.
    pub(super) projects: Vec<String>,
    /// Files that name HubSpot and were not read, or not whole.
    pub(super) left_out: Vec<NotRead>,
}

/// A file without a grammar.
pub(super) struct TextFile {
    pub(super) path: String,
    pub(super) ending: String,
    pub(super) source: Vec<u8>,
    /// Whether it speaks of HubSpot at all.
    pub(super) speaks_of_hubspot: bool,
    /// By line, the line and the byte of the file where it begins, where the text was made of the file.
    pub(super) starts: Option<Vec<(u32, u32)>>,
}

#[derive(Default)]
struct Seen {
    parsed: Vec<SourceFile>,
    quiet: Vec<Candidate>,
    texts: Vec<TextFile>,
    not_read: Vec<NotRead>,
    files: usize,
    bytes: u64,
    sources: usize,
    projects: Vec<String>,
    /// Parsed files that no other one imports: they call what others wrap.
    callers: HashSet<String>,
}

impl Seen {
    fn take(&mut self, candidate: Candidate, looked: Looked, length: usize) {
        if candidate.foreign.is_none() && !matches!(looked, Looked::Nothing | Looked::Skipped(_)) {
            self.files += 1;
            self.bytes += length as u64;
        }
        match looked {
            Looked::Parsed(file) => {
                self.sources += 1;
                if file.form.cut_short || !file.form.broken.is_empty() {
                    self.not_read.push(NotRead { file: candidate.name, why: Why::Syntax });
                }
                self.parsed.push(*file);
            }
            Looked::Text(file) => {
                self.sources += usize::from(lines::of_ending(&file.ending).is_some_and(|row| !row.only_sets));
                self.texts.push(file);
            }
            Looked::Broken(file) => {
                self.sources += 1;
                self.not_read.push(NotRead { file: candidate.name, why: Why::Syntax });
                self.texts.push(file);
            }
            Looked::Quiet => {
                self.sources += 1;
                self.quiet.push(candidate);
            }
            Looked::Skipped(why) => self.not_read.push(NotRead { file: candidate.name, why }),
            Looked::Silent | Looked::Nothing => {}
        }
    }
}

/// Reads `folder`.
pub(super) fn read(folder: &Path, with_tests: bool, goes_on: GoesOn<'_>) -> Read {
    let seen = Mutex::new(Seen::default());
    walk::visit(
        folder,
        with_tests,
        goes_on,
        &|mut candidate, bytes| {
            let looked = look(&mut candidate, bytes);
            let Ok(mut seen) = seen.lock() else { return };
            seen.take(candidate, looked, bytes.len());
        },
        &|other| {
            let Ok(mut seen) = seen.lock() else { return };
            match other {
                Other::Unreadable(file) => seen.not_read.push(NotRead { file, why: Why::Unreadable }),
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
    seen.not_read.sort();
    // The client may be made in one file and handed to the others.
    let uses_unofficial = seen.parsed.iter().any(|file| file.uses_unofficial);
    seen.parsed.iter_mut().for_each(|file| file.uses_unofficial |= uses_unofficial);
    seen.projects.sort();
    let Seen { parsed, texts, not_read, files, bytes, sources, projects, .. } = seen;
    Read { program: Program::new(parsed), texts, files, bytes, sources, projects, left_out: not_read }
}

fn language_of(candidate: &Candidate) -> Option<&'static Language> {
    syntax::of_ending(scripts::ending(&candidate.ending))
}

enum Looked {
    Parsed(Box<SourceFile>),
    Text(TextFile),
    /// The grammar gave up: only lines of it can be read.
    Broken(TextFile),
    /// Nothing in it is HubSpot's; another file may lead to it.
    Quiet,
    Skipped(Why),
    /// Nothing in it is HubSpot's.
    Silent,
    /// It is no file that holds calls.
    Nothing,
}

fn look(candidate: &mut Candidate, bytes: &mut Vec<u8>) -> Looked {
    match walk::read(&candidate.path, &candidate.ending, bytes) {
        Err(Unread::Unreadable) => return Looked::Skipped(Why::Unreadable),
        Err(Unread::TooLarge) => {
            let names = candidate.is_named || walk::any_part(&candidate.path, prefilter::names_api);
            return if names { Looked::Skipped(Why::TooLarge) } else { Looked::Silent };
        }
        Ok(()) => {}
    }
    if candidate.ending.is_empty() {
        let Some(ending) = kind::of_first_line(bytes) else { return Looked::Nothing };
        ending.clone_into(&mut candidate.ending);
    }
    let marks = prefilter::marks(bytes);
    if !marks.can_matter {
        let may_be_led_to = language_of(candidate).is_some() && !scripts::is_page(&candidate.ending);
        return if may_be_led_to && candidate.foreign.is_none() { Looked::Quiet } else { Looked::Silent };
    }
    let is_code =
        || language_of(candidate).is_some() || lines::of_ending(&candidate.ending).is_some_and(|row| !row.only_sets);
    let is_generated = || !candidate.is_named && is_code() && is_generated(bytes);
    if let Some(why) = candidate.foreign.or_else(|| is_generated().then_some(Why::Generated)) {
        return if prefilter::names_api(bytes) { Looked::Skipped(why) } else { Looked::Silent };
    }
    if candidate.ending == "ipynb" {
        return notebook::code(bytes)
            .map_or(Looked::Skipped(Why::Syntax), |code| look_at_notebook(candidate, code, marks));
    }
    look_at_text(candidate, marks, bytes.clone())
}

fn look_at_text(candidate: &Candidate, marks: Marks, source: Vec<u8>) -> Looked {
    let text = |source: Vec<u8>| TextFile {
        path: candidate.name.clone(),
        ending: candidate.ending.clone(),
        source,
        speaks_of_hubspot: marks.speaks_of_hubspot,
        starts: None,
    };
    let Some(language) = language_of(candidate) else { return Looked::Text(text(source)) };
    match parse(candidate, language, marks, source) {
        Ok(file) => Looked::Parsed(Box::new(file)),
        Err(source) => Looked::Broken(text(source)),
    }
}

/// The cells of a notebook, read as a file in its language.
fn look_at_notebook(candidate: &Candidate, code: notebook::Code, marks: Marks) -> Looked {
    let cells = Candidate { ending: code.ending, ..candidate.clone() };
    let mut looked = look_at_text(&cells, marks, code.text);
    match &mut looked {
        Looked::Parsed(file) => file.starts = Some(code.starts),
        Looked::Text(file) | Looked::Broken(file) => file.starts = Some(code.starts),
        Looked::Quiet | Looked::Skipped(_) | Looked::Silent | Looked::Nothing => {}
    }
    looked
}

/// The file as its grammar reads it; its text again where the grammar gave up.
fn parse(
    candidate: &Candidate,
    language: &'static Language,
    marks: Marks,
    mut source: Vec<u8>,
) -> Result<SourceFile, Vec<u8>> {
    if scripts::holds(&candidate.ending) {
        scripts::keep_only(&mut source, &candidate.ending);
    }
    let Some(form) = lower(language, scripts::ending(&candidate.ending), &source) else { return Err(source) };
    Ok(SourceFile {
        path: candidate.name.clone(),
        language,
        form,
        source,
        speaks_of_hubspot: marks.speaks_of_hubspot,
        uses_unofficial: marks.uses_unofficial,
        starts: None,
    })
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
        let Some(language) = language_of(candidate) else { continue };
        let is_imported = leads.lead_to(candidate, language);
        if !(is_imported || leads.are_of(language))
            || walk::read(&candidate.path, &candidate.ending, &mut bytes).is_err()
        {
            continue;
        }
        let leads = is_imported || leads.lead_from(candidate, language, &bytes, quiet);
        if leads && !is_generated(&bytes) && found.len() < MOST_QUIET {
            let file = parse(candidate, language, Marks::default(), bytes.clone());
            found.extend(file.ok().map(|file| Followed { file, calls: !is_imported }));
        }
    }
    found
}
