//! OAuth scopes: what one is, who may ask for it, what became of it.

use serde::Serialize;

use super::{Confidence, Tier, eras};

/// The place of a scope in the catalog; the key of [`super::ScopeSet`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeId(pub(super) u16);

impl ScopeId {
    /// The place as an index into [`super::Catalog::scopes`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Where a scope stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In use.
    Current,
    /// Works, but HubSpot is replacing it.
    Legacy,
    /// A spelling that another name has taken over.
    Deprecated,
    /// Gone: a link that carries it is refused.
    Retired,
    /// A name inside HubSpot, never offered to apps.
    Internal,
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

/// Who may ask for a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Selectable {
    /// Any app.
    AccountLevel,
    /// User-level apps only.
    UserLevelOnly,
    /// Apps with app objects; the name is a pattern to fill in.
    AppObjectsOnly,
    /// Only a client-credentials token request, never a link.
    ClientCredentialsOnly,
    /// No source says.
    Unknown,
    /// No app.
    No,
}

/// How sensitive the data behind a scope is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sensitivity {
    /// Ordinary data.
    #[default]
    Normal,
    /// Properties marked sensitive.
    Sensitive,
    /// Properties marked highly sensitive.
    HighlySensitive,
}

/// Whether a user-level app may declare the scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UserLevel {
    /// HubSpot accepts it.
    Accepted,
    /// HubSpot rejects it at deploy.
    Rejected,
}

/// One scope and all that is known of it.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Scope {
    /// The exact name, as it stands in a link.
    pub name: &'static str,
    /// What it opens, in one line.
    pub summary: &'static str,
    /// The family it is listed under.
    pub group: &'static str,
    /// Where it stands in its life.
    pub status: Status,
    /// How well it is known that it is legacy and what takes its place, where that is known less well than the row.
    pub(super) legacy_confidence: Option<Confidence>,
    /// What sources differ in about its being legacy.
    pub legacy_hint: Option<&'static str>,
    /// Who may ask for it.
    pub selectable: Selectable,
    /// How well this row is known.
    pub confidence: Confidence,
    /// The subscription it needs; `None` = not known.
    pub tier: Option<Tier>,
    /// How well the tier is known, where that differs from the row.
    pub(super) tier_confidence: Option<Confidence>,
    /// The names that replace it.
    pub replaced_by: &'static [&'static str],
    /// They do not take over all of it: some calls still take this name alone.
    pub partly_replaced: bool,
    /// It is met in code and stands in no source of HubSpot's.
    pub in_no_source: bool,
    /// How sensitive its data is.
    pub sensitivity: Sensitivity,
    /// Scopes that its documented wording includes.
    pub implies: &'static [&'static str],
    /// Whether user-level apps may have it; `None` = not known.
    pub user_level: Option<UserLevel>,
    /// Set where only a Super Admin is known to grant it, with how well that is known.
    pub super_admin: Option<Confidence>,
    /// The name holds `{fqn}` to fill in.
    pub pattern: bool,
    /// What another source says of the tier, where it differs: the API specification, an article.
    pub tier_hint: Option<&'static str>,
    /// That no call is known to take it, and how that is known: it can be granted, and opens nothing.
    pub opens_nothing: Option<&'static str>,
    /// What else is worth knowing.
    pub note: Option<&'static str>,
    /// The name occurs in HubSpot's API specifications.
    pub in_specs: bool,
    /// Sources, as keys of the catalog's source table or as text.
    pub sources: &'static [&'static str],
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
