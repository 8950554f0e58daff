//! What an operation needs: from what specifications list, narrowed to the object, mended by what was observed.
//!
//! In order: the list that is about the object and no beta; else such a list of a beta; else the list for all objects,
//! narrowed. Of the lists of several versions, what satisfies all of them is taken: the careful reading. Then come the
//! entries of `overrides.json`, then what is doubtful, derived or for nobody is told apart.

use std::collections::BTreeSet;

use super::availability::{Availability, Holder};
use super::doubt::{Doubt, Doubtful, is_special, only_defines_beside, only_reads, only_reads_beside};
use super::matched::Match;
use super::reading::{Apart, Reading};
use crate::catalog::operation::Operation;
use crate::catalog::rows::{Effect, Override};
use crate::catalog::{Confidence, Object, Scope, Way};

/// What a call says beside its operation.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Asked<'a> {
    /// The object type that it is about.
    pub(super) this: Option<&'a Object>,
    /// The object type at the other end of an association.
    pub(super) other: Option<&'a Object>,
    /// One of them is a name that no standard object has.
    pub(super) by_name: bool,
}

impl<'a> Reading<'a> {
    /// All that `operation` needs for these objects; `version` is the one that the call names.
    pub(super) fn needs(self, operation: &'a Operation, asked: Asked<'a>, version: Option<&str>) -> Match<'a> {
        let Asked { this, other, by_name } = asked;
        let found = self.found(operation, this, other);
        let object = this.map(|object| object.plural);
        let entries: Vec<&Override> = match operation.legacy {
            Some(at) => self.index.overrides.get(at).into_iter().collect(),
            None => self.index.overrides_of(operation, object).filter(|entry| entry.any_of_fits(self, this)).collect(),
        };
        let mut overrides: Vec<&Override> = Vec::new();
        let mut apart = found.apart;
        let mut ways: Vec<Way> = found.ways.into_iter().map(|(way, confidence)| alternative(way, confidence)).collect();
        for entry in entries {
            if entry.effect == Effect::Replace {
                apart = Apart::new();
            }
            if let Some(changed) = self.changed(&ways, entry, this) {
                ways = changed;
                overrides.push(entry);
            }
        }
        let mut sorted = self.sorted(ways);
        let mut doubtful = self.doubts(operation, &mut sorted, &apart);
        let (mut accepted, inferred) = self.unsettled(&mut sorted.app, this);
        accepted.extend(specials(&mut sorted.app));
        self.split_apart(apart, version, &sorted.app, (&mut accepted, &mut doubtful));
        let mut candidates = inferred;
        let told: Vec<Way> =
            doubtful.iter().map(|doubtful| &doubtful.way).chain(&accepted).chain(&candidates).cloned().collect();
        candidates.extend(self.candidates(operation, &[&sorted.app[..], &told[..]].concat()));
        let availability = sorted.availability(self.with_key(operation));
        let mut matched = Match {
            operation,
            object: this,
            other,
            not_for_apps: availability == Availability::Developer,
            availability,
            requirement: sorted.app,
            accepted,
            user_level: sorted.user_level,
            token_request: sorted.client_credentials,
            internal: sorted.internal,
            doubtful,
            candidates,
            by_name,
            near: Vec::new(),
            object_unknown: found.object_unknown,
            confidence: Confidence::Documented,
            overrides,
        };
        matched.confidence = weakest(&matched);
        matched
    }

    fn with_key(self, operation: &Operation) -> bool {
        operation.listed(&self.index.requirements).iter().any(|(_, listed)| listed.key)
    }

    /// The ways by who can hold them.
    fn sorted(self, ways: Vec<Way>) -> Sorted {
        let mut sorted = Sorted::default();
        for way in ways {
            match self.holder(&way.all_of) {
                Holder::App => sorted.app.push(way),
                Holder::UserLevel => sorted.user_level.push(way),
                Holder::ClientCredentials => sorted.client_credentials.push(way),
                Holder::Unpublished => sorted.internal.extend(way.all_of),
                Holder::Developer => sorted.is_for_developers = true,
                Holder::Nobody => {}
            }
        }
        sorted.internal.sort_unstable();
        sorted.internal.dedup();
        sorted
    }

    /// Takes out of `sorted` what only reads where `operation` changes something and a writing way stands beside it, and what
    /// opens definitions only where the records are meant; also such a way that some versions alone list.
    fn doubts(self, operation: &Operation, sorted: &mut Sorted, apart: &Apart) -> Vec<Doubtful> {
        let kinds = [&sorted.app, &sorted.user_level, &sorted.client_credentials];
        let listed = kinds.into_iter().flatten().map(|way| way.all_of.clone());
        let all: Vec<Vec<&'static str>> = listed.chain(apart.keys().cloned()).collect();
        let is_of_definitions =
            operation.is_legacy() || operation.is_about_schemas() || operation.shape.contains(&"limits");
        let doubt = |way: &[&'static str]| match way {
            _ if !operation.is_read() && only_reads_beside(way, all.iter()) => Some(Doubt::ReadsOnly),
            _ if !is_of_definitions && only_defines_beside(way, all.iter()) => Some(Doubt::DefinitionOnly),
            _ => None,
        };
        let mut taken: Vec<Way> = Vec::new();
        for ways in [&mut sorted.app, &mut sorted.user_level, &mut sorted.client_credentials] {
            taken.extend(ways.extract_if(.., |way| doubt(&way.all_of).is_some()));
        }
        let by_some = apart.keys().filter(|way| doubt(way).is_some() && self.holder(way) <= Holder::UserLevel);
        taken.extend(by_some.map(|way| alternative(way.clone(), Confidence::Documented)));
        taken.into_iter().filter_map(|way| Some(Doubtful { why: doubt(&way.all_of)?, way })).collect()
    }

    /// What only some versions list: enough for a call that names one of them, else doubtful. A part of what is `required`
    /// is doubtful in every version: another one asks for more, and the answer cannot be both.
    fn split_apart(
        self,
        apart: Apart,
        version: Option<&str>,
        required: &[Way],
        (accepted, doubtful): (&mut Vec<Way>, &mut Vec<Doubtful>),
    ) {
        for (way, versions) in apart {
            let holder = self.holder(&way);
            if holder > Holder::UserLevel || doubtful.iter().any(|known| known.way.all_of == way) {
                continue;
            }
            let is_part = required.iter().any(|whole| is_part_of(&way, &whole.all_of));
            let way = alternative(way, Confidence::Documented);
            if holder == Holder::App && !is_part && version.is_some_and(|version| versions.contains(version)) {
                accepted.push(way);
            } else {
                doubtful.push(Doubtful { way, why: Doubt::SomeVersions(versions.into_iter().collect()) });
            }
        }
    }

    /// The ways as `entry` has them; `None` where it changes nothing that counts.
    fn changed(self, ways: &[Way], entry: &Override, object: Option<&Object>) -> Option<Vec<Way>> {
        let known = self.known(entry, object);
        let is_new = |way: &Way| !ways.iter().any(|old| old.all_of == way.all_of);
        match entry.effect {
            Effect::Replace | Effect::Legacy => Some(known),
            // Where the list has a reading way of the object's own, that is what is known.
            Effect::Add if ways.iter().any(|way| self.is_granular(way) && only_reads(&way.all_of)) => None,
            Effect::Add => {
                let more: Vec<Way> = known.into_iter().filter(is_new).collect();
                (!more.is_empty()).then(|| ways.iter().cloned().chain(more).collect())
            }
            Effect::Also => {
                let more = known.into_iter().flat_map(|way| way.all_of).collect::<Vec<_>>();
                let with = |way: &Way| {
                    let all: BTreeSet<&'static str> = way.all_of.iter().chain(&more).copied().collect();
                    alternative(all.into_iter().collect(), entry.confidence)
                };
                Some(ways.iter().map(with).collect())
            }
            // The lists were read so already; that one of two suffices is worth saying where the other one is a way.
            Effect::Either => entry.any_of.iter().any(|way| !is_new(way)).then(|| ways.to_vec()),
            Effect::Released => None,
        }
    }

    fn is_granular(self, way: &Way) -> bool {
        way.all_of.iter().any(|name| !self.catalog.scope_named(name).is_some_and(Scope::is_coarse))
    }

    /// The ways of `entry` on `object`; of a legacy call with the coarse scopes that open the object as well.
    fn known(self, entry: &Override, object: Option<&Object>) -> Vec<Way> {
        let mut known: Vec<Way> = Vec::new();
        for way in &entry.any_of {
            if let Some(all_of) = self.filled(&way.all_of, object) {
                known.push(Way { all_of, confidence: Some(way.confidence.unwrap_or(entry.confidence)) });
            }
        }
        let is_by_object = entry.any_of.iter().flat_map(|way| &way.all_of).any(|name| name.contains(SEGMENT));
        let coarse = object.and_then(|object| object.uses_scopes.as_ref()).map(|used| &used.or[..]).unwrap_or_default();
        if entry.effect == Effect::Legacy && is_by_object {
            known.extend(coarse.iter().map(|name| alternative(vec![*name], Confidence::Reported)));
        }
        known
    }

    /// The names with `{segment}` filled; `None` where the object has none, or nobody can have the scope.
    fn filled(self, names: &[&'static str], object: Option<&Object>) -> Option<Vec<&'static str>> {
        let fill = |name: &&'static str| {
            if !name.contains(SEGMENT) {
                return Some(*name);
            }
            let segment = object?.scope_segment?;
            let name = name.replace(SEGMENT, segment);
            let scope = self.catalog.scope_named(&name)?;
            (self.holder(&[scope.name]) <= Holder::UserLevel).then_some(scope.name)
        };
        names.iter().map(fill).collect()
    }
}

