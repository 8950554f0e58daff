//! Names in HubSpot's answers, which are not always those that an app can ask for.

use crate::catalog::{Catalog, Scope, Selectable, Status};

/// How far a chain of replacements is followed.
const MOST: usize = 3;

/// The scopes that an app can ask for in the place of `name`: without `.v2`, without names inside HubSpot, with successors
/// for what is retired. None = no app can.
pub fn selectable(catalog: &'static Catalog, name: &str) -> Vec<&'static str> {
    resolve(catalog, name, MOST)
}

fn resolve(catalog: &'static Catalog, name: &str, more: usize) -> Vec<&'static str> {
    if let Some(plain) = name.strip_suffix(".v2").filter(|plain| catalog.scope_id(plain).is_some()) {
        return resolve(catalog, plain, more);
    }
    let Some(scope) = catalog.scope_named(name) else { return Vec::new() };
    if can_be_asked_for(scope) {
        return vec![scope.name];
    }
    if more == 0 {
        return Vec::new();
    }
    scope.replaced_by.iter().flat_map(|name| resolve(catalog, name, more - 1)).collect()
}

fn can_be_asked_for(scope: &Scope) -> bool {
    matches!(scope.status, Status::Current | Status::Legacy)
        && matches!(scope.selectable, Selectable::AccountLevel | Selectable::AppObjectsOnly | Selectable::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_app_can_ask_for_leads_to_what_it_can() {
        let of = |name| selectable(Catalog::embedded(), name);
        assert_eq!(of("crm.objects.deals.sensitive.read.v2"), ["crm.objects.deals.sensitive.read"]);
        assert_eq!(of("crm.lists.read"), ["crm.lists.read"]);
        assert!(of("contacts").contains(&"crm.objects.contacts.read"));
        assert!(of("crm.objects.emails.read").is_empty() && of("nothing").is_empty());
    }
}
