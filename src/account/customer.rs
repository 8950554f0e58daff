//! The account that installs: its subscription and its own switches.

use std::collections::BTreeSet;

use crate::catalog::{Account, Level};

/// App Governance: whether the account's Super Admins approve apps and their scopes first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Governance {
    /// Every app may ask.
    #[default]
    Off,
    /// Only approved apps, and only these scopes of theirs; none = the app is not approved.
    On {
        /// The approved scopes.
        approved: BTreeSet<String>,
    },
}

/// The account that installs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Its tier in each hub, and its add-ons.
    pub tiers: Account,
    /// Whether it has sensitive data turned on.
    pub sensitive_data: bool,
    /// Its App Governance.
    pub governance: Governance,
}

impl Default for Customer {
    /// A free account as HubSpot opens it: developers' own accounts have every tier and give false confidence.
    fn default() -> Self {
        Self { tiers: Account::on(Level::Free), sensitive_data: false, governance: Governance::Off }
    }
}
