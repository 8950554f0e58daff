//! The files of a project in their language-neutral form, and the ways from a name to what it stands for.

mod modules;
mod names;
mod stem;

pub(super) use names::{Program, SourceFile};
