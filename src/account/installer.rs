//! The person who installs: a Super Admin, a user with HubSpot Marketplace access, or neither.

use std::collections::BTreeSet;

use serde::Serialize;

/// The role that decides what a user can grant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Holds every permission.
    #[default]
    SuperAdmin,
    /// May install apps whose scopes the user's own permissions cover.
    MarketplaceAccess,
    /// May not install.
    None,
}

impl Role {
    /// From the most to the least.
    pub const ALL: [Self; 3] = [Self::SuperAdmin, Self::MarketplaceAccess, Self::None];

    /// The word of the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SuperAdmin => "super-admin",
            Self::MarketplaceAccess => "marketplace-access",
            Self::None => "none",
        }
    }

    /// In words.
    pub fn describe(self) -> &'static str {
        match self {
            Self::SuperAdmin => "a Super Admin",
            Self::MarketplaceAccess => "a user with HubSpot Marketplace access",
            Self::None => "a user without HubSpot Marketplace access",
        }
    }
}

/// The person who installs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Installer {
    /// The role.
    pub role: Role,
    /// Ids of the permissions that the user lacks; all others are taken to be held.
    pub lacks: BTreeSet<&'static str>,
}
