//! Changes to a text in place: what a fix says is done to the bytes it means, and to no others.
//!
//! Owns how the edits of a finding become bytes (a JSON file keeps its key order, indentation, line ends, byte order mark
//! and comments), which edits bring a file to a set of scopes, and how a change is shown. It opens and writes no file.
//!
//! ```text
//!  apply ──▶ changes ──▶ container     which nodes change ─▶ what that does to the bytes of a list or an object
//!    │          ├──────▶ fresh         values that were not there
//!    │          └──────▶ pointer       RFC 6901, in the text as it was
//!    ├──▶ splice    layout ─▶ tree     the bytes; how the file is written; where its values stand
//!  declare ─▶ pointer                  the edits for a set of scopes
//!  diff                                the change, for people
//! ```

mod apply;
mod changes;
mod container;
mod declare;
mod diff;
mod fresh;
mod layout;
mod pointer;
mod splice;
#[cfg(test)]
mod tests;
mod tree;

pub use apply::{Edited, apply};
pub use declare::declare;
pub use diff::{Diff, DiffLine, Mark, diff};
