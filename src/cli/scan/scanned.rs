//! One folder, scanned and held against its project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context as _, bail};

use super::declared::Own;
use crate::catalog::{Catalog, Confidence, Date};
use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Span, rule};
use crate::scan::{Answer, Options, Scan, ending, findings, is_looked_at, not_read_line, scan};

/// A folder with all that was found.
pub(in crate::cli) struct Scanned {
    pub(super) folder: PathBuf,
    pub(super) own: Own,
    pub(in crate::cli) scan: Scan,
    pub(in crate::cli) answer: Answer,
    /// What HubSpot ends of the calls until the day that was given.
    ending: Vec<Diagnostic>,
    pub(super) seconds: f64,
}

/// Scans `folder`, and tells what HubSpot ends of its calls until `day`, or has ended.
pub(in crate::cli) fn scanned(
    catalog: &'static Catalog,
    folder: &Path,
    tests: bool,
    day: Option<Date>,
) -> anyhow::Result<Scanned> {
    let about = std::fs::metadata(folder).with_context(|| format!("cannot open {}", folder.display()))?;
    let begun = Instant::now();
    let mut scan = scan(catalog, folder, Options { tests });
    if about.is_file() && scan.files == 0 {
        bail!("{} is not read: {}", folder.display(), why_not(folder, &scan));
    }
    let own = Own::of(catalog, folder);
    scan.is_whole &= own.unread().next().is_none();
    let answer = scan.answer(catalog, &own.features, own.declared.as_ref());
    let seconds = begun.elapsed().as_secs_f64();
    let ending = ending(catalog, &scan, day.unwrap_or(catalog.as_of()));
    Ok(Scanned { folder: folder.to_owned(), own, scan, answer, ending, seconds })
}

/// Why the file that was named was not read.
fn why_not(file: &Path, scan: &Scan) -> &'static str {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    match scan.not_read.first() {
        Some(file) => file.why.sentence(),
        None if is_looked_at(&name, Options { tests: true }) => {
            "it is no script that says in its first line what runs it"
        }
        None => "files of its kind are not searched for calls",
    }
}

impl Scanned {
    /// What was found, a scope that nothing uses at the line that declares it.
    pub(super) fn findings(&self) -> Vec<Diagnostic> {
        let mut found = findings(&self.scan, &self.answer);
        for finding in found.iter_mut().filter(|finding| finding.rule == rule::CODE_SCOPE_UNUSED) {
            finding.span = self.declared_at(&finding.subject);
        }
        found.extend(self.ending.iter().cloned());
        found
    }

    /// Whether a call lacks a scope that HubSpot documents: what is only reported or inferred fails no run.
    pub(super) fn lacks_surely(&self) -> bool {
        self.answer.not_allowed.keys().any(|place| self.scan.calls[*place].fact == Confidence::Documented)
    }

    /// Where `scope` is declared, as a place in a file of the folder.
    fn declared_at(&self, scope: &str) -> Option<Span> {
        let project = self.own.project.as_ref()?;
        let place = project.scope_places().find(|place| place.name == scope)?;
        Some(Span { file: self.name_of(&place.span.file)?, ..place.span.clone() })
    }

    /// The file of the project as the folder's files are named; `None` where it lies elsewhere.
    fn name_of(&self, file: &str) -> Option<String> {
        let whole = |path: &Path| std::path::absolute(path).ok();
        let root = whole(&self.own.project.as_ref()?.root)?;
        let way = root.strip_prefix(whole(&self.folder)?).ok()?;
        let parts = way.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
        Some(parts.chain([file.to_owned()]).collect::<Vec<_>>().join("/"))
    }

    /// The scan as a checked target, with the texts that its findings point into.
    pub(in crate::cli) fn checked(&self) -> Checked {
        let diagnostics = self.findings();
        let is_file = self.folder.is_file();
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        // The project's texts were read without their byte order marks, which its places leave out.
        for (file, text) in self.own.project.iter().flat_map(|project| &project.texts) {
            texts.extend(self.name_of(file).map(|name| (name, text.clone())));
        }
        for span in diagnostics.iter().filter_map(|finding| finding.span.as_ref()) {
            let path = if is_file { self.folder.clone() } else { self.folder.join(&span.file) };
            if !texts.contains_key(&span.file)
                && let Ok(text) = std::fs::read_to_string(path)
            {
                texts.insert(span.file.clone(), text);
            }
        }
        let target = self.folder.display().to_string();
        // The files of a folder are named from it, as those of a project are.
        let kind = if is_file { "source" } else { "project" };
        let not_read = not_read_line(&self.scan.not_read);
        Checked { target, kind, diagnostics, not_read, texts, ..Checked::default() }
    }
}
