//! What is to be said of the names of `--scopes` themselves: those that no app can ask for open nothing.

use crate::catalog::{Catalog, Status};
use crate::prose::first_of;

/// So many of the scopes that took the place of one are named.
const MOST: usize = 4;

/// The names that are no scopes of today, each once.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Held<'a> {
    /// In no list.
    pub(super) unknown: Vec<&'a str>,
    /// Gone, or a spelling that another name has taken over.
    pub(super) retired: Vec<&'a str>,
    /// Names inside HubSpot.
    pub(super) internal: Vec<&'a str>,
}

impl<'a> Held<'a> {
    /// What of `names` is to be told.
    pub(super) fn of(catalog: &Catalog, names: &[&'a str]) -> Self {
        let mut held = Self::default();
        for name in names {
            let kind = match catalog.scope_named(name).map(|scope| scope.status) {
                Some(Status::Current | Status::Legacy) => continue,
                Some(Status::Retired | Status::Deprecated) => &mut held.retired,
                Some(Status::Internal) => &mut held.internal,
                None if catalog.internal_name(name).is_some() => &mut held.internal,
                None => &mut held.unknown,
            };
            if !kind.contains(name) {
                kind.push(name);
            }
        }
        held
    }

    /// One sentence a name.
    pub(super) fn lines(&self, catalog: &Catalog) -> Vec<String> {
        let retired = |name: &&str| {
            let after = catalog.scope_named(name).map_or(&[][..], |scope| scope.replaced_by);
            let instead =
                if after.is_empty() { String::new() } else { format!("; instead: {}", first_of(after, MOST)) };
            format!("the scope {name} is retired, and opens nothing{instead}")
        };
        let internal = |name: &&str| format!("{name} is a name inside HubSpot, which no app can ask for");
        let unknown = self.unknown.iter().map(|name| format!("there is no scope {name} in the catalog"));
        unknown.chain(self.retired.iter().map(retired)).chain(self.internal.iter().map(internal)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scope_that_no_app_can_ask_for_is_told_and_those_of_today_are_not() {
        let catalog = Catalog::embedded();
        for scope in catalog.scopes() {
            let held = Held::of(catalog, &[scope.name, scope.name]);
            let told = held.lines(catalog);
            let is_of_today = matches!(scope.status, Status::Current | Status::Legacy);
            assert_eq!(told.len(), usize::from(!is_of_today), "{}: {told:?}", scope.name);
            assert!(told.iter().all(|line| line.contains(scope.name)), "{told:?}");
        }
    }

    #[test]
    fn a_retired_name_a_name_inside_hubspot_and_no_name_are_told_apart() {
        let catalog = Catalog::embedded();
        let held = Held::of(catalog, &["contacts", "no.such.scope", "crm.objects.deals.read"]);
        assert_eq!((held.retired, held.unknown), (vec!["contacts"], vec!["no.such.scope"]));
    }
}