/// What an entry writes where the object's part of a scope name belongs.
const SEGMENT: &str = "{segment}";

/// Ways by who can hold them.
#[derive(Debug, Default)]
struct Sorted {
    app: Vec<Way>,
    user_level: Vec<Way>,
    client_credentials: Vec<Way>,
    /// Names inside HubSpot whose public names are not known.
    internal: Vec<&'static str>,
    is_for_developers: bool,
}

impl Sorted {
    fn availability(&self, with_key: bool) -> Availability {
        if !self.app.is_empty() || !self.user_level.is_empty() {
            Availability::App
        } else if !self.client_credentials.is_empty() {
            Availability::ClientCredentials
        } else if self.is_for_developers || with_key {
            Availability::Developer
        } else if !self.internal.is_empty() {
            Availability::Unpublished
        } else {
            Availability::App
        }
    }
}

/// Takes out of `ways` those for data of a special kind, where another one stands beside them: they are not chosen.
fn specials(ways: &mut Vec<Way>) -> Vec<Way> {
    if ways.iter().all(|way| is_special(&way.all_of)) {
        return Vec::new();
    }
    ways.extract_if(.., |way| is_special(&way.all_of)).collect()
}

/// Whether `whole` asks for all of `part`, and for more.
fn is_part_of(part: &[&str], whole: &[&str]) -> bool {
    part.len() < whole.len() && part.iter().all(|name| whole.contains(name))
}

/// How well the whole is known: as well as its weakest part.
fn weakest(found: &Match<'_>) -> Confidence {
    let parts = [&found.requirement, &found.accepted, &found.user_level, &found.token_request];
    let of_ways = parts.into_iter().flatten().map(|way| way.confidence.unwrap_or(Confidence::Inferred)).min();
    let of_entries = found.overrides.iter().filter(|entry| entry.effect != Effect::Add).map(|entry| entry.confidence);
    let of_nothing = match found.availability {
        Availability::Developer => Confidence::Documented,
        Availability::App | Availability::ClientCredentials | Availability::Unpublished => Confidence::Inferred,
    };
    let known = of_entries.chain([of_ways.unwrap_or(of_nothing)]).min().unwrap_or(Confidence::Inferred);
    if found.by_name { Confidence::Inferred } else { known }
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
