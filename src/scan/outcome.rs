//! What a scan gives: the calls, what is left open, the least set of scopes, and how it stands to what is declared.

use std::collections::BTreeMap;

use super::need::FeatureNeed;
use super::resolve::{CallConfidence, ScanCall};
use super::superset::{self, Superset};
use crate::catalog::{Catalog, Scope, ScopeSet};
use crate::plan::{Declared, ScopeType};
use crate::solve::{Certificate, Requirement, certify, minimum};

/// A place that looks like a call of HubSpot and is not settled.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Open {
    /// Relative to the folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// The line, as it stands.
    pub text: String,
    /// What is not known.
    pub why: String,
}

/// What a scan gives.
#[derive(Debug)]
pub struct Scan {
    /// The calls, by file and line.
    pub calls: Vec<ScanCall>,
    /// What is left open.
    pub unresolved: Vec<Open>,
    /// Files that were looked at.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
}

/// The least set, and what is lacking and idle.
#[derive(Debug)]
pub struct Answer {
    /// The least set of scopes, `oauth` first.
    pub required: Vec<&'static str>,
    /// Scope → places of the calls that need it.
    pub reasons: BTreeMap<&'static str, Vec<usize>>,
    /// Why the set is the least.
    pub certificate: Certificate,
    /// Needed by a call, declared nowhere.
    pub missing: Vec<&'static str>,
    /// Needed by a call, declared as optional or conditionally required only: scope, places of the calls.
    pub weak: BTreeMap<&'static str, Vec<usize>>,
    /// Declared, and needed by nothing that was found.
    pub unused: Vec<String>,
    /// The calls that the declared scopes do not allow, each with those of `missing` that mend it.
    pub not_allowed: BTreeMap<usize, Vec<&'static str>>,
    /// By call that does not say its record type: the narrowest scopes for the types that the project works with.
    pub supersets: BTreeMap<usize, Superset>,
}

