//! Which folders the system watches for us, and which of its events count.
//!
//! Owns that no folder is watched that a scan passes over: `node_modules` alone would take thousands of watches.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _, WatcherKind};

use super::batch::Message;
use super::refusal;
use super::root::Root;
use crate::scan::{Options, folders, is_looked_at};

/// Watches folders.
pub(super) struct FolderWatcher {
    system: RecommendedWatcher,
    options: Options,
    /// The folders in which a change counts.
    known: BTreeSet<PathBuf>,
    /// Those that were handed to the system.
    watched: BTreeSet<PathBuf>,
}

impl FolderWatcher {
    /// Watches nothing yet; what happens goes to `send`.
    pub(super) fn new(options: Options, send: Sender<Message>) -> anyhow::Result<Self> {
        let hear = move |event: notify::Result<Event>| {
            // A scan opens files itself; that somebody reads is no change.
            let is_reading = event.as_ref().is_ok_and(|event| match event.kind {
                EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
                EventKind::Access(_) => true,
                _ => false,
            });
            if !is_reading {
                let _ = send.send(Message::Changed(event));
            }
        };
        let system = notify::recommended_watcher(hear).map_err(|error| refusal::of(&error))?;
        Ok(Self { system, options, known: BTreeSet::new(), watched: BTreeSet::new() })
    }

    /// Watches what `roots` depend on now, and nothing else. To be called before they are scanned, so that what happens
    /// during the scan is seen.
    pub(super) fn follow(&mut self, roots: &[Root]) -> anyhow::Result<()> {
        self.known = roots.iter().flat_map(|root| &root.trees).flat_map(|tree| folders(tree, self.options)).collect();
        let wanted: BTreeSet<PathBuf> = match is_folder_by_folder() {
            true => self.known.clone(),
            false => roots.iter().flat_map(|root| &root.trees).cloned().collect(),
        };
        let further: BTreeSet<&PathBuf> = roots.iter().flat_map(|root| &root.further).collect();
        let gone = |folder: &PathBuf| !wanted.contains(folder) && !further.contains(folder);
        for folder in self.watched.iter().filter(|folder| gone(folder)).cloned().collect::<Vec<_>>() {
            self.forget(&folder);
        }
        wanted.iter().try_for_each(|folder| self.watch(folder))?;
        self.follow_further(roots)
    }

    /// Watches what scans of `roots` have found their projects to depend on, beside all that is watched.
    pub(super) fn follow_further(&mut self, roots: &[Root]) -> anyhow::Result<()> {
        for folder in roots.iter().flat_map(|root| &root.further) {
            self.known.insert(folder.clone());
            self.watch(folder)?;
        }
        Ok(())
    }

    /// How many folders a change counts in.
    pub(super) fn count(&self) -> usize {
        self.known.len()
    }

    fn watch(&mut self, folder: &Path) -> anyhow::Result<()> {
        if self.watched.contains(folder) {
            return Ok(());
        }
        let mode = if is_folder_by_folder() { RecursiveMode::NonRecursive } else { RecursiveMode::Recursive };
        match self.system.watch(folder, mode) {
            Ok(()) => {
                self.watched.insert(folder.to_owned());
            }
            // It went meanwhile, or is not ours to read: a scan passes over it as well.
            Err(error) if is_out_of_reach(&error) => {}
            Err(error) => return Err(refusal::of(&error)),
        }
        Ok(())
    }

    /// The paths of an event that may change a scan.
    pub(super) fn touched(&mut self, event: &Event) -> Vec<PathBuf> {
        if event.need_rescan() {
            // Something was missed: anything may have changed.
            return self.known.iter().cloned().collect();
        }
        let touched: Vec<PathBuf> = event.paths.iter().filter(|path| self.counts(path)).cloned().collect();
        if matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))) {
            // One of the same name that comes back has to be watched anew.
            for path in &touched {
                self.forget(path);
            }
        }
        touched
    }

    fn counts(&self, path: &Path) -> bool {
        if self.known.contains(path) {
            return true;
        }
        let is_here = path.parent().is_some_and(|folder| self.known.contains(folder));
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        is_here && (is_looked_at(&name, self.options) || path.is_dir())
    }

    fn forget(&mut self, folder: &Path) {
        if self.watched.remove(folder) {
            // The system may have forgotten it first.
            let _ = self.system.unwatch(folder);
        }
    }
}

/// Whether the system watches folder by folder, also where it is asked for a tree.
fn is_folder_by_folder() -> bool {
    matches!(RecommendedWatcher::kind(), WatcherKind::Inotify | WatcherKind::Kqueue)
}

fn is_out_of_reach(error: &notify::Error) -> bool {
    use std::io::ErrorKind as Io;
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => matches!(error.kind(), Io::NotFound | Io::PermissionDenied | Io::NotADirectory),
        _ => false,
    }
}
