//! One folder, scanned and held against its project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context as _, bail};

use super::declared::Own;
use crate::catalog::{Catalog, Confidence, Date};
use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Severity, Span, rule};
use crate::project::{Project, nearest_project};
use crate::scan::{
    Answer, Options, Scan, ScopeList, Whose, compared, ending, is_looked_at, left_open, not_read_line, scan, sort,
};

/// A folder with all that was found.
pub(in crate::cli) struct Scanned {
    pub(super) folder: PathBuf,
    pub(super) own: Own,
    pub(in crate::cli) scan: Scan,
    pub(in crate::cli) answer: Answer,
    /// The projects below the folder, each held against its own calls; none where the folder is of one app.
    pub(super) parts: Vec<Part>,
    /// What HubSpot ends of the calls until the day that was given.
    ending: Vec<Diagnostic>,
    pub(super) seconds: f64,
}

/// A project below the folder.
pub(super) struct Part {
    /// Its folder, relative to the one that was scanned.
    pub(super) name: String,
    pub(super) own: Own,
    pub(super) answer: Answer,
}

/// How a folder is scanned, and what it is held against.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::cli) struct How<'a> {
    /// Calls in tests count as well.
    pub(in crate::cli) tests: bool,
    /// The day of the rules.
    pub(in crate::cli) day: Option<Date>,
    /// The scopes to hold the calls against, or the file that has them.
    pub(in crate::cli) declared: Option<&'a str>,
}

/// Scans `folder`, and tells what HubSpot ends of its calls until the day, or has ended.
pub(in crate::cli) fn scanned(catalog: &'static Catalog, folder: &Path, how: How<'_>) -> anyhow::Result<Scanned> {
    let about = std::fs::metadata(folder).with_context(|| format!("cannot open {}", folder.display()))?;
    let begun = Instant::now();
    let mut scan = scan(catalog, folder, Options { tests: how.tests });
    if about.is_file() && scan.files == 0 {
        bail!("{} is not read: {}", folder.display(), why_not(folder, &scan));
    }
    let named = how.declared.map(|given| Own::named(catalog, given)).transpose()?;
    let parts: Vec<Part> = match &named {
        Some(_) => Vec::new(),
        None => scan.projects.iter().map(|name| part(catalog, folder, &scan, name)).collect(),
    };
    let has_several = !parts.is_empty() && nearest_project(folder).is_none();
    let own = match named {
        Some(named) => named,
        None if has_several => Own::of_several(&parts),
        None => Some(Own::of(catalog, folder))
            .filter(|own| own.project.is_some())
            .unwrap_or_else(|| Own::found(&scan.lists)),
    };
    scan.is_whole &= own.unread().next().is_none() && parts.iter().all(|part| part.own.unread().next().is_none());
    let answer = if has_several {
        let mut whole = scan.answer_for(catalog, Whose::All, &own.features, None);
        for part in &parts {
            whole.take_lack(&part.answer);
        }
        whole
    } else {
        scan.answer(catalog, &own.features, own.declared.as_ref())
    };
    let seconds = begun.elapsed().as_secs_f64();
    let ending = ending(catalog, &scan, how.day.unwrap_or(catalog.as_of()));
    Ok(Scanned { folder: folder.to_owned(), own, scan, answer, parts, ending, seconds })
}

