//! The languages of source code: which files are theirs, their grammars, what the nodes of a tree stand for, what they mean.
//!
//! Owns the tables of the languages and the way from bytes to a tree, within bounds. What the code does is the scan's business.
//!
//! # A language more
//!
//! 1. Its grammar: a crate in `Cargo.toml`, no older than `tree-sitter` reads.
//! 2. Its table: a file in `languages`, and a line in `ALL`. `rows` says which [`Role`] each node kind has that is an
//!    expression or a statement; `parts` says what else kinds are, [`Part`], which the scan asks for where a role is not
//!    enough: the arguments of a call, the cases of a `switch`. Kinds whose names say it in every grammar (`*statement*`)
//!    need no entry, nor do those in `COMMON` of `language.rs`. What a table does not name is read as a block of its children.
//! 3. Its semantics: a field of [`Semantics`](language::Semantics) for each answer that differs from `USUAL`. Where no
//!    field says what the language does differently, it gets one: code never asks for the name of a language.
//! 4. Its words: rows of `assets/scan/words.json` for what its libraries call requests, texts and logs, each with a source.
//! 5. Its tests: those of this layer hold that each named kind is one of the grammar. A file in `tests/engine/scan/` holds
//!    that a call is seen through constants, formats, classes, wrappers and tables, and that none is lost in its newest
//!    forms; its endings join those that the properties with bytes are run with.

mod language;
mod languages;
mod parse;
mod part;
mod tree;

pub(crate) use language::{Imports, Kind, Language, Role};
#[cfg(test)]
pub(crate) use languages::names;
pub(crate) use languages::of_ending;
pub(crate) use parse::parse;
pub(crate) use part::Part;
pub(crate) use tree::{broken, children, field, offset, span};
