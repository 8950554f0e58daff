//! Source code line by line: of languages that no grammar here reads, and of the parts that a grammar cannot.
//!
//! ```text
//!  bytes ─▶ lexer: words, texts, signs ─▶ source: brackets, names ─▶ reader ─▶ calls, what looks like one
//!                                                                     └ verb: what a text is handed to
//! ```
//! Owns calls that are told by a URL and a method in one statement, or by a name between the two. It follows no function, and
//! says what it could not settle.

mod found;
mod lexer;
mod reader;
mod source;
mod table;
mod verb;
mod words;

pub(super) use reader::read;
pub(super) use table::{Row, of_ending};
