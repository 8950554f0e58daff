//! The app's own file beside a plan: what saving the plan changes in it, shown first and then written.
//!
//! Owns which of the plan's wishes belong into that file: the scopes by type, a redirect URL that is not registered yet,
//! distribution and auth type. How the bytes change, `edit` knows.

use std::path::{Path, PathBuf};

use crate::catalog::{Catalog, Scope};
use crate::diagnostic::Edit;
use crate::edit::{Diff, apply, declare, diff};
use crate::plan::{Auth, Declared, Distribution, Plan, Resolved, ScopeType, has_variable, resolve};
use crate::project::{AppFormat, Project, ProjectApp, auth_word, write_edited};
use crate::tui::action::Written;

/// The file of the app that a plan is beside.
#[derive(Debug)]
pub(super) struct AppFile {
    catalog: &'static Catalog,
    root: PathBuf,
    app: ProjectApp,
    /// The text as it was read or written last.
    text: String,
}

/// What a save would make of the file.
#[derive(Debug)]
pub(super) struct Change {
    after: String,
    written: Written,
    /// The change, for people.
    pub(super) diff: Diff,
}

impl AppFile {
    /// The file of the project's first app, where it has one.
    pub(super) fn of(catalog: &'static Catalog, project: &Project) -> Option<Self> {
        let app = project.apps.first()?;
        let text = project.texts.get(&app.file)?;
        Some(Self { catalog, root: project.root.clone(), app: app.clone(), text: text.clone() })
    }

    /// Where it is, relative to the project.
    pub(super) fn name(&self) -> &str {
        &self.app.file
    }

    /// What `plan` changes in it; `None` = nothing. A plan for another day than today's changes nothing.
    pub(super) fn change(&self, plan: &Plan) -> anyhow::Result<Option<Change>> {
        if plan.as_of.is_some() {
            return Ok(None);
        }
        let written = self.wanted(&resolve(self.catalog, plan), plan);
        let edits = self.edits(plan, &written);
        if edits.is_empty() {
            return Ok(None);
        }
        let edited = apply(&self.text, &edits);
        if let Some((_, why)) = edited.skipped.first() {
            anyhow::bail!("{} was not changed: {why}", self.app.file);
        }
        let diff = diff(&self.app.file, &self.text, &edited.text);
        Ok((edited.text != self.text).then_some(Change { after: edited.text, written, diff }))
    }

    /// Writes `change`; the settings as they stand afterwards.
    pub(super) fn write(&mut self, change: Change) -> anyhow::Result<Written> {
        write_edited(&self.root, Path::new(&self.app.file), &self.text, &change.after)?;
        self.text = change.after;
        self.app.declared = change.written.declared.clone();
        self.app.redirect_urls.clone_from(&change.written.redirect_urls);
        Ok(Written { findings: Project::read(&self.root, self.catalog).diagnostics, ..change.written })
    }

    /// The settings that the plan wants. What stands there with a placeholder stays: only a profile knows what it is.
    fn wanted(&self, resolved: &Resolved, plan: &Plan) -> Written {
        let mut declared = Declared::default();
        for kind in ScopeType::ALL {
            let open = self.app.declared.of_type(kind).iter().filter(|name| has_variable(name));
            declared.of_type_mut(kind).extend(open.cloned());
        }
        for scope in &resolved.scopes {
            // A static token has its required scopes only, and no oauth.
            let is_static = plan.app.auth == Auth::Static;
            if is_static && scope.name == Scope::OAUTH && self.app.declared.type_of(Scope::OAUTH).is_none() {
                continue;
            }
            let kind = if is_static { ScopeType::Required } else { scope.kind };
            declared.of_type_mut(kind).push(scope.name.clone());
        }
        let mut redirect_urls = self.app.redirect_urls.clone();
        let new = plan.app.redirect_url.iter().filter(|url| plan.app.auth == Auth::Oauth && !url.is_empty());
        for url in new {
            if !redirect_urls.contains(url) {
                redirect_urls.push(url.clone());
            }
        }
        Written { declared, redirect_urls, findings: Vec::new() }
    }

    fn edits(&self, plan: &Plan, written: &Written) -> Vec<Edit> {
        let file = &self.app.file;
        let mut edits = Vec::new();
        if self.app.format == AppFormat::Component {
            let texts = [
                (
                    "/config/distribution",
                    self.app.distribution.map(Distribution::as_str),
                    plan.app.distribution.as_str(),
                ),
                ("/config/auth/type", self.app.auth.map(auth_word), auth_word(plan.app.auth)),
            ];
            for (path, before, after) in texts {
                if before.is_some_and(|before: &str| before != after) {
                    edits.push(Edit::Set { file: file.clone(), path: path.to_owned(), value: after.to_owned() });
                }
            }
        }
        if plan.app.auth == Auth::None {
            return edits;
        }
        edits.extend(declare(file, &self.text, self.app.format.lists(), &written.declared));
        let added = written.redirect_urls.iter().skip(self.app.redirect_urls.len());
        if let Some(redirects) = self.app.format.redirects() {
            edits.extend(added.map(|url| Edit::Add {
                file: file.clone(),
                path: redirects.to_owned(),
                value: url.clone(),
            }));
        }
        edits
    }
}
