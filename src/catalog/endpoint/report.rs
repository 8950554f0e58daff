//! What an import changes: against the facts that the program carries.

use std::collections::BTreeSet;

use super::import::Imported;
use crate::catalog::Catalog;
use crate::catalog::operation::Operation;
use crate::catalog::rows::EndpointsFile;

/// What an import gave, and how it differs.
#[derive(Debug)]
pub struct ImportReport {
    /// Operations; versions of one are one.
    pub operations: usize,
    /// Different lists of scopes.
    pub requirements: usize,
    /// Operations that the other facts lack.
    pub new: Vec<String>,
    /// Operations that only the other facts have.
    pub gone: Vec<String>,
    /// Scopes that the catalog does not know.
    pub unknown_scopes: Vec<String>,
    /// Operations that state no scope and no key in at least one version.
    pub without_scope: Vec<String>,
}

impl ImportReport {
    /// Compares `imported` with the operations that are known.
    pub fn compare(imported: &Imported, catalog: &Catalog, known: &[Operation]) -> serde_json::Result<Self> {
        let facts: EndpointsFile = serde_json::from_str(&imported.text)?;
        let name =
            |id: String, object: Option<&str>| object.map_or_else(|| id.clone(), |object| format!("{id} ({object})"));
        let ours: BTreeSet<String> =
            facts.operations.iter().map(|row| name(format!("{} {}", row.method, row.path), row.object)).collect();
        let theirs: BTreeSet<String> = known
            .iter()
            .filter(|operation| !operation.is_legacy())
            .map(|operation| name(operation.id(), operation.object))
            .collect();
        let scopes: BTreeSet<&str> =
            facts.requirements.iter().flat_map(|listed| &listed.any_of).flatten().copied().collect();
        let unknown = scopes.into_iter().filter(|scope| catalog.scope_id(scope).is_none());
        let states_none = |at: &usize| facts.requirements.get(*at).is_some_and(|one| one.any_of.is_empty() && !one.key);
        let without =
            facts.operations.iter().filter(|row| row.seen.values().flat_map(|v| v.values()).flatten().any(states_none));
        Ok(Self {
            operations: facts.operations.len(),
            requirements: facts.requirements.len(),
            new: ours.difference(&theirs).cloned().collect(),
            gone: theirs.difference(&ours).cloned().collect(),
            unknown_scopes: unknown.map(str::to_owned).collect(),
            without_scope: without.map(|row| name(format!("{} {}", row.method, row.path), row.object)).collect(),
        })
    }
}
