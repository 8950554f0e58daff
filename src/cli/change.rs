//! The change of a file: shown, and written where that was asked for.
//!
//! Owns how `--fix` and `--write` look, for every subcommand that has them. Which edits are made is decided by whoever asks.

use std::path::Path;

use super::output::Streams;
use crate::edit::{Diff, diff};
use crate::project::write_edited;
use crate::terminal::sanitize;

/// Shows one file's change, and writes it where that is wanted; gives how many files change. Without a folder it stands in
/// no file. What is told goes to standard error: the report is on standard output.
pub(super) fn change(
    folder: Option<&Path>,
    file: &str,
    before: &str,
    after: &str,
    write: bool,
    streams: &mut Streams,
) -> anyhow::Result<usize> {
    if before == after {
        return Ok(0);
    }
    show(&diff(file, before, after), streams);
    match folder.filter(|_| write) {
        Some(folder) => {
            write_edited(folder, Path::new(file), before, after)?;
            streams.say(&format!("hubscope: wrote {}", sanitize(&folder.join(file).display().to_string())));
        }
        None if folder.is_none() => {
            streams.say("hubscope: this did not come from a file, so --write has nothing to write");
        }
        None => {}
    }
    Ok(1)
}

/// Shows a change, line by line.
pub(super) fn show(diff: &Diff, streams: &mut Streams) {
    for line in &diff.lines {
        streams.say(&streams.diff_line(line));
    }
}
