//! When an app needs something, and the scope type that follows.

use serde::{Deserialize, Serialize};

/// When the app needs a feature, call or scope.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// If the account has it; the app copes without.
    IfAvailable,
    /// Per link: a plan or a setting turns it on.
    PerLink,
    /// Always.
    #[default]
    Always,
}

impl When {
    /// From the strongest to the weakest.
    pub const ALL: [Self; 3] = [Self::Always, Self::PerLink, Self::IfAvailable];

    /// The words of the command line and of the plan file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::PerLink => "per-link",
            Self::IfAvailable => "if-available",
        }
    }

    /// What it means, in one line.
    pub fn summary(self) -> &'static str {
        match self {
            Self::Always => "every install has it",
            Self::PerLink => "only links that ask for it have it",
            Self::IfAvailable => "left out where the account lacks it",
        }
    }

    /// The next one in turn, as a key steps through them.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Always => Self::PerLink,
            Self::PerLink => Self::IfAvailable,
            Self::IfAvailable => Self::Always,
        }
    }

    /// The one that `text` names.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|when| when.as_str() == text)
    }

    /// The scope type that follows from it.
    pub fn scope_type(self) -> ScopeType {
        match self {
            Self::Always => ScopeType::Required,
            Self::PerLink => ScopeType::ConditionallyRequired,
            Self::IfAvailable => ScopeType::Optional,
        }
    }
}

/// The three kinds of scope in an app's settings. Later = stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum ScopeType {
    /// May be granted: only in `optional_scope`.
    #[serde(rename = "optional")]
    Optional,
    /// Demanded by some links: only in `scope`, where a link wants it.
    #[serde(rename = "conditional")]
    ConditionallyRequired,
    /// Demanded by every link: always in `scope`.
    #[serde(rename = "required")]
    Required,
}

impl ScopeType {
    /// From the strongest to the weakest.
    pub const ALL: [Self; 3] = [Self::Required, Self::ConditionallyRequired, Self::Optional];

    /// The short word of JSON and the plan file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::ConditionallyRequired => "conditional",
            Self::Optional => "optional",
        }
    }

    /// HubSpot's words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::ConditionallyRequired => "conditionally required",
            Self::Optional => "optional",
        }
    }

    /// The *when* that leads to it.
    pub fn when(self) -> When {
        match self {
            Self::Required => When::Always,
            Self::ConditionallyRequired => When::PerLink,
            Self::Optional => When::IfAvailable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_when_gives_the_strongest_type() {
        assert_eq!(When::ALL.into_iter().max(), Some(When::Always));
        for when in When::ALL {
            assert_eq!(when.scope_type().when(), when);
            assert_eq!(When::parse(when.as_str()), Some(when));
        }
        assert!(ScopeType::Required > ScopeType::ConditionallyRequired);
        assert!(ScopeType::ConditionallyRequired > ScopeType::Optional);
    }
}
