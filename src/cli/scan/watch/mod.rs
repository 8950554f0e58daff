//! `scan --watch`: scans, then tells what each change of a file changes in what the app needs.
//!
//! ```text
//!  folders ─▶ watcher ─▶ one channel ─▶ batch: until it is quiet ─▶ whole scan anew ─▶ change ─▶ tell
//! ```
//! Owns the order of things. A scan takes a few milliseconds for an ordinary project, and a change of one file may change
//! what the calls of others are, so that every batch leads to a whole scan. What changes no need is not told: silence is
//! the answer, in words as in JSON. Nothing wakes while no file changes.

mod batch;
mod change;
mod refusal;
mod root;
mod tell;
mod watcher;

use std::path::PathBuf;
use std::sync::mpsc;

use super::scanned::{How, Scanned, scanned};
use crate::catalog::Catalog;
use crate::cli::args::{Common, Format, ScanArgs};
use crate::cli::exit::Exit;
use crate::cli::failure::usage;
use crate::cli::output::Streams;
use crate::prose::counted;
use crate::scan::Options;
use crate::terminal::when_reader_leaves;
use batch::{Message, next};
use change::Change;
use root::Root;
use watcher::FolderWatcher;

/// Scans `folders` and stays with them until the program is ended or nobody reads what it says.
pub(super) fn run(
    catalog: &'static Catalog,
    folders: &[PathBuf],
    scan: &ScanArgs,
    common: &Common,
    streams: &mut Streams,
) -> anyhow::Result<Exit> {
    if matches!(scan.format, Format::Sarif | Format::Github) {
        usage!("--watch goes with words or --json, not with --format sarif or github; leave one of them out");
    }
    let as_json = common.json || scan.format == Format::Json;
    let (send, inbox) = mpsc::channel();
    let ends = send.clone();
    when_reader_leaves(move || drop(ends.send(Message::ReaderLeft)));
    let how = How { tests: scan.tests, day: common.as_of, declared: scan.declared.as_deref() };
    let options = Options { tests: scan.tests };
    let mut watcher = FolderWatcher::new(options, send)?;
    let mut roots = folders.iter().map(|folder| Root::of(folder)).collect::<anyhow::Result<Vec<_>>>()?;
    // What changes during the scan is seen, too: first the watch, then the scan.
    watcher.follow(&roots)?;
    let mut held: Vec<Scanned> = Vec::new();
    for root in &mut roots {
        let one = scanned(catalog, &root.given, how)?;
        tell::first(&one, as_json, streams)?;
        root.learn(&one);
        held.push(one);
    }
    watcher.follow_further(&roots)?;
    if !as_json {
        let folders = counted(watcher.count(), "folder");
        streams.say(&format!("hubscope: watching {folders} for changes of what the app needs; Ctrl-C ends"));
    }
    while let Some(touched) = next(&inbox, |event| watcher.touched(event))? {
        watcher.follow(&roots)?;
        for (root, before) in roots.iter_mut().zip(&mut held) {
            root.is_there()?;
            if !root.is_touched_by(&touched) {
                continue;
            }
            let now = scanned(catalog, &root.given, how)?;
            let change = Change::between(before, &now);
            if !change.is_empty() {
                tell::change(&change, before, &now, as_json, streams)?;
            }
            root.learn(&now);
            *before = now;
        }
        watcher.follow_further(&roots)?;
    }
    Ok(Exit::Done)
}
