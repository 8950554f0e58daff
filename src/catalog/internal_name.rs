//! HubSpot's internal names of permissions, and the scopes that apps ask for in their place.
//!
//! Specifications and answers name them where the public name is meant. A name without a row here stands for a scope
//! whose public name is not known.

use super::rows::InternalName;

impl InternalName {
    /// The scopes that it stands for on a call that reads, or on one that changes something.
    pub fn scopes_for(&self, reads: bool) -> Vec<&'static str> {
        let fits = |name: &&'static str| name.ends_with("read") == reads;
        let fitting: Vec<&'static str> = self.scopes.iter().copied().filter(fits).collect();
        if fitting.is_empty() { self.scopes.clone() } else { fitting }
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog::Catalog;

    #[test]
    fn an_internal_name_leads_to_the_scope_that_apps_ask_for() {
        let catalog = Catalog::embedded();
        assert_eq!(catalog.internal_name("automation-access").unwrap().scopes, ["automation"]);
        assert_eq!(catalog.internal_name("payment-links-read"), None);
        let snapshots = catalog.internal_name("webhooks-journal-snapshot-management").unwrap();
        assert_eq!(snapshots.scopes_for(true), ["developer.webhooks_journal.snapshots.read"]);
        assert_eq!(snapshots.scopes_for(false), ["developer.webhooks_journal.snapshots.write"]);
    }

    #[test]
    fn the_rows_are_sorted_and_name_scopes_of_the_catalog() {
        let catalog = Catalog::embedded();
        let rows = catalog.internal_names();
        assert!(rows.is_sorted_by(|a, b| a.name < b.name));
        for row in rows {
            assert!(!row.scopes.is_empty() && !row.source.is_empty() && row.date.starts_with("20"), "{}", row.name);
            assert!(row.scopes.iter().all(|name| catalog.scope_id(name).is_some()), "{}", row.name);
        }
    }
}