impl Scan {
    /// The least set for the calls and features, held against what is declared.
    pub fn answer(&self, catalog: &'static Catalog, features: &[FeatureNeed], declared: Option<&Declared>) -> Answer {
        let of = |ways: &[Vec<&'static str>]| -> Option<Requirement> {
            let known = ways.iter().filter(|way| way.iter().all(|name| catalog.scope_id(name).is_some()));
            let sets: Vec<ScopeSet> = known.map(|way| catalog.set_of(way.iter().copied())).collect();
            (!sets.is_empty()).then(|| Requirement::any_of(sets))
        };
        let is_settled = |call: &&ScanCall| call.confidence != CallConfidence::ObjectUnknown && !call.not_for_apps;
        let mut needs: Vec<(String, Requirement)> = Vec::new();
        let mut of_call: Vec<(usize, Requirement)> = Vec::new();
        for (place, call) in self.calls.iter().enumerate() {
            let own = Some(call)
                .filter(|call| call.each.is_empty())
                .filter(is_settled)
                .and_then(|call| of(&call.requirement));
            let name = format!("{} {} ({}:{})", call.method, call.path, call.file, call.line);
            for requirement in own.into_iter().chain(call.each.iter().filter_map(|ways| of(ways))) {
                if !needs.iter().any(|(_, known)| *known == requirement) {
                    needs.push((name.clone(), requirement.clone()));
                }
                of_call.push((place, requirement));
            }
        }
        needs.extend(features.iter().filter_map(|feature| Some((feature.of.clone(), of(&feature.ways)?))));
        let requirements: Vec<Requirement> = needs.iter().map(|(_, requirement)| requirement.clone()).collect();
        let least = minimum(catalog, &requirements, ScopeSet::EMPTY);
        let certificate = certify(catalog, "always", &needs, ScopeSet::EMPTY, &least);
        let names = |set: &ScopeSet| -> Vec<&'static str> {
            let mut names: Vec<&'static str> = set.iter().map(|id| catalog.scope(id).name).collect();
            names.sort_by_key(|name| (*name != Scope::OAUTH, *name));
            names
        };
        let mut reasons: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
        for (place, requirement) in &of_call {
            if let Some(way) = requirement.alternatives().iter().find(|way| way.is_subset(&least.set)) {
                for name in names(way) {
                    reasons.entry(name).or_default().push(*place);
                }
            }
        }
        let held = Held::of(catalog, declared);
        let lacking: Vec<&(usize, Requirement)> =
            of_call.iter().filter(|(_, need)| !need.is_satisfied_by(&held.all)).collect();
        let wanted: Vec<Requirement> = lacking.iter().map(|(_, need)| need.clone()).collect();
        let mended = minimum(catalog, &wanted, held.all).set;
        let missing = mended.difference(&held.all);
        let mut not_allowed: BTreeMap<usize, Vec<&'static str>> = BTreeMap::new();
        for (place, need) in lacking.iter().filter(|_| declared.is_some()) {
            let own = not_allowed.entry(*place).or_default();
            let way = need.alternatives().iter().find(|way| way.is_subset(&mended));
            own.extend(way.map(|way| names(&way.difference(&held.all))).unwrap_or_default());
            own.sort_unstable();
            own.dedup();
        }
        let used = superset::used(catalog, &self.calls, features, declared);
        let supersets = superset::each(catalog, &self.calls, &used);
        let missing = names(&missing).into_iter().filter(|name| *name != Scope::OAUTH).collect();
        let mut weak: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
        for (place, need) in
            of_call.iter().filter(|(_, need)| need.is_satisfied_by(&held.all) && !need.is_satisfied_by(&held.required))
        {
            let way = need.alternatives().iter().find(|way| way.is_subset(&held.all));
            for name in way.map(|way| names(&way.difference(&held.required))).unwrap_or_default() {
                weak.entry(name).or_default().push(*place);
            }
        }
        Answer {
            required: names(&least.set),
            reasons,
            certificate,
            missing: if declared.is_some() { missing } else { Vec::new() },
            weak,
            unused: declared.map(|declared| self.unused(declared, &requirements, catalog, &held)).unwrap_or_default(),
            not_allowed,
            supersets,
        }
    }

    /// Declared scopes that serve nothing: in no way that is declared whole, and in none of a call whose object is open.
    /// Of a name that is not known nobody can say what it serves.
    fn unused(&self, declared: &Declared, needs: &[Requirement], catalog: &Catalog, held: &Held) -> Vec<String> {
        let open: Vec<&str> = self
            .calls
            .iter()
            .filter(|call| call.confidence == CallConfidence::ObjectUnknown)
            .flat_map(|call| call.requirement.iter().flatten().copied())
            .collect();
        let serves = |name: &str| {
            let Some(id) = catalog.scope_id(name) else { return true };
            needs.iter().flat_map(Requirement::alternatives).any(|way| way.contains(id) && way.is_subset(&held.all))
                || open.contains(&name)
        };
        let mut unused: Vec<String> = declared
            .iter()
            .map(|(name, _)| name.to_owned())
            .filter(|name| name != Scope::OAUTH && !serves(name))
            .collect();
        unused.sort();
        unused.dedup();
        unused
    }
}

struct Held {
    all: ScopeSet,
    required: ScopeSet,
}

impl Held {
    fn of(catalog: &Catalog, declared: Option<&Declared>) -> Self {
        let oauth: ScopeSet = [catalog.oauth()].into_iter().collect();
        let Some(declared) = declared else { return Self { all: oauth, required: oauth } };
        let of = |only: Option<ScopeType>| {
            catalog
                .set_of(declared.iter().filter(|(_, kind)| only.is_none_or(|only| only == *kind)).map(|(name, _)| name))
        };
        Self { all: of(None).union(&oauth), required: of(Some(ScopeType::Required)).union(&oauth) }
    }
}
