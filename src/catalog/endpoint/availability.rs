//! Who can hold the scopes of a way: any app, an app with a token of its own, the developer, or nobody yet.

use serde::Serialize;

use super::reading::Reading;
use crate::catalog::{Selectable, Status};

/// Who can make a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Availability {
    /// An installed app, with the scopes of its requirement.
    App,
    /// An app, with a token of client credentials that asks for the scope itself.
    ClientCredentials,
    /// The developer, with a developer key or internal scopes.
    Developer,
    /// An app, once HubSpot has published the name of its scope.
    Unpublished,
}

impl Availability {
    /// The word of an answer.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::ClientCredentials => "client-credentials",
            Self::Developer => "developer",
            Self::Unpublished => "unpublished",
        }
    }
}

/// Who can hold a scope; of a way, the one that fewest can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holder {
    App,
    UserLevel,
    ClientCredentials,
    Unpublished,
    Developer,
    Nobody,
}

impl Reading<'_> {
    /// Who can hold all of `names`.
    pub(super) fn holder(self, names: &[&str]) -> Holder {
        names.iter().map(|name| self.holder_of(name)).max().unwrap_or(Holder::App)
    }

    fn holder_of(self, name: &str) -> Holder {
        if ["developers-", "private-apps-"].iter().any(|prefix| name.starts_with(prefix)) {
            return Holder::Developer;
        }
        let Some(scope) = self.catalog.scope_named(name) else {
            // Newer facts may name scopes that the catalog lacks. A name with hyphens alone is one inside HubSpot.
            return if name.contains('-') && !name.contains('.') { Holder::Unpublished } else { Holder::App };
        };
        match (scope.status, scope.selectable) {
            (Status::Internal, Selectable::No) => Holder::Unpublished,
            (Status::Internal | Status::Retired | Status::Deprecated, _) | (_, Selectable::No) => Holder::Nobody,
            (_, Selectable::ClientCredentialsOnly) => Holder::ClientCredentials,
            (_, Selectable::UserLevelOnly) => Holder::UserLevel,
            (_, Selectable::AccountLevel | Selectable::AppObjectsOnly | Selectable::Unknown) => Holder::App,
        }
    }
}
