//! An app as its file declares it.
//!
//! Owns the shape alone: the settings as they stand in the file, nothing repaired or sorted. Files of the current formats
//! are read in [`super::current_app`], those of older ones in [`super::older`].

use super::place::{ScopeList, ScopePlace, TextPlace};
use crate::plan::{Auth, Declared, Distribution};

/// The kind of file that an app stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AppFormat {
    /// `app-hsmeta.json`, from platform 2025.2 on.
    #[default]
    Component,
    /// `app.json`: a private app of the older formats.
    Private,
    /// `public-app.json`: a public app of the older formats, which uses OAuth.
    Public,
}

impl AppFormat {
    /// Where the redirect URLs stand; `None` = an app of this format has none.
    pub fn redirects(self) -> Option<&'static str> {
        match self {
            Self::Component => Some("/config/auth/redirectUrls"),
            Self::Public => Some("/auth/redirectUrls"),
            Self::Private => None,
        }
    }

    /// Where the lists of scopes stand by their keys, or, where there is one list only, that list.
    pub fn lists(self) -> &'static str {
        match self {
            Self::Component => "/config/auth",
            Self::Public => "/auth",
            Self::Private => "/scopes",
        }
    }
}

/// An app as its file declares it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProjectApp {
    /// Its key within the project.
    pub uid: Option<String>,
    /// What people call it, as written.
    pub name: Option<String>,
    /// The file, relative to the project, with `/`.
    pub file: String,
    /// The kind of that file.
    pub format: AppFormat,
    /// How it reaches accounts; `None` = not said, or not in words that are known.
    pub distribution: Option<Distribution>,
    /// How it gets its token; `None` = not known. An app without `auth` has no API access.
    pub auth: Option<Auth>,
    /// Tokens act for one user.
    pub user_level: bool,
    /// Its redirect URLs, as written.
    pub redirect_urls: Vec<String>,
    /// Its scopes by type, as written, doubled ones included.
    pub declared: Declared,
    /// Where its file says how it reaches accounts.
    pub distribution_place: Option<TextPlace>,
    /// Where its file says how it gets its token.
    pub auth_place: Option<TextPlace>,
    /// Its redirect URLs with their places, in the order of [`Self::redirect_urls`].
    pub redirects: Vec<TextPlace>,
    /// Every declared scope with its place, in the order of [`Self::declared`].
    pub scopes: Vec<ScopePlace>,
    /// The lists that its file has, or could have.
    pub lists: Vec<ScopeList>,
}
