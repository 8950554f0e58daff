//! The app that a link is matched against: its scopes, its redirect URLs, and where they stand in its file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::diagnostic::Edit;
use crate::plan::{Auth, Declared, Distribution, Plan, ScopeType};
use crate::project::{Project, ScopeList, ScopePlace};

/// An app as its settings have it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AppSide {
    /// Its scopes by type.
    pub declared: Declared,
    /// The redirect URLs that it has registered; empty = not known.
    pub redirects: Vec<String>,
    /// How it reaches accounts.
    pub distribution: Option<Distribution>,
    /// How it gets its token.
    pub auth: Option<Auth>,
    /// Its tokens act for one user.
    pub user_level: bool,
    /// The folder that its files are in.
    pub folder: PathBuf,
    /// Their texts.
    pub texts: BTreeMap<String, String>,
    lists: Vec<ScopeList>,
    scopes: Vec<ScopePlace>,
    redirects_list: Option<(String, &'static str)>,
}

impl AppSide {
    /// The first app of a project, where it has one.
    pub fn of(project: &Project) -> Option<Self> {
        let app = project.apps.first()?;
        Some(Self {
            declared: app.declared.clone(),
            redirects: app.redirect_urls.clone(),
            distribution: app.distribution,
            auth: app.auth,
            user_level: app.user_level,
            folder: project.root.clone(),
            texts: project.texts.clone(),
            lists: app.lists.clone(),
            scopes: app.scopes.clone(),
            redirects_list: app.format.redirects().map(|pointer| (app.file.clone(), pointer)),
        })
    }

    /// The app of a plan, where its settings are known. It has no file to edit.
    pub fn of_plan(plan: &Plan) -> Option<Self> {
        let declared = plan.app.declared.clone()?;
        Some(Self {
            declared,
            redirects: plan.app.registered_redirects.clone(),
            distribution: Some(plan.app.distribution),
            auth: Some(plan.app.auth),
            user_level: plan.app.user_level,
            ..Self::default()
        })
    }

    /// Whether a placeholder stands in one of its lists: nobody knows what else it has.
    pub(super) fn is_open(&self) -> bool {
        self.declared.is_open()
    }

    /// The edits that give `scope` the type `kind`, or take it out of the settings.
    pub(super) fn retyped(&self, scope: &str, kind: Option<ScopeType>) -> Vec<Edit> {
        let elsewhere = self.scopes.iter().filter(|place| place.name == scope && Some(place.kind) != kind);
        let mut edits: Vec<Edit> = elsewhere
            .map(|place| Edit::Remove { file: place.span.file.clone(), path: place.pointer.clone() })
            .collect();
        let list = kind.and_then(|kind| self.lists.iter().find(|list| list.kind == kind));
        edits.extend(list.map(|list| Edit::Add {
            file: list.file.clone(),
            path: list.pointer.clone(),
            value: scope.to_owned(),
        }));
        edits
    }

    /// The edit that registers a redirect URL.
    pub(super) fn with_redirect(&self, url: &str) -> Option<Edit> {
        let (file, pointer) = self.redirects_list.as_ref()?;
        Some(Edit::Add { file: file.clone(), path: (*pointer).to_owned(), value: url.to_owned() })
    }
}
