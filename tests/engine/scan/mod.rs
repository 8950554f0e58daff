//! What `scan` sees in code that nobody wrote for it: a few lines of a language, and the calls that are in them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod across;
mod appended;
mod bound;
mod branches;
mod collections;
mod csharp;
mod documents;
mod ends;
mod entries;
mod frontends;
mod go;
mod grown_compiled;
mod grown_jvm;
mod grown_scripts;
mod grown_typescript;
mod heirs;
mod honest;
mod java;
mod javascript;
mod kotlin;
mod leads;
mod libraries;
mod limits;
mod lines;
mod lookalikes;
mod lost;
mod newest;
mod objects;
mod pairs;
mod php;
mod python;
mod requests;
mod resources;
mod ruby;
mod segments;
mod shared;
mod stage;
mod structs;
mod tables;
mod textual;
mod tools;
mod unseen;
mod wide;
mod wrappers;
