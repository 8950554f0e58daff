//! The files, and the tables by name.

use std::collections::HashMap;

use crate::scan::form::{Expr, Form, Guard};
use crate::scan::reference::ending;
use crate::scan::value::{ClassRef, FunctionRef, Site};
use crate::scan::words::{self, Meaning};
use crate::syntax::{Imports, Language};

/// How many files may add to one class.
const MOST_PARTS: usize = 64;

/// A file that was read.
pub(in crate::scan) struct SourceFile {
    /// Relative to the folder, with `/`.
    pub(in crate::scan) path: String,
    pub(in crate::scan) language: &'static Language,
    pub(in crate::scan) form: Form,
    pub(in crate::scan) source: Vec<u8>,
    /// Whether it speaks of HubSpot at all.
    pub(in crate::scan) speaks_of_hubspot: bool,
    /// Whether it names a host or a path of the API, or an SDK.
    pub(in crate::scan) reaches_api: bool,
    /// Whether it uses the unofficial `hubspot` package.
    pub(in crate::scan) uses_unofficial: bool,
    /// By line, the line and the byte of the file where it begins, where the text was made of the file.
    pub(in crate::scan) starts: Option<Vec<(u32, u32)>>,
}

/// All files, with what stands where.
pub(in crate::scan) struct Program {
    pub(in crate::scan) files: Vec<SourceFile>,
    pub(super) functions: HashMap<String, Vec<FunctionRef>>,
    pub(super) classes: HashMap<String, Vec<ClassRef>>,
    /// Module-level names: file and place of the assignment.
    pub(super) globals: HashMap<String, Vec<(u32, usize)>>,
    /// Where objects of a class are made, by its name.
    makers: HashMap<String, Vec<Site>>,
    /// Classes by the names of their constants: `BASE_URL`.
    constants: HashMap<String, Vec<ClassRef>>,
    /// Classes by the name of what they extend.
    heirs: HashMap<String, Vec<ClassRef>>,
    /// The calls of each function.
    calls: HashMap<FunctionRef, Vec<u32>>,
    /// By file: what gets a base URL, without letter case, and the URL.
    bases: HashMap<u32, Vec<(String, u32)>>,
    /// By file and name: what is put into a map, key and value.
    filled: HashMap<(u32, String), Vec<(u32, u32)>>,
    /// What only runs on a condition, by function.
    guards: HashMap<FunctionRef, Vec<Guard>>,
    /// The call that a lambda is handed to.
    takers: HashMap<FunctionRef, Site>,
    pub(super) stems: HashMap<String, Vec<u32>>,
    /// Go: the files of a package, by the end of its folder's path.
    pub(super) folders: HashMap<String, Vec<u32>>,
}

impl Program {
    /// The tables over `files`, which stand in the order of their paths, however they were found.
    pub(in crate::scan) fn new(mut files: Vec<SourceFile>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let mut program = Self {
            files: Vec::new(),
            functions: HashMap::new(),
            classes: HashMap::new(),
            globals: HashMap::new(),
            makers: HashMap::new(),
            constants: HashMap::new(),
            heirs: HashMap::new(),
            calls: HashMap::new(),
            bases: HashMap::new(),
            filled: HashMap::new(),
            guards: HashMap::new(),
            takers: HashMap::new(),
            stems: HashMap::new(),
            folders: HashMap::new(),
        };
        for (place, file) in (0..).zip(&files) {
            program.add(place, file);
        }
        program.files = files;
        program
    }

    fn add(&mut self, place: u32, file: &SourceFile) {
        let stem = super::stem::stem(&file.path);
        self.stems.entry(stem).or_default().push(place);
        if file.language.semantics.imports == Imports::Folders
            && let Some((folder, _)) = file.path.rsplit_once('/')
        {
            self.folders.entry(ending(folder).to_owned()).or_default().push(place);
        }
        for (at, function) in (0..).zip(&file.form.functions).skip(1) {
            if !function.name.is_empty() {
                self.functions.entry(function.name.to_string()).or_default().push((place, at));
            }
        }
        for (at, class) in (0..).zip(&file.form.classes) {
            self.classes.entry(class.name.to_string()).or_default().push((place, at));
            for (name, _) in class.fields.iter().filter(|(name, _)| is_constant(name)) {
                self.constants.entry(name.to_string()).or_default().push((place, at));
            }
            for parent in &class.supers {
                self.heirs.entry(parent.to_string()).or_default().push((place, at));
            }
        }
        let module = file.form.functions.first();
        for (at, assignment) in module.into_iter().flat_map(|module| module.assignments.iter().enumerate()) {
            self.globals.entry(assignment.name.to_string()).or_default().push((place, at));
        }
        for assignment in file.form.functions.iter().flat_map(|function| &function.assignments) {
            let Some((before, last)) = assignment.name.rsplit_once('.') else { continue };
            if words::means(Meaning::BaseUrl, last) {
                self.bases.entry(place).or_default().push((words::fold(before), assignment.value));
            }
        }
        for guard in &file.form.guards {
            self.guards.entry((place, guard.function)).or_default().push(*guard);
        }
        for (id, node) in (0..).zip(&file.form.nodes) {
            let Expr::Call { callee, arguments, .. } = &node.expr else { continue };
            self.calls.entry((place, node.function)).or_default().push(id);
            for argument in arguments {
                if let Expr::Function(function) = file.form.expr(argument.value) {
                    self.takers.insert((place, *function), (place, id));
                }
            }
            if let (Expr::Member(of, verb), [key, value]) = (file.form.expr(*callee), arguments.as_slice())
                && words::means(Meaning::PutsByKey, verb)
                && let Expr::Name(name) | Expr::Member(_, name) = file.form.expr(*of)
            {
                self.filled.entry((place, name.to_string())).or_default().push((key.value, value.value));
            }
            let name = match file.form.expr(*callee) {
                // Ruby: `Client.new(…)`.
                Expr::Member(of, name) if words::means(Meaning::MakesObject, name) => match file.form.expr(*of) {
                    Expr::Name(name) | Expr::Member(_, name) => name,
                    _ => continue,
                },
                Expr::Name(name) | Expr::Member(_, name) => name,
                _ => continue,
            };
            if name.starts_with(char::is_uppercase) {
                self.makers.entry(name.to_string()).or_default().push((place, id));
            }
        }
    }

