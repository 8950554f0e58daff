//! A project as it was read.
//!
//! Owns the shape alone; [`super::load`] fills it from a folder, [`super::single`] from one file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::app::ProjectApp;
use super::place::{ProjectFeature, ScopeList, ScopePlace};
use super::variables::Profile;
use crate::catalog::Date;
use crate::diagnostic::{Diagnostic, Rule, rule};
use crate::plan::{Declared, Selection};

/// How a project is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The profile whose variables are filled in; `None` = they stay open.
    pub profile: Option<String>,
    /// The day by which platform versions are judged; `None` = that of the catalog.
    pub as_of: Option<Date>,
}

/// A project of HubSpot's developer platform, or one file of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Project {
    /// Its folder, as it was given.
    pub root: PathBuf,
    /// Its name, as written.
    pub name: Option<String>,
    /// The version of the developer platform, as written.
    pub platform: Option<String>,
    /// The folder of its components, relative to the root, as written.
    pub src_dir: Option<String>,
    /// Its apps in order of their files; HubSpot takes one.
    pub apps: Vec<ProjectApp>,
    /// The features that its components stand for, inactive ones among them.
    pub features: Vec<ProjectFeature>,
    /// Scopes that components ask for themselves (from platform 2026.09 on).
    pub permissions: Vec<Permissions>,
    /// Its profiles, by name.
    pub profiles: Vec<Profile>,
    /// Every file that was read, relative to the root, with `/`.
    pub files: Vec<String>,
    /// The texts of those files, which the places of findings and edits are of.
    pub texts: BTreeMap<String, String>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// The scopes of a component's own `permissions`. How HubSpot adds them to the app's is not documented.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Permissions {
    /// The component's file.
    pub file: String,
    /// Its scopes by type, as written.
    pub declared: Declared,
    /// Every one of them with its place.
    pub scopes: Vec<ScopePlace>,
    /// The lists that the file has, or could have.
    pub lists: Vec<ScopeList>,
}

/// The rules by which a file, or what it says, stayed unread.
const UNREAD: [&Rule; 3] = [rule::CONFIG_UNREADABLE_FILE, rule::CONFIG_INVALID_JSON, rule::CONFIG_NEWER_FORMAT];

impl Project {
    /// The features as choices of a plan. Inactive ones count: HubSpot may check them as soon as they are switched on.
    pub fn selections(&self) -> Vec<Selection> {
        self.features.iter().map(|feature| feature.selection.clone()).collect()
    }

    /// What could not be read of it.
    pub fn unread(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|finding| UNREAD.contains(&finding.rule))
    }

    /// Whether it may have an app in what could not be read.
    pub fn hides_its_app(&self) -> bool {
        self.apps.is_empty() && self.unread().next().is_some()
    }

    /// Why the project has no app, where it may have one that could not be read: then nothing is known of its scopes.
    pub fn unread_app(&self) -> Vec<&Diagnostic> {
        let hides_it = |finding: &&Diagnostic| finding.is_error() || UNREAD.contains(&finding.rule);
        if self.apps.is_empty() { self.diagnostics.iter().filter(hides_it).collect() } else { Vec::new() }
    }

    /// Every scope that the project names, of its apps and of its components.
    pub fn scope_places(&self) -> impl Iterator<Item = &ScopePlace> {
        let of_components = self.permissions.iter().flat_map(|permissions| &permissions.scopes);
        self.apps.iter().flat_map(|app| &app.scopes).chain(of_components)
    }
}
