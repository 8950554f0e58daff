//! What an operation needs: from what specifications list, narrowed to the object, mended by what was observed.
//!
//! In order: the list that is about the object and no beta; else such a list of a beta; else the list for all objects,
//! narrowed. Lists of several versions are united, but a way that another version asks for together with more is not
//! taken as enough: the careful reading. Then come the entries of `overrides.json`, then the scopes that nobody can have.

use std::collections::BTreeSet;

use super::matched::Match;
use super::reading::{Found, Reading, Ways};
use super::{narrow, split, versions};
use crate::catalog::operation::Operation;
use crate::catalog::operation::shape::{self, Side};
use crate::catalog::rows::{Effect, Listed, Override};
use crate::catalog::{Confidence, Object, Selectable, Status, Way};

impl<'a> Reading<'a> {
    /// All that `operation` needs on `this` object and, for associations, the `other`.
    pub(super) fn needs(
        self,
        operation: &'a Operation,
        this: Option<&'a Object>,
        other: Option<&'a Object>,
    ) -> Match<'a> {
        let found = self.found(operation, this, other);
        let not_for_apps = self.is_for_developers(operation);
        let object = this.map(|object| object.plural);
        let mut overrides: Vec<&Override> = match operation.legacy {
            Some(at) => self.index.overrides.get(at).into_iter().collect(),
            None => self.index.overrides_of(operation, object).filter(|entry| entry.any_of_fits(self, this)).collect(),
        };
        let mut confidence = found.confidence;
        let mut ways: Vec<Way> = found.ways.into_iter().map(|way| alternative(way, found.confidence)).collect();
        for entry in &overrides {
            if entry.effect != Effect::Either {
                ways = self.changed(ways, entry, this);
                confidence = entry.confidence;
            }
        }
        let is_stated = !ways.is_empty();
        let (mut requirement, user_level) = self.selectable(ways);
        split::successors(self.catalog, operation, &mut requirement);
        // That one of two suffices is worth saying only where the other one is among the ways.
        let is_among = |name: &&str| requirement.iter().any(|way| way.all_of.contains(name));
        overrides.retain(|entry| {
            entry.effect != Effect::Either || entry.any_of.iter().flat_map(|way| &way.all_of).any(is_among)
        });
        let nobody = is_stated && requirement.is_empty() && user_level.is_empty();
        Match {
            operation,
            object: this,
            other,
            not_for_apps: not_for_apps || nobody,
            requirement,
            user_level,
            object_unknown: found.object_unknown,
            confidence,
            overrides,
        }
    }

    fn found(self, operation: &Operation, this: Option<&Object>, other: Option<&Object>) -> Found {
        let ends: Vec<Side> = operation.object_holes().map(|(_, side)| side).collect();
        if let Some(at) = operation.legacy {
            let in_body = self.index.overrides.get(at).is_some_and(|entry| entry.object_in_body);
            let object_unknown = in_body || (ends.contains(&Side::This) && this.is_none());
            return Found { object_unknown, ..Found::documented(Ways::new()) };
        }
        let lacks_other = ends.contains(&Side::Other) && other.is_none();
        if let Some(ways) = self.narrow(operation) {
            let mut found = Found::documented(ways);
            if let Some(other) = other.filter(|_| operation.object.is_some()) {
                found = narrow::both(&found, &self.record_scopes(other, operation.is_read()));
            }
            found.object_unknown = lacks_other && operation.object.is_some();
            return found;
        }
        let list = self.generic(operation);
        let is_stated = operation.listed(&self.index.requirements).iter().any(|(_, listed)| listed.key);
        if list.is_empty() && (is_stated || this.is_none()) {
            let nothing = if is_stated { Ways::new() } else { Ways::from([Vec::new()]) };
            return Found { object_unknown: ends.contains(&Side::This) && !is_stated, ..Found::documented(nothing) };
        }
        match this {
            Some(this) => {
                let first = self.narrowed(operation, &list, this);
                let mut found = match other {
                    Some(other) => narrow::both(&first, &self.narrowed(operation, &list, other)),
                    None => first,
                };
                found.object_unknown = lacks_other;
                found
            }
            // One list for all objects says nothing of need, also where the path has no place for an object.
            None => {
                let found = match other {
                    Some(other) => self.narrowed(operation, &list, other),
                    None => Found::documented(narrow::of_any_object(operation, list)),
                };
                Found { object_unknown: true, ..found }
            }
        }
    }

    fn narrowed(self, operation: &Operation, list: &Ways, object: &Object) -> Found {
        if operation.is_about_schemas() {
            narrow::schema_scopes(self, list, object, operation.is_read())
        } else {
            let found = self.record_scopes(object, operation.is_read());
            let is_listed = !found.ways.is_empty() && found.ways.iter().all(|way| list.contains(way));
            if is_listed { Found::documented(found.ways) } else { found }
        }
    }

    /// The ways that lists about this very operation give, if there are any.
    pub(super) fn narrow(self, operation: &Operation) -> Option<Ways> {
        let listed = operation.listed(&self.index.requirements);
        let about = |beta: bool| -> Vec<(&'static str, &Listed<'static>)> {
            let fits = |(version, listed): &(&str, &Listed)| {
                !listed.generic && !listed.any_of.is_empty() && version.ends_with("-beta") == beta
            };
            listed.iter().copied().filter(fits).collect()
        };
        let chosen = Some(about(false)).filter(|rows| !rows.is_empty()).unwrap_or_else(|| about(true));
        let either = self.index.overrides_of(operation, operation.object).find(|entry| entry.effect == Effect::Either);
        let either = either.and_then(|entry| entry.any_of.first()?.all_of.first().copied());
        (!chosen.is_empty()).then(|| versions::united(&chosen, either))
    }

    /// The ways of the lists for all objects, of this operation or of the one for all objects beside it.
    fn generic(self, operation: &Operation) -> Ways {
        let of = |operation: &Operation| -> Ways {
            let rows = operation.listed(&self.index.requirements);
            rows.iter().filter(|(_, listed)| listed.generic).flat_map(|(_, listed)| listed.any_of.clone()).collect()
        };
        let own = of(operation);
        if !own.is_empty() || operation.object.is_none() {
            return own;
        }
        let beside = shape::generic(&operation.shape);
        self.index.at_shape(operation.method, &beside).map(of).unwrap_or_default()
    }

    /// Whether every version asks for a developer key, or for scopes of developers.
    fn is_for_developers(self, operation: &Operation) -> bool {
        let listed = operation.listed(&self.index.requirements);
        let with_key = listed.iter().any(|(_, listed)| listed.key);
        let is_usable = |way: &Vec<&'static str>| way.iter().all(|name| self.is_selectable(name));
        with_key && !listed.iter().any(|(_, listed)| listed.any_of.iter().any(is_usable))
    }

    /// Whether an installed app can have the scope; a name that is not in the catalog is not judged.
    pub(super) fn is_selectable(self, name: &str) -> bool {
        let internal = ["developers-", "private-apps-"].iter().any(|prefix| name.starts_with(prefix));
        let selectable = self.catalog.scope_named(name).is_none_or(|scope| {
            !matches!(scope.status, Status::Internal | Status::Retired | Status::Deprecated)
                && !matches!(scope.selectable, Selectable::No | Selectable::ClientCredentialsOnly)
        });
        selectable && !internal
    }

    /// The ways that any app can have, and those for user-level apps.
    fn selectable(self, ways: Vec<Way>) -> (Vec<Way>, Vec<Way>) {
        let can = |way: &Way| way.all_of.iter().all(|name| self.is_selectable(name));
        let for_users = |way: &Way| {
            let of = |name: &&str| self.catalog.scope_named(name).map(|scope| scope.selectable);
            way.all_of.iter().any(|name| of(name) == Some(Selectable::UserLevelOnly))
        };
        ways.into_iter().filter(can).partition(|way| !for_users(way))
    }

    fn changed(self, ways: Vec<Way>, entry: &Override, object: Option<&Object>) -> Vec<Way> {
        let mut known: Vec<Way> = Vec::new();
        for way in &entry.any_of {
            if let Some(all_of) = self.filled(&way.all_of, object) {
                known.push(Way { all_of, confidence: way.confidence.or(Some(entry.confidence)) });
            }
        }
        match entry.effect {
            Effect::Replace | Effect::Legacy => known,
            Effect::Add => {
                known.retain(|way| !ways.iter().any(|old| old.all_of == way.all_of));
                ways.into_iter().chain(known).collect()
            }
            Effect::Also => {
                let more = known.into_iter().flat_map(|way| way.all_of).collect::<Vec<_>>();
                let with = |way: Way| {
                    let all: BTreeSet<&'static str> = way.all_of.into_iter().chain(more.iter().copied()).collect();
                    alternative(all.into_iter().collect(), entry.confidence)
                };
                ways.into_iter().map(with).collect()
            }
            Effect::Either | Effect::Released => ways,
        }
    }

    /// The names with `{segment}` filled; `None` where the object has none, or nobody can have the scope.
    fn filled(self, names: &[&'static str], object: Option<&Object>) -> Option<Vec<&'static str>> {
        let fill = |name: &&'static str| {
            if !name.contains("{segment}") {
                return Some(*name);
            }
            let segment = object?.scope_segment?;
            let name = name.replace("{segment}", segment);
            self.catalog.scope_named(&name).map(|scope| scope.name).filter(|name| self.is_selectable(name))
        };
        names.iter().map(fill).collect()
    }
}

impl Override {
    /// Whether at least one way of it can be had on `object`; an entry without one changes nothing.
    fn any_of_fits(&self, reading: Reading<'_>, object: Option<&Object>) -> bool {
        self.any_of.iter().any(|way| reading.filled(&way.all_of, object).is_some())
    }
}

fn alternative(all_of: Vec<&'static str>, confidence: Confidence) -> Way {
    Way { all_of, confidence: Some(confidence) }
}
