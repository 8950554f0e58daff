//! The app's side of an install: what of it decides who may install, apart from its scopes.

use crate::plan::{Auth, Distribution};

/// How the app is offered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offered {
    /// Its name, for HubSpot's sentences.
    pub name: Option<String>,
    /// How it reaches accounts; `None` = not known, as of a link alone.
    pub distribution: Option<Distribution>,
    /// How it gets its token.
    pub auth: Auth,
    /// Its tokens act for one user.
    pub user_level: bool,
    /// It is listed in HubSpot's marketplace.
    pub listed: bool,
    /// How many accounts have it installed already.
    pub installs: u64,
    /// Whether the installing account is on its allow list; `None` = not known.
    pub allow_listed: Option<bool>,
    /// Whether its developer has signed the acceptable use policy; `None` = not known, and not held against it.
    pub aup_signed: Option<bool>,
}

impl Offered {
    /// Whether no scope of it can be left out of a grant: a static-auth app gets its required scopes, and nothing else.
    pub(super) fn gets_all_or_none(&self) -> bool {
        self.auth == Auth::Static
    }
}
