//! The names of a file and of its functions, found without looking through them each time.
//!
//! Makes the tables when they are first asked for; what a name is worth is the evaluator's.

use std::collections::{HashMap, HashSet, VecDeque};
use std::rc::Rc;

use super::evaluator::Evaluator;
use super::names::OfFile;
use crate::scan::form::{Assignment, Import};
use crate::scan::value::FunctionRef;

/// Stands for every name where a file gives one object with all that it shares.
const ANY: &str = "*";

impl<'a> Evaluator<'a> {
    /// The assignments to `name` in the function itself, in order.
    pub(super) fn assignments_to(&self, of: FunctionRef, name: &str) -> Vec<&'a Assignment> {
        let all = &self.program.form(of.0).function(of.1).assignments;
        // A short list is looked through faster than a table is made.
        if all.len() <= 8 {
            return all.iter().filter(|own| &*own.name == name).collect();
        }
        let known = self.names.assigned.borrow().get(&of).cloned();
        let places = known.unwrap_or_else(|| {
            let mut places: HashMap<&'a str, Vec<usize>> = HashMap::new();
            for (place, own) in all.iter().enumerate() {
                places.entry(&own.name).or_default().push(place);
            }
            let places = Rc::new(places);
            self.names.assigned.borrow_mut().insert(of, Rc::clone(&places));
            places
        });
        places.get(name).into_iter().flatten().map(|place| &all[*place]).collect()
    }

    fn names_of(&self, file: u32) -> Rc<OfFile<'a>> {
        if let Some(known) = self.names.files.borrow().get(&file) {
            return Rc::clone(known);
        }
        let form = self.program.form(file);
        let mut names = OfFile {
            fields: HashMap::new(),
            classes: HashMap::new(),
            imports: HashMap::new(),
            entries: HashMap::new(),
        };
        for (at, class) in (0..).zip(&form.classes) {
            names.classes.entry(&class.name).or_insert(at);
            for (field, _) in &class.fields {
                names.fields.entry(field).or_insert(at);
            }
            for (name, made) in &class.entries {
                names.entries.entry(*made).or_insert(name);
            }
        }
        for import in &form.imports {
            names.imports.entry(&import.local).or_insert(import);
        }
        let names = Rc::new(names);
        self.names.files.borrow_mut().insert(file, Rc::clone(&names));
        names
    }

    /// The class of the file with a field of this name.
    pub(super) fn class_with_field(&self, file: u32, name: &str) -> Option<u32> {
        self.names_of(file).fields.get(name).copied()
    }

    /// The class of the file with this name.
    pub(super) fn class_called(&self, file: u32, name: &str) -> Option<u32> {
        self.names_of(file).classes.get(name).copied()
    }

    /// The import of the file that brings this name.
    pub(super) fn import_of(&self, file: u32, name: &str) -> Option<&'a Import> {
        self.names_of(file).imports.get(name).copied()
    }

    /// The name of the entry of an enumeration that `made` makes in the file.
    pub(super) fn entry_made(&self, file: u32, made: u32) -> Option<&'a str> {
        self.names_of(file).entries.get(&made).copied()
    }

    /// The files that `module`, imported in `file`, can mean.
    pub(super) fn modules(&self, file: u32, module: &'a str) -> Rc<[u32]> {
        if let Some(known) = self.names.modules.borrow().get(&(file, module)) {
            return Rc::clone(known);
        }
        let found: Rc<[u32]> = self.program.modules(file, module).into();
        self.names.modules.borrow_mut().insert((file, module), Rc::clone(&found));
        found
    }

    /// The files whose `name` the file passes on with all else that they share: `export * from './client'`.
    pub(super) fn passed_on(&self, file: u32, name: &str) -> Vec<u32> {
        let known = self.names.passed_on.borrow().get(&file).cloned();
        let all = known.unwrap_or_else(|| {
            let all = Rc::new(self.passed_on_by(file));
            self.names.passed_on.borrow_mut().insert(file, Rc::clone(&all));
            all
        });
        [name, ANY].iter().filter_map(|name| all.get(name)).flatten().copied().collect()
    }

    fn passed_on_by(&self, file: u32) -> HashMap<&'a str, Vec<u32>> {
        let mut all: HashMap<&'a str, Vec<u32>> = HashMap::new();
        let (mut seen, mut open) = (HashSet::from([file]), VecDeque::from([file]));
        while let Some(here) = open.pop_front() {
            self.spend(1);
            let form = self.program.form(here);
            if here != file {
                let given = form.functions.first().into_iter().flat_map(|module| &module.assignments);
                let given = given.map(|own| match own.name.rsplit_once("exports.") {
                    Some(("" | "module.", name)) => name,
                    _ if matches!(&*own.name, "module.exports" | "exports") => ANY,
                    _ => &*own.name,
                });
                let classes = form.classes.iter().map(|class| &*class.name);
                let imported = form.imports.iter().map(|import| &*import.local).filter(|local| *local != "*");
                for name in given.chain(classes).chain(imported) {
                    let places = all.entry(name).or_default();
                    if places.last() != Some(&here) {
                        places.push(here);
                    }
                }
            }
            for import in form.imports.iter().filter(|import| &*import.local == "*") {
                let next = self.modules(here, &import.module);
                open.extend(next.iter().copied().filter(|next| seen.insert(*next)));
            }
        }
        all
    }
}
