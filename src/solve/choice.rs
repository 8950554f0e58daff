//! Which of the ways to be allowed one call asks for least.

use super::{Cost, Requirement, minimum};
use crate::catalog::{Catalog, Scope, ScopeSet, Way};

/// The least of the ways to be allowed a call.
pub struct Choice {
    /// Its scopes in catalog order; `oauth`, which every app has, only where the call asks for it alone.
    pub names: Vec<&'static str>,
    /// The next best way, and the count by which it costs more; `None` = only the names tell the two apart.
    pub before: Option<(Vec<&'static str>, Option<&'static str>)>,
}

/// The least of `ways`; `None` where there is none whose scopes are all known.
pub fn choose(catalog: &Catalog, ways: &[Way]) -> Option<Choice> {
    let requirement = requirement(catalog, ways)?;
    let set = minimum(catalog, std::slice::from_ref(&requirement), ScopeSet::EMPTY).set;
    let mut names = without_oauth(catalog, &set);
    if !requirement.is_satisfied_by(&catalog.set_of(names.iter().copied())) {
        names.insert(0, Scope::OAUTH);
    }
    let mine = Cost::of_set(catalog, &set);
    let others = requirement.alternatives().iter().filter(|way| !way.is_subset(&set));
    let next = others.min_by_key(|way| (Cost::of_set(catalog, way), way.iter().collect::<Vec<_>>()));
    let before = next.map(|way| (without_oauth(catalog, way), mine.is_less_by(Cost::of_set(catalog, way))));
    Some(Choice { names, before })
}

/// The fewest scopes that `held` lacks for one of `ways`.
pub fn lacking(catalog: &Catalog, ways: &[Way], held: &[&str]) -> Vec<&'static str> {
    let Some(requirement) = requirement(catalog, ways) else {
        // Names that the catalog lacks have no cost: the shortest way is as good as any.
        let of = |way: &Way| way.all_of.iter().copied().filter(|name| !held.contains(name)).collect::<Vec<_>>();
        return ways.iter().map(of).min_by_key(Vec::len).unwrap_or_default();
    };
    let held = catalog.set_of(held.iter().copied());
    without_oauth(catalog, &minimum(catalog, &[requirement], held).set.difference(&held))
}

/// The ways whose scopes are all in the catalog: a file of newer facts may name others.
fn requirement(catalog: &Catalog, ways: &[Way]) -> Option<Requirement> {
    let is_known = |way: &&Way| way.all_of.iter().all(|name| catalog.scope_id(name).is_some());
    let mut known = ways.iter().filter(is_known).peekable();
    known.peek()?;
    Some(Requirement::any_of(known.map(|way| catalog.set_of(way.all_of.iter().copied()))))
}

fn without_oauth(catalog: &Catalog, set: &ScopeSet) -> Vec<&'static str> {
    set.iter().filter(|id| *id != catalog.oauth()).map(|id| catalog.scope(id).name).collect()
}