/// The project in the folder `name` below `folder`, held against its own calls.
fn part(catalog: &'static Catalog, folder: &Path, scan: &Scan, name: &str) -> Part {
    let own = Own::of_project(catalog, &folder.join(name));
    let answer = scan.answer_for(catalog, Whose::Project(name), &own.features, own.declared.as_ref());
    Part { name: name.to_owned(), own, answer }
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
    /// The projects that calls are held against, each with its answer.
    pub(super) fn compared(&self) -> Vec<(&Own, &Answer)> {
        match &self.own.project {
            None if !self.parts.is_empty() => self.parts.iter().map(|part| (&part.own, &part.answer)).collect(),
            _ => vec![(&self.own, &self.answer)],
        }
    }

    /// What of the projects could not be read, and what kept it.
    pub(super) fn unread(&self) -> impl Iterator<Item = &Diagnostic> {
        self.compared().into_iter().flat_map(|(own, _)| own.unread())
    }

    /// Whether there seems to be an app whose file could not be read.
    pub(super) fn has_unread_app(&self) -> bool {
        self.compared().into_iter().any(|(own, _)| own.has_unread_app())
    }

    /// What was found, a scope that nothing uses at the line that declares it.
    pub(super) fn findings(&self) -> Vec<Diagnostic> {
        let mut found = left_open(&self.scan, &self.answer);
        for (own, answer) in self.compared() {
            let mut of_app = compared(&self.scan, answer);
            if own.is_found() {
                // Such a list may not be all that the app asks for.
                of_app = of_app.into_iter().map(|finding| finding.at_most(Severity::Warning)).collect();
            }
            for finding in of_app.iter_mut().filter(|finding| finding.rule == rule::CODE_SCOPE_UNUSED) {
                finding.span = self.declared_at(own, &finding.subject);
            }
            found.extend(of_app);
        }
        sort(&mut found);
        found.extend(self.ending.iter().cloned());
        found
    }

    /// Whether a call of the program lacks a scope that HubSpot documents: what is only reported or inferred fails no run.
    pub(super) fn lacks_surely(&self) -> bool {
        let is_sure = |place: &usize| {
            let call = &self.scan.calls[*place];
            call.fact == Confidence::Documented && call.aside.is_none()
        };
        !self.own.is_found() && self.answer.not_allowed.keys().any(is_sure)
    }

    /// Where `scope` is declared, as a place in a file of the folder.
    fn declared_at(&self, own: &Own, scope: &str) -> Option<Span> {
        if let Some(list) = self.list_with(own, scope) {
            return Some(Span { file: list.file.clone(), line: list.line, column: 1, start: 0, end: 0 });
        }
        let project = own.project.as_ref()?;
        let place = project.scope_places().find(|place| place.name == scope)?;
        Some(Span { file: self.name_of(project, &place.span.file)?, ..place.span.clone() })
    }

    /// The list in which a scope was found that no project declares.
    fn list_with(&self, own: &Own, scope: &str) -> Option<&ScopeList> {
        let mut lists = self.scan.lists.iter().filter(|_| own.is_found());
        lists.find(|list| list.scopes.iter().any(|(name, _)| name == scope))
    }

    /// The file of the project as the folder's files are named; `None` where it lies elsewhere.
    fn name_of(&self, project: &Project, file: &str) -> Option<String> {
        let whole = |path: &Path| std::path::absolute(path).ok();
        let root = whole(&project.root)?;
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
        for project in self.compared().into_iter().filter_map(|(own, _)| own.project.as_ref()) {
            let named =
                project.texts.iter().filter_map(|(file, text)| Some((self.name_of(project, file)?, text.clone())));
            texts.extend(named);
        }
        for span in diagnostics.iter().filter_map(|finding| finding.span.as_ref()) {
            let path = if is_file { self.folder.clone() } else { self.folder.join(&span.file) };
            if !texts.contains_key(&span.file)
                && let Ok(text) = std::fs::read_to_string(path)
            {
                texts.insert(span.file.clone(), text);
            }
        }
        let mut diagnostics = diagnostics;
        for span in diagnostics.iter_mut().filter_map(|finding| finding.span.as_mut()) {
            // Places that are only known by their line begin where it does.
            if let Some(text) = texts.get(&span.file).filter(|_| span.start == 0 && span.line > 1) {
                let start = text.split_inclusive('\n').take(span.line - 1).map(str::len).sum();
                (span.start, span.end) = (start, start);
            }
        }
        let target = self.folder.display().to_string();
        // The files of a folder are named from it, as those of a project are.
        let kind = if is_file { "source" } else { "project" };
        let not_read = not_read_line(&self.scan.not_read);
        Checked { target, kind, diagnostics, not_read, texts, ..Checked::default() }
    }
}
