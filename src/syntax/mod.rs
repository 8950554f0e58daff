//! The languages of source code: which files are theirs, their grammars, what the nodes of a tree stand for, what they mean.
//!
//! Owns the tables of the languages and the way from bytes to a tree, within bounds. What the code does is the scan's business.

mod language;
mod languages;
mod parse;
mod tree;

pub(crate) use language::{Imports, Language, Role};
#[cfg(test)]
pub(crate) use languages::names;
pub(crate) use languages::of_ending;
pub(crate) use parse::parse;
pub(crate) use tree::{children, field, offset, span};
