//! What the specifications list for an operation, by public names and version by version, and the list that counts.

use super::reading::{Found, Lists, Reading, Ways};
use super::{narrow, versions};
use crate::catalog::operation::Operation;
use crate::catalog::operation::shape::{self, Side};
use crate::catalog::rows::{Effect, Override, Part};
use crate::catalog::{Confidence, Object};

impl Reading<'_> {
    /// The ways of `operation` on `this` object and, for associations, the `other`.
    pub(super) fn found(self, operation: &Operation, this: Option<&Object>, other: Option<&Object>) -> Found {
        let ends: Vec<Side> = operation.object_holes().map(|(_, side)| side).collect();
        if let Some(at) = operation.legacy {
            let in_body = self.index.overrides.get(at).is_some_and(|entry| entry.object_in_body);
            let object_unknown = in_body || (ends.contains(&Side::This) && this.is_none());
            return Found { object_unknown, ..Found::default() };
        }
        let lacks_other = ends.contains(&Side::Other) && other.is_none();
        if let Some(mut found) = self.narrow(operation) {
            if let Some(other) = other.filter(|_| operation.object.is_some()) {
                found = narrow::both(&found, &self.record_scopes(other, operation.is_read()));
            }
            found.object_unknown = lacks_other && operation.object.is_some();
            return found;
        }
        let lists = self.generic(operation);
        let is_stated = operation.listed(&self.index.requirements).iter().any(|(_, listed)| listed.key);
        if lists.is_empty() && (is_stated || this.is_none()) {
            let nothing = if is_stated { Ways::new() } else { Ways::from([(Vec::new(), Confidence::Documented)]) };
            return Found { object_unknown: ends.contains(&Side::This) && !is_stated, ..Found::of(nothing) };
        }
        match this {
            Some(this) => {
                let first = self.narrowed(operation, &lists, this);
                let mut found = match other {
                    Some(other) => narrow::both(&first, &self.narrowed(operation, &lists, other)),
                    None => first,
                };
                found.object_unknown = lacks_other;
                found
            }
            // One list for all objects says nothing of need, also where the path has no place for an object.
            None => {
                let found = match other {
                    Some(other) => self.narrowed(operation, &lists, other),
                    None => narrow::of_any_object(operation, &lists),
                };
                Found { object_unknown: true, ..found }
            }
        }
    }

    /// The ways of `lists` that are about `object`.
    fn narrowed(self, operation: &Operation, lists: &Lists, object: &Object) -> Found {
        let reads = operation.is_read();
        if operation.is_about_schemas() {
            return narrow::schema_scopes(self, lists, object, reads);
        }
        let own = self.record_scopes(object, reads);
        let of_list = |ways: &Ways| -> Ways {
            let listed = own.ways.iter().filter(|(way, _)| ways.contains_key(*way));
            listed.map(|(way, confidence)| (way.clone(), *confidence)).collect()
        };
        // A list that lacks the object is older than its scopes, or was made for other operations.
        let narrowed = lists.iter().map(|(version, ways)| (*version, of_list(ways)));
        let narrowed: Lists = narrowed.filter(|(_, ways)| !ways.is_empty()).collect();
        if narrowed.is_empty() {
            return own.at_most(Confidence::Inferred);
        }
        let mut found = versions::agreed(&narrowed);
        self.add_successors(&mut found.ways, object, Part::Records, reads);
        found
    }

    /// The ways that lists about this very operation give, if there are any.
    pub(super) fn narrow(self, operation: &Operation) -> Option<Found> {
        let lists = Some(self.lists(operation, false, false)).filter(|lists| !lists.is_empty());
        let lists = lists.unwrap_or_else(|| self.lists(operation, false, true));
        if lists.is_empty() {
            return None;
        }
        let mut found = versions::agreed(&lists);
        if let Some(object) = operation.object.and_then(|plural| self.catalog.objects().resolve(plural)) {
            let part = if operation.is_about_schemas() { Part::Definition } else { Part::Records };
            self.add_successors(&mut found.ways, object, part, operation.is_read());
            found.apart.retain(|way, _| !found.ways.contains_key(way));
        }
        Some(found)
    }

    /// The lists for all objects, of this operation or of the one for all objects beside it.
    fn generic(self, operation: &Operation) -> Lists {
        let of = |operation: &Operation| {
            let plain = self.lists(operation, true, false);
            if plain.is_empty() { self.lists(operation, true, true) } else { plain }
        };
        let own = of(operation);
        if !own.is_empty() || operation.object.is_none() {
            return own;
        }
        let beside = shape::generic(&operation.shape);
        self.index.at_shape(operation.method, &beside).map(of).unwrap_or_default()
    }

    /// What the versions list, those that are betas or those that are none: for all objects, or for this operation alone.
    fn lists(self, operation: &Operation, generic: bool, beta: bool) -> Lists {
        let either = self.index.overrides_of(operation, operation.object).find(|entry| entry.effect == Effect::Either);
        let mut lists = Lists::new();
        for (version, listed) in operation.listed(&self.index.requirements) {
            if listed.generic != generic || listed.any_of.is_empty() || version.ends_with("-beta") != beta {
                continue;
            }
            let ways = lists.entry(version).or_default();
            for (way, confidence) in listed.any_of.iter().flat_map(|way| apart(way, either)) {
                let (way, named) = self.public(way, operation.is_read());
                ways.insert(way, confidence.min(named));
            }
        }
        lists
    }

    /// The way by the names that apps ask for, where they are known.
    fn public(self, way: Vec<&'static str>, reads: bool) -> (Vec<&'static str>, Confidence) {
        let mut confidence = Confidence::Documented;
        let mut public: Vec<&'static str> = Vec::with_capacity(way.len());
        for name in way {
            match self.catalog.internal_name(name) {
                Some(row) => {
                    public.extend(row.scopes_for(reads));
                    confidence = confidence.min(row.confidence);
                }
                None => public.push(name),
            }
        }
        public.sort_unstable();
        public.dedup();
        (public, confidence)
    }
}

/// The way as it is written, or, where it holds a scope that is meant instead of the others, both of them.
fn apart(way: &[&'static str], either: Option<&Override>) -> Vec<(Vec<&'static str>, Confidence)> {
    let name = either.and_then(|entry| entry.any_of.first()?.all_of.first().copied());
    let (Some(place), Some(entry)) = (way.iter().position(|listed| Some(*listed) == name), either) else {
        return vec![(way.to_vec(), Confidence::Documented)];
    };
    if way.len() == 1 {
        return vec![(way.to_vec(), Confidence::Documented)];
    }
    let mut rest = way.to_vec();
    let alone = rest.remove(place);
    vec![(rest, entry.confidence), (vec![alone], entry.confidence)]
}
