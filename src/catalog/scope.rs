//! OAuth scopes: what one is, who may ask for it, what became of it.

use super::eras;
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

    /// In what state the split of a coarse scope is, in sentences; none of a scope that is not being split.
    pub fn split_state(&self) -> Vec<String> {
        if self.status != Status::Legacy {
            return Vec::new();
        }
        let confidence = self.legacy_confidence().as_str();
        if self.replaced_by.is_empty() {
            return vec![format!(
                "It is called a scope of yesterday ({confidence}); no source names what takes its place, so keep it."
            )];
        }
        let part =
            if self.partly_replaced { " They take over a part of it: other calls take this name alone." } else { "" };
        vec![
            format!("HubSpot has been splitting coarse scopes into granular ones since {}.", eras::SPLITTING),
            format!("Its successors, as far as they are known ({confidence}): {}.{part}", self.replaced_by.join(", ")),
            "HubSpot sets a rollout date for each app, shows it there, and makes the change on that day unless the app made \
             it before. Installed accounts keep their access."
                .to_owned(),
            "Until then calls, errors and tokens may report either name, this one or its successors.".to_owned(),
        ]
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

#[cfg(test)]
mod tests {
    use crate::catalog::{Catalog, Status};

    #[test]
    fn a_scope_that_is_being_split_says_since_when_into_what_and_how_well_that_is_known() {
        let catalog = Catalog::embedded();
        for scope in catalog.scopes() {
            let state = scope.split_state().join(" ");
            let is_split = scope.status == Status::Legacy && !scope.replaced_by.is_empty();
            assert_eq!(state.contains("2026-09-08"), is_split, "{}", scope.name);
            if is_split {
                assert!(scope.replaced_by.iter().all(|name| state.contains(name)), "{state}");
                assert!(state.contains(scope.legacy_confidence().as_str()), "{state}");
                assert!(state.contains("rollout date for each app") && state.contains("either name"), "{state}");
            }
        }
        let content = catalog.scope_named("content").unwrap().split_state().join(" ");
        assert!(content.contains("a part of it"), "{content}");
        assert_eq!(catalog.scope_named("crm.objects.contacts.read").unwrap().split_state(), Vec::<String>::new());
    }
}
