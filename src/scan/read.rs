//! From a folder to a program: what can matter is parsed, and what that leads to.
//!
//! ```text
//!  every file ─▶ bytes searched for a few words ─▶ parsed ─▶ what it imports, and who imports it ─▶ parsed
//! ```
//! A wrapper, a constant or a class with the base URL may lie in a file that names nothing of HubSpot.

use std::path::Path;
use std::sync::Mutex;

use super::following::follow;
use super::generated::is_generated;
use super::not_read::{NotRead, Why};
use super::prefilter::{self, Marks};
use super::program::{Program, SourceFile};
use super::source::{language_of, parse};
use super::walk::{self, Candidate, GoesOn, Other, Unread};
use super::{kind, lines, notebook, scripts};

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
                self.quiet.push(Candidate { size: length, ..candidate });
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
    follow(&mut seen.parsed, std::mem::take(&mut seen.quiet));
    seen.texts.sort_by(|a, b| a.path.cmp(&b.path));
    seen.not_read.sort();
    // The client may be made in one file and handed to the others.
    let uses_unofficial = seen.parsed.iter().any(|file| file.uses_unofficial);
    seen.parsed.iter_mut().for_each(|file| file.uses_unofficial |= uses_unofficial);
    seen.projects.sort();
    let Seen { parsed, texts, not_read, files, bytes, sources, projects, .. } = seen;
    Read { program: Program::new(parsed), texts, files, bytes, sources, projects, left_out: not_read }
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
