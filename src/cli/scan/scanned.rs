//! One folder, scanned and held against its project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context as _;

use super::declared::Own;
use crate::catalog::Catalog;
use crate::check::Checked;
use crate::scan::{Answer, Options, Scan, findings, scan};

/// A folder with all that was found.
pub(in crate::cli) struct Scanned {
    pub(super) folder: PathBuf,
    pub(super) own: Own,
    pub(in crate::cli) scan: Scan,
    pub(in crate::cli) answer: Answer,
    pub(super) seconds: f64,
}

/// Scans `folder`.
pub(in crate::cli) fn scanned(catalog: &'static Catalog, folder: &Path, tests: bool) -> anyhow::Result<Scanned> {
    std::fs::metadata(folder).with_context(|| format!("cannot open {}", folder.display()))?;
    let begun = Instant::now();
    let scan = scan(catalog, folder, Options { tests });
    let own = Own::of(catalog, folder);
    let answer = scan.answer(catalog, &own.features, own.declared.as_ref());
    let seconds = begun.elapsed().as_secs_f64();
    Ok(Scanned { folder: folder.to_owned(), own, scan, answer, seconds })
}

impl Scanned {
    /// The scan as a checked target, with the texts that its findings point into.
    pub(in crate::cli) fn checked(&self) -> Checked {
        let diagnostics = findings(&self.scan, &self.answer);
        let mut texts = BTreeMap::new();
        for span in diagnostics.iter().filter_map(|finding| finding.span.as_ref()) {
            let path = if self.folder.is_file() { self.folder.clone() } else { self.folder.join(&span.file) };
            if !texts.contains_key(&span.file)
                && let Ok(text) = std::fs::read_to_string(path)
            {
                texts.insert(span.file.clone(), text);
            }
        }
        let target = self.folder.display().to_string();
        // The files of a folder are named from it, as those of a project are.
        let kind = if self.folder.is_file() { "source" } else { "project" };
        Checked { target, kind, diagnostics, texts, ..Checked::default() }
    }
}
