//! User permissions of an account, and which of them a scope asks of the person who installs.
//!
//! Most rows are inferred and say so; what follows from one is decided above.

use std::collections::HashMap;

use super::rows::{Grant, InstallerRule, Permission, PermissionsFile};

/// All that is known of installers.
#[derive(Debug)]
pub struct Permissions {
    all: Vec<Permission>,
    scopes: Vec<Grant>,
    rules: Vec<InstallerRule>,
    not_known: Vec<&'static str>,
    by_scope: HashMap<&'static str, usize>,
    by_id: HashMap<&'static str, usize>,
}

impl Permissions {
    /// The right to install apps at all.
    pub const MARKETPLACE_ACCESS: &'static str = "marketplace_access";

    /// The role that holds every permission.
    pub const SUPER_ADMIN: &'static str = "super_admin";

    pub(super) fn of_file(mut file: PermissionsFile) -> Self {
        let full =
            |key: &'static str| file.sources.iter().find(|(short, _)| *short == key).map_or(key, |(_, text)| text);
        file.permissions.iter_mut().for_each(|row| row.source = full(row.source));
        file.scopes.iter_mut().for_each(|row| row.source = full(row.source));
        file.rules.iter_mut().for_each(|row| row.source = full(row.source));
        Self {
            by_scope: file.scopes.iter().enumerate().map(|(place, row)| (row.scope, place)).collect(),
            by_id: file.permissions.iter().enumerate().map(|(place, row)| (row.id, place)).collect(),
            all: file.permissions,
            scopes: file.scopes,
            rules: file.rules,
            not_known: file.not_known,
        }
    }

    /// All permissions, area by area.
    pub fn all(&self) -> &[Permission] {
        &self.all
    }

    /// The permission with this id.
    pub fn get(&self, id: &str) -> Option<&Permission> {
        self.by_id.get(id).map(|place| &self.all[*place])
    }

    /// The place of the permission in [`Permissions::all`].
    pub fn place(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The permission that `text` names: its id, its name or what the install page calls it; case and signs do not matter.
    pub fn named(&self, text: &str) -> Option<&Permission> {
        let wanted = fold(text);
        self.all.iter().find(|row| row.names().any(|name| fold(name) == wanted))
    }

    /// What `scope` asks of the installer; `None` where nothing is known.
    pub fn of_scope(&self, scope: &str) -> Option<&Grant> {
        self.by_scope.get(scope).map(|place| &self.scopes[*place])
    }

    /// What every known scope asks, `oauth` first.
    pub fn grants(&self) -> &[Grant] {
        &self.scopes
    }

    /// The rule with this key; empty text for an unknown key does not occur, a test forbids it.
    pub fn rule(&self, id: &str) -> Option<&InstallerRule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Scopes that apps can ask for and of whose permissions nothing was found.
    pub fn not_known(&self) -> &[&'static str] {
        &self.not_known
    }
}

impl Permission {
    /// Every name that it goes by, its id first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.id, self.name].into_iter().chain(self.install_page_name).chain(self.aliases.iter().copied())
    }

    /// Where it comes from.
    pub fn source(&self) -> &'static str {
        self.source
    }
}

impl Grant {
    /// Where it comes from.
    pub fn source(&self) -> &'static str {
        self.source
    }
}

impl InstallerRule {
    /// Where it comes from.
    pub fn source(&self) -> &'static str {
        self.source
    }
}

fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use crate::catalog::{Catalog, Permissions};

    #[test]
    fn a_permission_is_found_by_id_by_name_and_as_the_install_page_calls_it() {
        let permissions = Catalog::embedded().permissions();
        let id = |text: &str| permissions.named(text).map(|row| row.id);
        assert_eq!(id("workflows-edit"), Some("workflows_edit"));
        assert_eq!(id("Workflows > Edit"), Some("workflows_edit"));
        assert_eq!(id("forms > publish"), Some("forms_publish"));
        assert_eq!(id("nothing of the kind"), None);
    }

    #[test]
    fn a_permission_that_was_renamed_is_found_by_both_names() {
        let permissions = Catalog::embedded().permissions();
        for text in ["HubSpot Marketplace access", "App Marketplace access", "marketplace-access"] {
            assert_eq!(permissions.named(text).map(|row| row.id), Some(Permissions::MARKETPLACE_ACCESS), "{text}");
        }
        assert_eq!(permissions.get(Permissions::MARKETPLACE_ACCESS).unwrap().name, "HubSpot Marketplace access");
    }

    #[test]
    fn every_row_leads_somewhere() {
        let catalog = Catalog::embedded();
        let permissions = catalog.permissions();
        for grant in permissions.grants() {
            assert!(catalog.scope_id(grant.scope).is_some(), "{}", grant.scope);
            assert!(grant.needs.iter().all(|id| permissions.get(id).is_some()), "{}", grant.scope);
            assert!(grant.needs.is_empty() == (grant.scope == "oauth"), "{}", grant.scope);
            assert!(!grant.source().is_empty() && !permissions.not_known().contains(&grant.scope));
        }
        for id in [Permissions::MARKETPLACE_ACCESS, Permissions::SUPER_ADMIN] {
            assert!(permissions.get(id).is_some_and(|row| row.source().len() > 5), "{id}");
        }
        let ids: std::collections::BTreeSet<_> = permissions.all().iter().map(|row| row.id).collect();
        assert_eq!(ids.len(), permissions.all().len());
        assert!(permissions.not_known().iter().all(|name| catalog.scope_id(name).is_some()));
    }

    #[test]
    fn the_scopes_know_the_same_super_admins() {
        let catalog = Catalog::embedded();
        for scope in catalog.scopes() {
            let grant = catalog.permissions().of_scope(scope.name);
            let here = grant.filter(|grant| grant.super_admin).map(|grant| grant.confidence);
            assert_eq!(here, scope.super_admin, "{}", scope.name);
        }
    }
}
