//! Tables of the names of files and functions, as far as they were made.
//!
//! Owns their shapes; `named` makes and asks them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::scan::form::Import;
use crate::scan::value::FunctionRef;

/// Places in a list, by name.
pub(super) type Places<'a> = Rc<HashMap<&'a str, Vec<usize>>>;

/// The tables that were made so far.
#[derive(Default)]
pub(super) struct Names<'a> {
    pub(super) assigned: RefCell<HashMap<FunctionRef, Places<'a>>>,
    pub(super) files: RefCell<HashMap<u32, Rc<OfFile<'a>>>>,
    pub(super) modules: RefCell<HashMap<Imported<'a>, Rc<[u32]>>>,
    pub(super) passed_on: RefCell<HashMap<u32, PassedOn<'a>>>,
}

/// A file, and what it imports.
pub(super) type Imported<'a> = (u32, &'a str);

/// The files that have a name, by name.
pub(super) type PassedOn<'a> = Rc<HashMap<&'a str, Vec<u32>>>;

/// The names of a file; of several that are called the same, the first.
pub(super) struct OfFile<'a> {
    /// The class with a field of the name.
    pub(super) fields: HashMap<&'a str, u32>,
    pub(super) classes: HashMap<&'a str, u32>,
    pub(super) imports: HashMap<&'a str, &'a Import>,
    /// Entries of enumerations, by what makes them.
    pub(super) entries: HashMap<u32, &'a str>,
}
