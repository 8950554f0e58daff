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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plan_that_stands_for_its_folder_brings_the_folders_code() {
        let catalog = Catalog::embedded();
        let has_code = |file: &Path| CodeFolder::beside_plan(catalog, file).is_some();
        let folder = tempfile::tempdir().unwrap();
        assert!(has_code(&folder.path().join(FILE_NAME)));
        assert!(!has_code(&folder.path().join("base.json")), "a plan of another name may lie anywhere");
        assert!(!has_code(&Path::new("/").join(FILE_NAME)), "nor is the whole disk a project");
        if let Some(home) = std::env::home_dir() {
            assert!(!has_code(&home.join(FILE_NAME)), "nor is a home folder");
        }
    }

    #[test]
    fn a_folder_that_is_gone_is_said_and_a_scan_that_is_stopped_ends() {
        let folder = tempfile::tempdir().unwrap();
        let code = CodeFolder::of_project(Catalog::embedded(), folder.path());
        let call = "fetch(\"https://api.hubapi.com/crm/v3/owners\");";
        std::fs::write(folder.path().join("server.js"), call).unwrap();
        assert_eq!(code.work()(&|| true).map(|found| found.calls.len()), Ok(1));
        assert_eq!(code.work()(&|| false).map(|found| found.calls.len()), Ok(0));
        let path = folder.path().display().to_string();
        drop(folder);
        let why = code.work()(&|| true).unwrap_err();
        assert!(why.starts_with("cannot read ") && why.contains(&path), "{why}");
    }
}
