//! Who can fix what is wrong: the one that has to act.

use serde::{Deserialize, Serialize};

/// The acting party. What others can do stands in the words of the fix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize)]
pub enum WhoFixes {
    /// Who makes the app: its code, its settings, its links.
    #[default]
    #[serde(rename = "developer")]
    Developer,
    /// Who runs the account that installs it: subscription, permissions, approvals.
    #[serde(rename = "account admin")]
    AccountAdmin,
    /// HubSpot itself.
    HubSpot,
}
