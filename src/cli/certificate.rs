//! Certificates of the least privilege as files.

use std::path::Path;

use super::files;
use crate::solve::Certificate;

/// Writes `certificates` to the file at `path`: whole or not at all.
pub(super) fn write(path: &Path, certificates: &[Certificate]) -> anyhow::Result<()> {
    let text = serde_json::to_string_pretty(certificates)?;
    files::write_whole(path, &format!("{text}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::plan::{Plan, certificates};
    use crate::solve::{Verified, verify};

    #[test]
    fn what_is_written_is_read_again_and_holds() {
        let catalog = Catalog::embedded();
        let mut plan = Plan::default();
        plan.toggle("webhooks.classic", Some("deal.creation"));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("least.json");
        write(&path, &certificates(catalog, &plan)).unwrap();
        let read: Vec<Certificate> = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(read, certificates(catalog, &plan));
        assert_eq!(verify(catalog, &read[0]), Ok(Verified::Minimum));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = write(&folder.path().join("none/least.json"), &[]).unwrap_err();
        assert!(error.to_string().contains("none"), "{error}");
    }
}
