//! What a gate of an install is, and what it can say.

use serde::Serialize;

use crate::catalog::{Catalog, Confidence, WhoFixes};

/// Where an install can be stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Gate {
    /// HubSpot refuses the link itself.
    Link,
    /// The account's subscription.
    Tier,
    /// The installer's permissions.
    Permission,
    /// Sensitive data.
    Sensitive,
    /// The account's App Governance.
    Governance,
    /// How the app is offered.
    Distribution,
}

impl Gate {
    /// The word of JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Tier => "tier",
            Self::Permission => "permission",
            Self::Sensitive => "sensitive",
            Self::Governance => "governance",
            Self::Distribution => "distribution",
        }
    }
}

/// One reason why an install is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Where it is stopped.
    pub gate: Gate,
    /// The scope that causes it; `None` = the app or the installer as a whole.
    pub scope: Option<String>,
    /// What is wrong, in a sentence.
    pub why: String,
    /// The sentence that HubSpot shows, where it is known.
    pub hubspot_says: Option<String>,
    /// Who can mend it.
    pub who_fixes: WhoFixes,
    /// What to do.
    pub fix: String,
    /// How well the rule behind it is known.
    pub confidence: Confidence,
}

/// What a gate says.
pub(super) enum Judged {
    /// It lets through.
    Pass,
    /// It refuses.
    Refuse(Box<Refusal>),
    /// No fact settles it, and why.
    Open(String),
}

/// The sentence with its hole filled, where there is one.
pub(super) fn says(catalog: &Catalog, id: &str, hole: &str, value: &str) -> Option<String> {
    Some(catalog.messages().says(id, hole, value)).filter(|text| !text.is_empty())
}
