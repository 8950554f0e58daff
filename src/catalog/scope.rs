//! OAuth scopes: what one is, who may ask for it, what became of it.

use super::rows::{Confidence, Scope, Status};

/// The place of a scope in the catalog; the key of [`super::ScopeSet`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeId(pub(super) u16);

impl ScopeId {
    /// The place as an index into [`super::Catalog::scopes`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl Status {
    /// The word that the user reads.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Legacy => "legacy",
            Self::Deprecated => "deprecated",
            Self::Retired => "retired",
            Self::Internal => "internal",
        }
    }
}

impl Scope {
    /// How well it is known that it is legacy, and what takes its place.
    pub fn legacy_confidence(&self) -> Confidence {
        self.legacy_confidence.unwrap_or(self.confidence)
    }

    /// The scope that HubSpot adds to every OAuth app.
    pub const OAUTH: &'static str = "oauth";

    /// Whether holding it lets an app change something, judged by its name; coarse scopes open reading and writing alike.
    pub fn can_change(&self) -> bool {
        const VERBS: [&str; 7] = ["write", "delete", "publish", "send", "create", "edit", "merge"];
        let last_word = self.name.rsplit(['.', '_', '-']).next().unwrap_or_default();
        VERBS.contains(&last_word) || self.is_coarse()
    }

    /// Whether it opens a whole area of HubSpot, to read and to write, under one word.
    pub fn is_coarse(&self) -> bool {
        self.status == Status::Legacy
            || !(self.name == Self::OAUTH || self.name.contains('.') || self.name.ends_with("read"))
    }

    /// How well its tier is known.
    pub fn tier_confidence(&self) -> Confidence {
        self.tier_confidence.unwrap_or(self.confidence)
    }

    /// Whether it opens records (`crm.objects.…`).
    pub fn is_record_scope(&self) -> bool {
        self.name.starts_with("crm.objects.")
    }

    /// Whether the subscription of the account matters; a tier that is not known counts as one.
    pub fn is_tier_bound(&self) -> bool {
        self.tier.as_ref().is_none_or(|tier| !tier.is_any())
    }
}
