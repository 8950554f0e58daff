//! A HubSpot project on disk: found, read as it stands, and written back.
//!
//! Owns which files belong to a project, what its app declares, and which features its components stand for, each with its
//! place. Reading never fails: a file that cannot be read, or a value that is not what HubSpot expects, is a diagnostic, and
//! the rest is read all the same. Strings are kept as written, but for the variables of a chosen profile. It judges no scope
//! and computes none.
//!
//! ```text
//!  load ─▶ settings ─▶ find, tree      hsproject.json, and the files under srcDir
//!    ├───▶ platform                    what the version means
//!    ├───▶ profiles ─▶ variables       what ${NAME} stands for; placeholders = what stays open
//!    ├───▶ component ─▶ current_app, components ─▶ webhooks, cards ─▶ object_type      from 2025.2 on
//!    └───▶ older, follow               app.json, public-app.json and the files that they name
//!              apps of both through auth ─▶ declared, redirects
//!              all of them through sheet (values and findings) ─▶ fields ─▶ json, config_file
//!  single                              one of these files by itself
//!  write ─▶ find                       an edited file, back to its place
//! ```

mod app;
mod apps;
mod auth;
mod cards;
mod component;
mod components;
mod config_file;
mod current_app;
mod declared;
mod fields;
mod file_kind;
mod find;
mod follow;
mod invalid_json;
mod json;
mod lines;
mod load;
mod object_type;
mod older;
mod place;
mod placeholders;
mod platform;
mod profiles;
#[expect(clippy::module_inception, reason = "the file has the name of the one shape in it")]
mod project;
mod redirects;
mod settings;
mod sheet;
mod single;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod tree;
mod variables;
mod wanted;
mod webhooks;
mod write;

pub use app::{AppFormat, ProjectApp};
pub use auth::auth_word;
pub use file_kind::{FileKind, file_kind};
pub use find::{PROJECT_FILE, find_projects, nearest_project};
pub use place::{ProjectFeature, ScopeList, ScopePlace, TextPlace};
pub use project::{Options, Permissions, Project};
pub use variables::{Profile, Variable};
pub use write::{NotWritten, write_edited, write_whole};
