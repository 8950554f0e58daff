//! Which folder holds the code that the configurator scans in the background.
//!
//! Owns the choice of the folder and the way to the scan; which of the calls the plan lacks is the configurator's.

use std::path::{Path, PathBuf};

use crate::catalog::Catalog;
use crate::plan::FILE_NAME;
use crate::scan::{Options, scan_while};
use crate::tui::ScanWork;
use crate::tui::model::Found;

/// A folder with code.
#[derive(Debug, Clone)]
pub(super) struct CodeFolder {
    catalog: &'static Catalog,
    folder: PathBuf,
}

impl CodeFolder {
    /// A project's folder.
    pub(super) fn of_project(catalog: &'static Catalog, root: &Path) -> Self {
        Self { catalog, folder: root.to_owned() }
    }

    /// The folder of a plan file, where it stands for the folder that it lies in: a plan of another name may lie
    /// anywhere, and all that is in a home folder is no project.
    pub(super) fn beside_plan(catalog: &'static Catalog, file: &Path) -> Option<Self> {
        let file =
            std::path::absolute(file).ok().filter(|file| file.file_name().is_some_and(|name| name == FILE_NAME))?;
        let folder = file.parent().filter(|folder| folder.parent().is_some())?;
        let is_home = std::env::home_dir().is_some_and(|home| home == folder);
        (!is_home).then(|| Self { catalog, folder: folder.to_owned() })
    }

    /// The scan of it, to be done on another thread.
    pub(super) fn work(&self) -> ScanWork {
        let Self { catalog, folder } = self.clone();
        Box::new(move |goes_on| {
            // A folder that cannot be listed would be one without files to the scan.
            std::fs::read_dir(&folder).map_err(|error| format!("cannot read {} ({error}).", folder.display()))?;
            let scan = scan_while(catalog, &folder, Options::default(), goes_on);
            Ok(Found::of(catalog, &scan))
        })
    }
}