    /// The file at `place`.
    pub(in crate::scan) fn file(&self, place: u32) -> &SourceFile {
        &self.files[place as usize]
    }

    /// The form of the file at `place`.
    pub(in crate::scan) fn form(&self, place: u32) -> &Form {
        &self.files[place as usize].form
    }

    /// The calls that stand in a function itself.
    pub(in crate::scan) fn calls_in(&self, function: FunctionRef) -> &[u32] {
        self.calls.get(&function).map_or(&[], Vec::as_slice)
    }

    /// What only runs on a condition in the function.
    pub(in crate::scan) fn guards_in(&self, function: FunctionRef) -> &[Guard] {
        self.guards.get(&function).map_or(&[], Vec::as_slice)
    }

    /// What gets a base URL in the file, without letter case, and the URL.
    pub(in crate::scan) fn bases_in(&self, file: u32) -> &[(String, u32)] {
        self.bases.get(&file).map_or(&[], Vec::as_slice)
    }

    /// What the file puts into the map of this name: key and value of each.
    pub(in crate::scan) fn filled_in(&self, file: u32, name: &str) -> &[(u32, u32)] {
        self.filled.get(&(file, name.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// The call that the lambda is handed to.
    pub(in crate::scan) fn taker(&self, lambda: FunctionRef) -> Option<Site> {
        self.takers.get(&lambda).copied()
    }

    /// Where objects of the class are made.
    pub(in crate::scan) fn makers(&self, class: &str) -> &[Site] {
        self.makers.get(class).map_or(&[], Vec::as_slice)
    }

    /// The classes that extend the one with this name.
    pub(in crate::scan) fn heirs(&self, class: &str) -> &[ClassRef] {
        self.heirs.get(class).map_or(&[], Vec::as_slice)
    }

    /// The one class of `file`'s language with a constant of this name.
    pub(in crate::scan) fn class_with_constant(&self, file: u32, name: &str) -> Option<ClassRef> {
        let mut own = self.constants.get(name)?.iter().filter(|(at, _)| self.speak_alike(file, *at));
        own.next().copied().filter(|_| own.next().is_none())
    }

    /// The functions and methods with this name.
    pub(in crate::scan) fn functions_named(&self, name: &str) -> &[FunctionRef] {
        self.functions.get(name).map_or(&[], Vec::as_slice)
    }

    /// The classes with this name that a file of `file`'s language can mean.
    pub(in crate::scan) fn classes_named(&self, file: u32, name: &str) -> Vec<ClassRef> {
        let all = self.classes.get(name).map_or(&[][..], Vec::as_slice);
        let here: Vec<ClassRef> = all.iter().copied().filter(|(at, _)| *at == file).collect();
        if !here.is_empty() {
            return here;
        }
        if self.file(file).language.semantics.imports == Imports::Folders {
            let near: Vec<ClassRef> = all.iter().copied().filter(|(at, _)| self.is_one_package(file, *at)).collect();
            if !near.is_empty() {
                return near;
            }
        }
        all.iter().copied().filter(|(at, _)| self.speak_alike(file, *at)).take(4).collect()
    }

    /// The class, and what other files add to it: methods of a Go type in the files of its package, parts of a C# class.
    pub(in crate::scan) fn parts_of(&self, class: ClassRef) -> Vec<ClassRef> {
        let of = |class: ClassRef| &self.form(class.0).classes[class.1 as usize];
        let own = of(class);
        let by_package = self.file(class.0).language.semantics.imports == Imports::Folders;
        let mut parts = vec![class];
        if !by_package && !own.is_partial {
            return parts;
        }
        let all = self.classes.get(&*own.name).map_or(&[][..], Vec::as_slice);
        let is_part = |other: &&ClassRef| match by_package {
            true => self.is_one_package(class.0, other.0),
            false => of(**other).is_partial && self.speak_alike(class.0, other.0),
        };
        parts.extend(all.iter().filter(|other| **other != class).filter(is_part).take(MOST_PARTS));
        parts
    }

    /// Whether two files are of one language.
    pub(super) fn speak_alike(&self, one: u32, other: u32) -> bool {
        self.file(one).language.name == self.file(other).language.name
    }

    /// Whether two files are of one package, where a folder is one.
    fn is_one_package(&self, one: u32, other: u32) -> bool {
        let folder = |at: u32| self.file(at).path.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.speak_alike(one, other) && folder(one) == folder(other)
    }
}

/// `BASE_URL`: a name that tells that it holds something fixed.
fn is_constant(name: &str) -> bool {
    name.len() >= 3 && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}
