//! Real projects, links, answers and code, read and judged. All of them lie outside of the repository.
//!
//! `HUBSCOPE_CORPUS` says where, and `HUBSCOPE_SCAN_TREE` where the labelled code is. Every test here is ignored:
//! `HUBSCOPE_CORPUS=… cargo test --test corpus -- --ignored`.

mod check;
mod diff;
mod edits;
mod installs;
mod links;
mod projects;
mod scan;
