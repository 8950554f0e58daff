//! What a `security` block of a specification asks of an app.

use std::collections::{BTreeMap, BTreeSet};

/// From so many object types on, a list is the same for every object.
const GENERIC_SUBJECTS: usize = 5;

/// One entry: scheme → scopes.
pub(super) type Entry = BTreeMap<String, Vec<String>>;

/// One requirement as owned text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OwnedListed {
    pub(super) any_of: Vec<Vec<String>>,
    pub(super) key: bool,
    pub(super) generic: bool,
}

/// What a `security` block asks of an OAuth app; `None` for an acceptance test.
pub(super) fn listed(security: &[Entry]) -> Option<OwnedListed> {
    let mut ways: BTreeSet<Vec<String>> = BTreeSet::new();
    let mut key = false;
    for entry in security {
        let oauth = entry.iter().filter(|(scheme, _)| matches!(scheme.as_str(), "oauth2" | "oauth2_legacy"));
        let scopes: BTreeSet<String> = oauth.flat_map(|(_, scopes)| scopes).map(|name| config_name(name)).collect();
        key |= entry.contains_key("developer_hapikey");
        if !scopes.is_empty() {
            ways.insert(scopes.into_iter().collect());
        }
    }
    let listed_any = !ways.is_empty();
    ways.retain(|way| !way.iter().any(|scope| scope.starts_with("ACCEPTANCE_TEST")));
    if listed_any && ways.is_empty() {
        return None;
    }
    let user_level = vec![crate::catalog::Scope::OAUTH.to_owned()];
    if ways.len() > 1 {
        ways.remove(&user_level);
    }
    let subjects: BTreeSet<&str> = ways.iter().flatten().filter_map(|scope| subject(scope)).collect();
    let generic = subjects.len() >= GENERIC_SUBJECTS;
    Some(OwnedListed { any_of: ways.into_iter().collect(), key, generic })
}

fn config_name(name: &str) -> String {
    name.strip_suffix(".v2").unwrap_or(name).to_owned()
}

/// The object part of a scope name: `deals` of `crm.objects.deals.read`.
pub(super) fn subject(scope: &str) -> Option<&str> {
    let mut parts = scope.split('.');
    let crm = parts.next() == Some("crm");
    let family = matches!(parts.next(), Some("objects" | "schemas" | "pipelines"));
    parts.next().filter(|_| crm && family && parts.next().is_some())
}
