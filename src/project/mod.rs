//! A HubSpot project on disk: found, read as it stands, and written back.
//!
//! Owns which files belong to a project, what its app declares, and which features its components stand for. Reading never
//! fails: a file that cannot be read, or a value that is not what HubSpot expects, is a diagnostic with its place, and the
//! rest is read all the same. Strings are kept as written. It judges no scope and computes none; formats before 2025.2 are
//! named, not read.
//!
//! ```text
//!  load ─▶ settings ─▶ find, tree     hsproject.json, and the files under srcDir
//!    ├───▶ platform                   what the version means
//!    ├───▶ app ──▶ declared
//!    └───▶ components ──▶ webhooks, cards ──▶ object_type
//!              all of them through sheet (values and findings) ─▶ fields ─▶ json, config_file
//!  write ─▶ find                     an edited file, back to its place
//! ```

mod app;
mod cards;
mod components;
mod config_file;
mod declared;
mod fields;
mod find;
mod invalid_json;
mod json;
mod load;
mod object_type;
mod platform;
mod settings;
mod sheet;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod tree;
mod webhooks;
mod write;

pub use app::ProjectApp;
pub use find::{PROJECT_FILE, nearest_project};
pub use load::{Permissions, Project};
pub use write::{NotWritten, write_edited, write_whole};
