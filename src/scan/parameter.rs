//! Places of a program, and what a function is handed there.
//!
//! Owns the names for places and which part of a parameter is meant; what it brings is a value.

use std::rc::Rc;

/// A function of the project: file, place in the file.
pub(super) type FunctionRef = (u32, u32);

/// A class of the project: file, place in the file.
pub(super) type ClassRef = (u32, u32);

/// An expression of the project: file, place in the file.
pub(super) type Site = (u32, u32);

/// A parameter of a function, or a part of what is handed in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Parameter {
    pub(super) of: FunctionRef,
    pub(super) place: u16,
    pub(super) path: Rc<[Box<str>]>,
}

impl Parameter {
    /// The part of it under `key`.
    pub(super) fn part(&self, key: &str) -> Self {
        let mut path = self.path.to_vec();
        if path.len() < 5 {
            path.push(key.into());
        }
        Self { path: path.into(), ..self.clone() }
    }

    /// The part of it under keys with dots between.
    pub(super) fn parts(&self, keys: &str) -> Self {
        keys.split('.').fold(self.clone(), |of, key| of.part(key))
    }

    /// What it is called where its text has a hole.
    pub(super) fn name(&self, own: &str) -> String {
        self.path.last().map_or(own, |last| last).to_owned()
    }
}
