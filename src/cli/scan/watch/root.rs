//! A folder that was named, with the places that its scan depends on.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::super::declared::root_of;
use super::super::scanned::Scanned;

/// A folder that was named.
#[derive(Debug)]
pub(super) struct Root {
    /// As it was named.
    pub(super) given: PathBuf,
    /// The same without symbolic links, as the system names it.
    real: PathBuf,
    /// The folder itself, and its project where that lies above.
    pub(super) trees: Vec<PathBuf>,
    /// Folders of the project's own files, which may lie where no code is looked for.
    pub(super) further: Vec<PathBuf>,
}

impl Root {
    /// The folder `given`, which must be there.
    pub(super) fn of(given: &Path) -> anyhow::Result<Self> {
        let real = fs::canonicalize(given).with_context(|| format!("cannot open {}", given.display()))?;
        let (trees, further) = match real.parent().filter(|_| real.is_file()) {
            Some(folder) => (Vec::new(), vec![folder.to_owned()]),
            None => (vec![real.clone()], Vec::new()),
        };
        let mut root = Self { given: given.to_owned(), real, trees, further };
        let project = root_of(given).and_then(|project| fs::canonicalize(project).ok());
        root.trees.extend(project.filter(|project| !root.trees.iter().any(|tree| project.starts_with(tree))));
        Ok(root)
    }

    /// Takes in where the files of the scan's project are.
    pub(super) fn learn(&mut self, scanned: &Scanned) {
        let Some(project) = &scanned.own.project else { return };
        for name in &project.files {
            let folder = project.root.join(name).parent().and_then(|folder| fs::canonicalize(folder).ok());
            self.further.extend(folder.filter(|folder| !self.further.contains(folder)));
        }
    }

    /// Whether a change of one of `paths` may change the scan.
    pub(super) fn is_touched_by(&self, paths: &[PathBuf]) -> bool {
        let is_about = |path: &PathBuf| self.trees.iter().chain(&self.further).any(|folder| path.starts_with(folder));
        paths.iter().any(is_about)
    }

    /// An error where the folder went.
    pub(super) fn is_there(&self) -> anyhow::Result<()> {
        // By its own path: "." stays open even where the folder was moved away.
        if self.real.exists() {
            return Ok(());
        }
        bail!(
            "{} is not there any more, so there is nothing to watch. Start again when it is back.",
            self.real.display()
        )
    }
}
