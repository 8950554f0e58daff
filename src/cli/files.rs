//! Files of the subcommands, read and written whole or not at all, and standard input.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::Context as _;

use super::failure::Failure;
use crate::plan::{FILE_NAME, PlanFile};

/// Writes `text` to `path`; see [`crate::project::write_whole`].
pub(super) fn write_whole(path: &Path, text: &str) -> anyhow::Result<()> {
    crate::project::write_whole(path, text).with_context(|| Failure::system(format!("cannot write {}", path.display())))
}

/// The plan file beside the project in `root`, if there is one.
pub(super) fn plan_file(root: &Path) -> anyhow::Result<Option<PlanFile>> {
    let path = root.join(FILE_NAME);
    let parse = |text: String| PlanFile::parse(&text).with_context(|| path.display().to_string());
    text_if_there(&path)?.map(parse).transpose()
}

/// The text of the file at `path`, if there is one.
pub(super) fn text_if_there(path: &Path) -> anyhow::Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// All of standard input.
pub(super) fn standard_input() -> anyhow::Result<String> {
    io::read_to_string(io::stdin()).context("cannot read standard input")
}
