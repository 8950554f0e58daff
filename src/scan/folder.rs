//! The scan of one folder, from its files to its calls.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::aside::Aside;
use super::calls::{self, Known, RawCall, Rows, Unresolved};
use super::lists::{ScopeList, lists_in};
use super::not_read::{NotRead, Why};
use super::outcome::{Open, Scan};
use super::program::SourceFile;
use super::read::TextFile;
use super::resolve::{Place, ScanCall, gathered, resolve};
use super::walk::GoesOn;
use super::{broken, graphql, lines, read, textual, walk};
use crate::catalog::Catalog;
use crate::project::nearest_project;

/// How a folder is scanned.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Calls in tests count as well.
    pub tests: bool,
}

/// Finds the calls in `folder`.
pub fn scan(catalog: &'static Catalog, folder: &Path, options: Options) -> Scan {
    scan_while(catalog, folder, options, &|| true)
}

/// Finds the calls in `folder` as long as `goes_on` says so: it is asked before each file, from several threads, and so
/// can count them, too. What it ends is only part of the folder.
pub fn scan_while(catalog: &'static Catalog, folder: &Path, options: Options, goes_on: GoesOn<'_>) -> Scan {
    let read = read::read(folder, options.tests, goes_on);
    let known = Known::new(catalog);
    let mut found = on_a_deep_stack(|| calls::find(&read.program, &Known::new(catalog)));
    for call in &mut found.calls {
        if call.path.ends_with("/collector/graphql") {
            call.objects = graphql::objects(read.program.file(call.file));
        }
    }
    broken::search(&read.program, &known, &mut found);
    let sources = read.program.files.iter().map(Source::of_file).collect();
    let mut places = Places { sources, lines: HashMap::new() };
    let mut calls = settle(catalog, &mut places, &found.calls, &found.rows);
    let mut unresolved = open(&mut places, &found.unresolved);
    let mut not_read = read.left_out.clone();
    for file in &read.texts {
        let mut places = Places { sources: vec![Source::of_text(file)], lines: HashMap::new() };
        if let Some(row) = lines::of_ending(&file.ending) {
            let found = lines::read(&known, 0, row, &file.source, file.speaks_of_hubspot, None);
            if found.is_left && !row.only_sets {
                not_read.push(NotRead { file: file.path.clone(), why: Why::Language });
            }
            calls.extend(settle(catalog, &mut places, &found.calls, &HashMap::new()));
            unresolved.extend(open(&mut places, &found.unresolved));
            continue;
        }
        let found = textual::find(&known, 0, &file.ending, &file.source);
        let mut own = settle(catalog, &mut places, &found.calls, &HashMap::new());
        for call in &mut own {
            let listed = found.listed.iter().find(|(at, _)| *at == call.start);
            call.listed = listed.map(|(_, scopes)| scopes.clone());
        }
        calls.extend(own);
        unresolved.extend(open(&mut places, &found.unresolved));
    }
    let lists = scope_lists(catalog, folder, &read);
    let is_in_project = nearest_project(folder).is_some();
    // A project below a folder that is none is the app of all the code around it; of several, each has its own.
    let projects = if is_in_project || read.projects.len() > 1 { read.projects } else { Vec::new() };
    for project in projects.iter().filter(|_| is_in_project) {
        unresolved.push(Open {
            file: project.clone(),
            line: 1,
            text: String::new(),
            why: "it is a project of its own: what its calls need is not counted here".to_owned(),
        });
    }
    for call in &mut calls {
        call.aside = Aside::of(&call.file);
        // The deepest comes last.
        call.project = projects.iter().rfind(|project| is_in(&call.file, project)).cloned();
    }
    calls.sort_by(|a, b| {
        (&a.file, a.line, a.column, a.method, &a.path).cmp(&(&b.file, b.line, b.column, b.method, &b.path))
    });
    unresolved.sort_by(|a, b| (&a.file, a.line, &a.why).cmp(&(&b.file, b.line, &b.why)));
    unresolved.dedup();
    if found.is_cut {
        unresolved.push(Open {
            file: ".".to_owned(),
            line: 1,
            text: String::new(),
            why: "the ways through it were not followed to their end: there are too many".to_owned(),
        });
    }
    not_read.sort();
    not_read.dedup();
    let is_whole = read.sources > 0 && !found.is_cut && not_read.is_empty();
    Scan {
        calls,
        unresolved,
        not_read,
        projects,
        lists,
        files: read.files,
        bytes: read.bytes,
        is_whole,
        steps: found.steps,
    }
}

/// The lists of scopes in all that was read and speaks of HubSpot, and in the environments of the folder.
fn scope_lists(catalog: &Catalog, folder: &Path, read: &read::Read) -> Vec<ScopeList> {
    let sources = read.program.files.iter().map(|file| (file.path.as_str(), &*file.source, file.speaks_of_hubspot));
    let texts = read.texts.iter().map(|file| (file.path.as_str(), &*file.source, true));
    let of_program = |path: &str, speaks: bool| speaks && Aside::of(path).is_none();
    let mut found: Vec<ScopeList> = sources
        .chain(texts)
        .filter(|(path, _, speaks)| of_program(path, *speaks))
        .flat_map(|(path, bytes, _)| lists_in(catalog, path, &String::from_utf8_lossy(bytes)))
        .collect();
    for (path, text) in walk::environments(folder) {
        found.extend(lists_in(catalog, &path, &text));
    }
    found.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    found
}

