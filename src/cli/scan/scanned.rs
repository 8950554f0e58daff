//! One folder, scanned and held against its project.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context as _;

use super::declared::Own;
use crate::catalog::Catalog;
use crate::scan::{Answer, Options, Scan, scan};

/// A folder with all that was found.
pub(super) struct Scanned {
    pub(super) folder: PathBuf,
    pub(super) own: Own,
    pub(super) scan: Scan,
    pub(super) answer: Answer,
    pub(super) seconds: f64,
}

/// Scans `folder`.
pub(super) fn scanned(catalog: &'static Catalog, folder: &Path, tests: bool) -> anyhow::Result<Scanned> {
    std::fs::metadata(folder).with_context(|| format!("cannot open {}", folder.display()))?;
    let begun = Instant::now();
    let scan = scan(catalog, folder, Options { tests });
    let own = Own::of(catalog, folder);
    let answer = scan.answer(catalog, &own.features, own.declared.as_ref());
    let seconds = begun.elapsed().as_secs_f64();
    Ok(Scanned { folder: folder.to_owned(), own, scan, answer, seconds })
}
