//! The parts of files that their grammars could not read, searched line by line.
//!
//! Owns what of that is new: most of a broken part is still a tree, whose calls are found as all others are.

use std::collections::HashMap;

use super::calls::{Found, Known};
use super::program::{Program, SourceFile};
use super::{lines, scripts};
use crate::catalog::Method;

/// How many lines lie between a call and its path, at most.
const APART: usize = 8;

/// Adds what the lines of the broken parts call.
pub(super) fn search(program: &Program, known: &Known, found: &mut Found) {
    for (place, file) in (0..).zip(&program.files) {
        let Some(row) = row_of(file).filter(|_| !file.form.broken.is_empty()) else { continue };
        let read = lines::read(known, place, row, &file.source, file.speaks_of_hubspot, Some(&file.form.broken));
        let there = There::of(file, place, found);
        found.calls.extend(read.calls.into_iter().filter(|call| !there.has(call.at, call.method, &call.path)));
        found.unresolved.extend(read.unresolved.into_iter().filter(|open| !there.says(open.at)));
    }
}

fn row_of(file: &SourceFile) -> Option<&'static lines::Row> {
    let ending = file.path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let own = lines::of_ending(scripts::ending(&ending));
    own.or_else(|| file.language.endings.iter().find_map(|ending| lines::of_ending(ending)))
}

/// What was found in a file already.
struct There {
    /// The first byte of each line.
    starts: Vec<usize>,
    /// By path without the names of what is open: the lines of its calls, and their methods.
    calls: HashMap<String, Vec<(usize, Method)>>,
    /// The lines that something is said of.
    lines: Vec<usize>,
}

impl There {
    fn of(file: &SourceFile, place: u32, found: &Found) -> Self {
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', &file.source).map(|at| at + 1)).collect();
        let mut there = Self { starts, calls: HashMap::new(), lines: Vec::new() };
        for call in found.calls.iter().filter(|call| call.file == place) {
            let line = there.line(call.at);
            there.lines.push(line);
            there.calls.entry(plain(&call.path)).or_default().push((line, call.method));
        }
        let open = found.unresolved.iter().filter(|open| open.file == place);
        let open: Vec<usize> = open.map(|open| there.line(open.at)).collect();
        there.lines.extend(open);
        there.lines.sort_unstable();
        there
    }

    fn line(&self, at: u32) -> usize {
        self.starts.partition_point(|start| *start <= at as usize)
    }

    /// Whether this call was found near `at`.
    fn has(&self, at: u32, method: Method, path: &str) -> bool {
        let line = self.line(at);
        let near = self.calls.get(&plain(path)).into_iter().flatten();
        near.into_iter().any(|(other, of)| other.abs_diff(line) <= APART && *of == method)
    }

    /// Whether something is said of the line.
    fn says(&self, at: u32) -> bool {
        self.lines.binary_search(&self.line(at)).is_ok()
    }
}

/// A path without the names of what is open in it.
fn plain(path: &str) -> String {
    let segments = path.split('/').map(|segment| if segment.starts_with('{') { "{}" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}
