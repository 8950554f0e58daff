//! The plan file that a plan is written to.
//!
//! Owns that it is written whole or not at all, never over a change of someone else's, and only where it says something.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::files;
use crate::plan::{Plan, PlanFile};

/// The file, as it was read.
#[derive(Debug)]
pub(super) struct Target {
    path: PathBuf,
    /// The text that was read; `None` = there was no file.
    before: Option<String>,
    document: PlanFile,
    beside_project: bool,
}

impl Target {
    /// A file that is not there yet.
    pub(super) fn fresh(path: PathBuf, beside_project: bool) -> Self {
        Self { path, before: None, document: PlanFile::default(), beside_project }
    }

    /// The file at `path`; one that does not exist is an empty plan.
    pub(super) fn read(path: &Path, beside_project: bool) -> anyhow::Result<Self> {
        let Some(text) = files::text_if_there(path)? else { return Ok(Self::fresh(path.to_owned(), beside_project)) };
        let document = PlanFile::parse(&text).with_context(|| format!("{} is not a plan file", path.display()))?;
        Ok(Self { path: path.to_owned(), before: Some(text), document, beside_project })
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether there was no file.
    pub(super) fn is_new(&self) -> bool {
        self.before.is_none()
    }

    /// Lays what the file says over `plan`.
    pub(super) fn apply(&self, plan: &mut Plan) -> anyhow::Result<()> {
        self.document.apply(plan).with_context(|| self.path.display().to_string())
    }

    /// Writes whole or not at all, and never over a file that changed meanwhile; false where it says the same already.
    pub(super) fn write(&mut self, plan: &Plan) -> anyhow::Result<bool> {
        let path = &self.path;
        if files::text_if_there(path)? != self.before {
            bail!(
                "{} has changed since it was read, so it was not written; open it again to take that in",
                path.display()
            );
        }
        let document = self.document.updated(plan, self.beside_project);
        let text = document.to_text();
        if self.document == document && self.before.is_some() || self.is_needless(&document) {
            return Ok(false);
        }
        files::write_whole(path, &text)?;
        self.before = Some(text);
        self.document = document;
        Ok(true)
    }

    /// Whether the document says nothing that the project beside it does not say, and there is no file yet.
    fn is_needless(&self, document: &PlanFile) -> bool {
        self.beside_project && self.before.is_none() && document.is_bare()
    }
}
