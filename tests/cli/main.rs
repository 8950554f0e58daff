//! The command line as it is promised: the real program, its streams and its exit codes.
//!
//! The program runs in a folder of its own, without terminal, with an environment that holds nothing of the machine's.

#![allow(clippy::unwrap_used, reason = "a test panics to fail")]

mod apps;
mod calls;
mod catalog;
mod check;
mod check_fix;
mod check_flags;
mod check_hostile;
mod dates;
mod diff;
mod explain;
mod facts;
mod help_ci;
mod json;
mod json_errors;
mod manual;
mod offer;
mod plain;
mod projects;
mod readme;
mod run;
mod scan;
mod scan_fix;
mod scan_lists;
mod scan_projects;
mod scan_watch;
mod simulate;
mod sources;
mod text;
mod trouble;
mod url;
mod verify;
