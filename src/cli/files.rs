//! Writing files: whole or not at all.

use std::path::Path;

use anyhow::Context as _;

/// Writes `text` to `path`; see [`crate::project::write_whole`].
pub(super) fn write_whole(path: &Path, text: &str) -> anyhow::Result<()> {
    crate::project::write_whole(path, text).with_context(|| format!("cannot write {}", path.display()))
}
