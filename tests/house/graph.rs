//! Which file uses which: paths followed through the facades to the file that defines the name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use super::source::{Named, Source, aliases};

/// A module that is a file.
struct Room {
    /// The file, relative to `src`.
    file: String,
    lines: usize,
    has_head: bool,
    source: Source,
}

impl Room {
    /// Whether an import or a path in it begins with `foreign`.
    fn names(&self, foreign: &[&str]) -> bool {
        let imported = self.source.imports.iter().map(|import| &import.named.path);
        let begins = |path: &Vec<String>| path.len() >= foreign.len() && path.iter().zip(foreign).all(|(a, b)| a == b);
        imported.chain(self.source.paths.iter().map(|named| &named.path)).any(begins)
    }
}

/// All files of `src`, by module path; `main` is a module of its own.
pub(crate) struct House {
    rooms: BTreeMap<Vec<String>, Room>,
    /// From each file to the files that define what it names.
    uses: BTreeMap<Vec<String>, BTreeSet<Vec<String>>>,
}

/// An arrow from one file to another.
pub(crate) struct Arrow<'a> {
    pub(crate) from_module: &'a str,
    pub(crate) to_module: &'a str,
    from: &'a str,
    to: &'a str,
}

impl fmt::Display for Arrow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} -> {}", self.from, self.to)
    }
}

/// The first part of a module's path; the crate's root is `main`'s business alone.
fn top(module: &[String]) -> &str {
    module.first().map_or("lib", String::as_str)
}

impl House {
    /// Reads every file under `src`, without those that exist in tests only.
    pub(crate) fn read(src: &Path) -> Self {
        let mut files = Vec::new();
        collect(src, &mut files);
        let mut rooms = BTreeMap::new();
        for path in files {
            let text = std::fs::read_to_string(&path).unwrap();
            let file = path.strip_prefix(src).unwrap().to_string_lossy().replace('\\', "/");
            let room = Room {
                lines: text.lines().count(),
                has_head: text.starts_with("//!"),
                source: Source::read(&text),
                file,
            };
            rooms.insert(module_of(&room.file), room);
        }
        let tests: Vec<Vec<String>> = rooms
            .iter()
            .flat_map(|(module, room)| room.source.test_children.iter().map(|child| joined(module, child)))
            .collect();
        rooms.retain(|module, _| !tests.iter().any(|test| module.starts_with(test)));
        let mut house = Self { rooms, uses: BTreeMap::new() };
        house.uses = house.rooms.keys().map(|module| (module.clone(), house.used_by(module))).collect();
        house
    }

    fn used_by(&self, module: &[String]) -> BTreeSet<Vec<String>> {
        let source = &self.rooms[module].source;
        let aliases = aliases(source);
        let mut used = BTreeSet::new();
        for import in &source.imports {
            // A name that is only handed on is no use of it.
            if !import.handed_on || source.words.contains(&import.alias) {
                used.extend(self.absolute(module, &import.named).map(|path| self.defined_in(&path)));
            }
        }
        for named in &source.paths {
            let through = aliases.get(named.path[0].as_str()).and_then(|import| {
                let mut path = self.absolute(module, import)?;
                path.extend(named.path[1..].iter().cloned());
                Some(path)
            });
            let path = through.or_else(|| self.absolute(module, named));
            used.extend(path.map(|path| self.defined_in(&path)));
        }
        used.remove(module);
        used
    }

    /// The path from the crate's root; `None` = it leads out of the crate.
    fn absolute(&self, module: &[String], named: &Named) -> Option<Vec<String>> {
        let mut base: Vec<String> = module.iter().chain(&named.inside).cloned().collect();
        if module == ["main"] && named.path[0] == "hubscope" {
            return Some(named.path[1..].to_vec());
        }
        let mut rest = named.path.as_slice();
        match rest[0].as_str() {
            "crate" => {
                base.clear();
                rest = &rest[1..];
            }
            "self" => rest = &rest[1..],
            "super" => {}
            // A child module may be named without `self`.
            child if self.rooms.contains_key(&joined(&base, child)) => {}
            child if self.rooms[module].source.inline.contains(child) => return Some(module.to_vec()),
            _ => return None,
        }
        while rest.first().is_some_and(|part| part == "super") {
            base.pop();
            rest = &rest[1..];
        }
        base.extend(rest.iter().cloned());
        Some(base)
    }

    /// The file that defines what `path` names, through every `pub use`.
    fn defined_in(&self, path: &[String]) -> Vec<String> {
        let mut module: Vec<String> = Vec::new();
        for (place, part) in path.iter().enumerate() {
            let child = joined(&module, part);
            if self.rooms.contains_key(&child) {
                module = child;
                continue;
            }
            let Some(room) = self.rooms.get(&module) else { break };
            let handed_on = room.source.imports.iter().find(|import| import.handed_on && import.alias == *part);
            if let Some(mut target) = handed_on.and_then(|import| self.absolute(&module, &import.named))
                && target != path[..=place]
            {
                target.extend(path[place + 1..].iter().cloned());
                return self.defined_in(&target);
            }
            break;
        }
        module
    }

