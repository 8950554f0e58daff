//! Names in HubSpot's answers, which are not always those that an app can ask for.

use crate::catalog::{Catalog, Scope, Selectable, Status};

/// How far a chain of replacements is followed.
const MOST: usize = 3;

/// The scopes that an app can ask for in the place of `name`: without `.v2`, without names inside HubSpot, with successors
/// for what is retired. None = no app can.
pub fn selectable(catalog: &'static Catalog, name: &str) -> Vec<&'static str> {
    replaced(catalog, name, MOST)
}

fn replaced(catalog: &'static Catalog, name: &str, more: usize) -> Vec<&'static str> {
    if let Some(plain) = name.strip_suffix(".v2").filter(|plain| catalog.scope_id(plain).is_some()) {
        return replaced(catalog, plain, more);
    }
    let Some(scope) = catalog.scope_named(name) else { return Vec::new() };
    if can_be_asked_for(scope) {
        return vec![scope.name];
    }
    if more == 0 {
        return Vec::new();
    }
    scope.replaced_by.iter().flat_map(|name| replaced(catalog, name, more - 1)).collect()
}

fn can_be_asked_for(scope: &Scope) -> bool {
    matches!(scope.status, Status::Current | Status::Legacy)
        && matches!(scope.selectable, Selectable::AccountLevel | Selectable::AppObjectsOnly | Selectable::Unknown)
}

/// What an app asks for where HubSpot's answer says `name`. A name with dots that no fact knows is taken as it stands: the
/// answer is HubSpot's, and newer than the facts.
pub(super) fn resolve(catalog: &'static Catalog, name: &str) -> Vec<String> {
    let own = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
    if catalog.scope_id(name.trim_end_matches(".v2")).is_some() {
        return own(selectable(catalog, name));
    }
    if let Some(internal) = catalog.internal_name(name) {
        return own(internal.scopes.clone());
    }
    if name.contains('.') { vec![name.to_owned()] } else { Vec::new() }
}

/// What is to be known of a name that an app cannot simply ask for.
pub(super) fn about_name(catalog: &'static Catalog, name: &str) -> Option<String> {
    if catalog.scope_id(name.trim_end_matches(".v2")).is_none() {
        return Some(match catalog.internal_name(name) {
            Some(internal) => format!(
                "{name} is HubSpot's own name for what an app asks for as {} ({}).",
                internal.scopes.join(", "),
                internal.confidence.as_str()
            ),
            None if name.contains('.') => {
                format!("{name} is in no HubSpot source that is known here; it is taken as it stands.")
            }
            None => format!("{name} is a name inside HubSpot; which scope stands for it is not known."),
        });
    }
    let instead = selectable(catalog, name);
    match &instead[..] {
        [same] if *same == name => None,
        [] => Some(format!("{name} is no scope that an app of this kind can ask for.")),
        names => Some(format!("{name} is not what an app asks for: that is {}.", names.join(", "))),
    }
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

    #[test]
    fn names_of_an_answer_are_mapped_or_taken_as_they_stand_and_never_guessed() {
        let of = |name| resolve(Catalog::embedded(), name);
        assert_eq!(of("automation-access"), ["automation"]);
        assert_eq!(of("crm.objects.owners.read"), ["crm.objects.owners.read"]);
        assert_eq!(of("crm.objects.something_new.read"), ["crm.objects.something_new.read"]);
        assert!(of("some-inner-access").is_empty());
        let about = |name| about_name(Catalog::embedded(), name).unwrap_or_default();
        assert!(about("some-inner-access").contains("not known") && about("automation-access").contains("automation"));
        assert!(about("crm.objects.owners.read").is_empty());
    }
}