fn is_in(file: &str, folder: &str) -> bool {
    file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// How large the stack is on which expressions are evaluated: one may lead to many others.
const STACK: usize = 256 * 1024 * 1024;

/// What `work` gives, on a stack of its own; without one, here.
fn on_a_deep_stack<T: Send>(work: impl Fn() -> T + Sync) -> T {
    let work = &work;
    std::thread::scope(|scope| {
        let worker = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        worker.ok().and_then(|worker| worker.join().ok())
    })
    .unwrap_or_else(work)
}

fn settle(catalog: &'static Catalog, places: &mut Places<'_>, raw: &[RawCall], rows: &Rows) -> Vec<ScanCall> {
    let (mut seen, mut known, mut kinds) = (HashSet::new(), HashSet::new(), HashMap::new());
    let mut calls = Vec::new();
    for call in raw {
        let key = (call.file, call.at, call.method, call.path.clone());
        if seen.insert(key) {
            // Most calls of a project are a few, again and again.
            let place = places.of(call.file, call.at);
            let start = places.start(call.file, call.at);
            let kind = (call.method, call.path.clone(), call.via, call.method_is_assumed, call.objects.clone());
            let same = kinds.entry(kind).or_insert_with(|| resolve(catalog, call, (String::new(), 0, 0)));
            let (file, line, column) = place;
            let row = rows.get(&(call.file, call.at, call.path.clone())).map(|row| places.of(row.0, row.1));
            let row = row.filter(|row| (&row.0, row.1) != (&file, line));
            let from = row.map(|(file, line, column)| Place { file, line, column });
            let call = ScanCall { file, line, column, start, from, ..same.clone() };
            // Two spellings of one object are one call.
            if known.insert((call.file.clone(), call.start, call.method, call.path.clone())) {
                calls.push(call);
            }
        }
    }
    gathered(calls)
}

fn open(places: &mut Places<'_>, unresolved: &[Unresolved]) -> Vec<Open> {
    let mut open = Vec::new();
    for place in unresolved {
        let (file, line, _) = places.of(place.file, place.at);
        open.push(Open { file, line, text: places.line(place.file, place.at), why: place.why.clone() });
    }
    open
}

/// A text with its name, and where its lines stand in the file where it was made of it.
#[derive(Clone, Copy)]
struct Source<'a> {
    path: &'a str,
    text: &'a [u8],
    starts: Option<&'a [(u32, u32)]>,
}

impl<'a> Source<'a> {
    fn of_file(file: &'a SourceFile) -> Self {
        Self { path: &file.path, text: &file.source, starts: file.starts.as_deref() }
    }

    fn of_text(file: &'a TextFile) -> Self {
        Self { path: &file.path, text: &file.source, starts: file.starts.as_deref() }
    }
}

/// Bytes to lines and columns.
struct Places<'a> {
    sources: Vec<Source<'a>>,
    /// The first byte of each line, by file, once asked for.
    lines: HashMap<u32, Vec<usize>>,
}

impl Places<'_> {
    fn source(&self, file: u32) -> Source<'_> {
        self.sources.get(file as usize).copied().unwrap_or(Source { path: "", text: &[], starts: None })
    }

    fn starts(&mut self, file: u32) -> &[usize] {
        let text = self.sources.get(file as usize).map_or(&[][..], |source| source.text);
        self.lines
            .entry(file)
            .or_insert_with(|| std::iter::once(0).chain(memchr::memchr_iter(b'\n', text).map(|at| at + 1)).collect())
    }

    /// The line of the text in which the byte stands, from 0, and where it begins.
    fn line_of(&mut self, file: u32, at: u32) -> (usize, usize) {
        let starts = self.starts(file);
        let line = starts.partition_point(|start| *start <= at as usize).saturating_sub(1);
        (line, starts.get(line).copied().unwrap_or_default())
    }

    /// File, line and column.
    fn of(&mut self, file: u32, at: u32) -> (String, usize, usize) {
        let (line, start) = self.line_of(file, at);
        let source = self.source(file);
        let before = source.text.get(start..(at as usize).min(source.text.len())).unwrap_or_default();
        let column = String::from_utf8_lossy(before).chars().count() + 1;
        let made_of = source.starts.and_then(|starts| starts.get(line)).map(|(line, _)| *line as usize);
        (source.path.to_owned(), made_of.unwrap_or(line + 1), column)
    }

    /// The byte of the file.
    fn start(&mut self, file: u32, at: u32) -> usize {
        let (line, _) = self.line_of(file, at);
        let made_of = self.source(file).starts.and_then(|starts| starts.get(line));
        made_of.map_or(at as usize, |(_, start)| *start as usize)
    }

    /// The text of the line in which the byte stands.
    fn line(&mut self, file: u32, at: u32) -> String {
        let (_, start) = self.line_of(file, at);
        let rest = self.source(file).text.get(start..).unwrap_or_default();
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        String::from_utf8_lossy(&rest[..end]).trim().chars().take(160).collect()
    }
}