    /// Names of the modules right under the crate, and `main`.
    pub(crate) fn top_level_modules(&self) -> BTreeSet<&str> {
        self.rooms.keys().filter(|module| !module.is_empty()).map(|module| top(module)).collect()
    }

    /// Every arrow between files of modules.
    pub(crate) fn arrows(&self) -> impl Iterator<Item = Arrow<'_>> {
        let file = |module: &[String]| self.rooms[module].file.as_str();
        self.uses.iter().flat_map(move |(from, used)| {
            used.iter().filter(|to| !to.is_empty()).map(move |to| Arrow {
                from_module: top(from),
                to_module: top(to),
                from: file(from),
                to: file(to),
            })
        })
    }

    /// The arrows between files, by name.
    pub(crate) fn files_graph(&self) -> BTreeMap<String, Vec<String>> {
        let mut graph: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for arrow in self.arrows() {
            graph.entry(arrow.from.to_owned()).or_default().push(arrow.to.to_owned());
        }
        graph
    }

    /// The files of a module and of all below it.
    pub(crate) fn files_of(&self, module: &[&str]) -> Vec<&str> {
        let below = |path: &[String]| path.len() >= module.len() && path.iter().zip(module).all(|(a, b)| a == b);
        self.rooms.iter().filter(|(path, _)| below(path)).map(|(_, room)| room.file.as_str()).collect()
    }

    /// The first file that names `foreign` among `file` and all that it uses.
    pub(crate) fn reaches(&self, file: &str, foreign: &[&str]) -> Option<&str> {
        let mut open: Vec<&Vec<String>> = self.rooms.keys().filter(|module| self.rooms[*module].file == file).collect();
        let mut seen: BTreeSet<&Vec<String>> = BTreeSet::new();
        while let Some(module) = open.pop() {
            if !seen.insert(module) {
                continue;
            }
            let room = &self.rooms[module];
            if room.names(foreign) {
                return Some(&room.file);
            }
            open.extend(&self.uses[module]);
        }
        None
    }

    /// Whether `file` itself names `foreign`.
    pub(crate) fn names(&self, file: &str, foreign: &[&str]) -> bool {
        self.rooms.values().any(|room| room.file == file && room.names(foreign))
    }

    /// How many lines each file has.
    pub(crate) fn sizes(&self) -> impl Iterator<Item = (usize, &str)> {
        self.rooms.values().map(|room| (room.lines, room.file.as_str()))
    }

    /// The files that do not begin with a word on what they are for.
    pub(crate) fn without_head(&self) -> impl Iterator<Item = &str> {
        self.rooms.values().filter(|room| !room.has_head).map(|room| room.file.as_str())
    }
}

fn joined(module: &[String], child: &str) -> Vec<String> {
    module.iter().cloned().chain([child.to_owned()]).collect()
}

fn module_of(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    if path == "lib" { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

/// A circle in `graph`, from a name back to itself.
pub(crate) fn circle(graph: &BTreeMap<String, Vec<String>>) -> Option<Vec<String>> {
    fn visit<'a>(
        graph: &'a BTreeMap<String, Vec<String>>,
        at: &'a str,
        way: &mut Vec<&'a str>,
        done: &mut BTreeSet<&'a str>,
    ) -> Option<Vec<String>> {
        if let Some(start) = way.iter().position(|name| *name == at) {
            return Some(way[start..].iter().chain([&at]).map(|name| (*name).to_owned()).collect());
        }
        if !done.insert(at) {
            return None;
        }
        way.push(at);
        let found = graph.get(at).into_iter().flatten().find_map(|next| visit(graph, next, way, done));
        way.pop();
        found
    }
    let mut done = BTreeSet::new();
    graph.keys().find_map(|start| visit(graph, start, &mut Vec::new(), &mut done))
}

#[test]
fn a_circle_is_found_and_named() {
    let graph = |arrows: &[(&str, &str)]| {
        let mut graph: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (from, to) in arrows {
            graph.entry((*from).to_owned()).or_default().push((*to).to_owned());
        }
        graph
    };
    assert_eq!(circle(&graph(&[("a", "b"), ("b", "c"), ("a", "c")])), None);
    assert_eq!(
        circle(&graph(&[("a", "b"), ("b", "c"), ("c", "b")])),
        Some(["b", "c", "b"].map(str::to_owned).to_vec())
    );
}

#[test]
fn a_name_is_followed_through_its_facade() {
    let house = House::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let path = |text: &str| text.split("::").map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(house.defined_in(&path("plan::Selection")), ["plan", "selection"]);
    assert_eq!(house.defined_in(&path("plan::Plan")), ["plan"]);
    assert_eq!(house.defined_in(&path("catalog::eras::of")), ["catalog", "date"]);
    assert!(house.uses[&path("plan::resolve")].contains(&path("solve::minimum")));
}
