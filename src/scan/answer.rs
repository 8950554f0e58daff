//! What the calls of a scan need: the least set of scopes, and how it stands to what is declared.
//!
//! Owns the comparison. It solves nothing by itself: `solve` gives the least set and its certificate.

use std::collections::BTreeMap;

use super::need::FeatureNeed;
use super::outcome::Scan;
use super::resolve::{CallConfidence, ScanCall};
use super::superset::{self, Superset};
use crate::catalog::{Catalog, Scope, ScopeSet};
use crate::plan::{Declared, ScopeType};
use crate::solve::{Certificate, Requirement, certify, minimum};

/// Whose calls count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose<'a> {
    /// All that were found.
    All,
    /// Those of the folder that was scanned, without those of projects inside of it.
    Own,
    /// Those of the project in this folder.
    Project(&'a str),
}

impl Whose<'_> {
    fn counts(self, call: &ScanCall) -> bool {
        match self {
            Self::All => true,
            Self::Own => call.project.is_none(),
            Self::Project(name) => call.project.as_deref() == Some(name),
        }
    }
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
    /// The calls that the declared scopes allow by a way that is not taken only, each with that way.
    pub doubtful: BTreeMap<usize, Vec<&'static str>>,
    /// By call that does not say its record type: the narrowest scopes for the types that the project works with.
    pub supersets: BTreeMap<usize, Superset>,
}

impl Scan {
    /// The least set for the folder's own calls and the features, held against what is declared.
    pub fn answer(&self, catalog: &'static Catalog, features: &[FeatureNeed], declared: Option<&Declared>) -> Answer {
        self.answer_for(catalog, Whose::Own, features, declared)
    }

    /// The least set for some of the calls and the features, held against what is declared.
    pub fn answer_for(
        &self,
        catalog: &'static Catalog,
        whose: Whose<'_>,
        features: &[FeatureNeed],
        declared: Option<&Declared>,
    ) -> Answer {
        let needs = Needs::of(catalog, &self.calls, whose, features);
        let requirements: Vec<Requirement> = needs.named.iter().map(|(_, requirement)| requirement.clone()).collect();
        let least = minimum(catalog, &requirements, ScopeSet::EMPTY);
        let certificate = certify(catalog, "always", &needs.named, ScopeSet::EMPTY, &least);
        let held = Held::of(catalog, declared);
        let lack = if declared.is_some() { needs.lack(catalog, &self.calls, &held) } else { Lack::default() };
        let used = superset::used(catalog, &self.calls, features, declared);
        Answer {
            required: names(catalog, &least.set),
            reasons: needs.reasons(catalog, &least.set),
            certificate,
            missing: lack.missing,
            weak: needs.weak(catalog, &held),
            unused: declared
                .filter(|_| self.is_whole)
                .map(|declared| self.unused(declared, &requirements, catalog, (whose, &held, &lack.not_allowed)))
                .unwrap_or_default(),
            not_allowed: lack.not_allowed,
            doubtful: lack.doubtful,
            supersets: superset::each(catalog, &self.calls, &used),
        }
    }

    /// Declared scopes that serve nothing: in no way that is declared whole, and in none of a call whose object is open.
    /// Of a name that is not known nobody can say what it serves.
    fn unused(
        &self,
        declared: &Declared,
        needs: &[Requirement],
        catalog: &Catalog,
        (whose, held, lacking): (Whose<'_>, &Held, &BTreeMap<usize, Vec<&'static str>>),
    ) -> Vec<String> {
        let own = || self.calls.iter().filter(|call| whose.counts(call));
        let open: Vec<&str> = own()
            .filter(|call| call.confidence == CallConfidence::ObjectUnknown)
            .flat_map(|call| call.requirement.iter().flatten().copied())
            .collect();
        let of_calls = own().flat_map(|call| [&call.accepted, &call.doubtful, &call.candidates]);
        // A call that lacks one of its scopes uses the others all the same.
        let lacking = lacking.keys().map(|place| &self.calls[*place]);
        let of_lacking = lacking.flat_map(|call| std::iter::once(&call.requirement).chain(&call.each));
        let kept: Vec<&str> = of_calls.chain(of_lacking).flatten().flatten().copied().collect();
        let serves = |name: &str| {
            let Some(id) = catalog.scope_id(name) else { return true };
            needs.iter().flat_map(Requirement::alternatives).any(|way| way.contains(id) && way.is_subset(&held.all))
                || open.contains(&name)
                || kept.contains(&name)
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

impl Answer {
    /// Takes in what another app of the same folder lacks and has to spare: each was held against its own calls.
    pub fn take_lack(&mut self, other: &Self) {
        self.missing.extend(&other.missing);
        self.missing.sort_unstable();
        self.missing.dedup();
        self.unused.extend(other.unused.iter().cloned());
        self.unused.sort_unstable();
        self.unused.dedup();
        self.not_allowed.extend(other.not_allowed.iter().map(|(place, lacking)| (*place, lacking.clone())));
        self.doubtful.extend(other.doubtful.iter().map(|(place, held)| (*place, held.clone())));
        for (scope, places) in &other.weak {
            self.weak.entry(scope).or_default().extend(places);
        }
    }
}

/// What calls and features require.
struct Needs {
    /// Each requirement once, with the name of what has it.
    named: Vec<(String, Requirement)>,
    /// By call, each of its requirements.
    of_call: Vec<(usize, Requirement)>,
}

/// What the declared scopes do not allow.
#[derive(Default)]
struct Lack {
    missing: Vec<&'static str>,
    not_allowed: BTreeMap<usize, Vec<&'static str>>,
    doubtful: BTreeMap<usize, Vec<&'static str>>,
}

impl Needs {
    fn of(catalog: &'static Catalog, calls: &[ScanCall], whose: Whose<'_>, features: &[FeatureNeed]) -> Self {
        let mut needs = Self { named: Vec::new(), of_call: Vec::new() };
        for (place, call) in calls.iter().enumerate().filter(|(_, call)| whose.counts(call)) {
            let name = format!("{} {} ({}:{})", call.method, call.path, call.file, call.line);
            for requirement in requirements_of(catalog, call) {
                if !needs.named.iter().any(|(_, known)| *known == requirement) {
                    needs.named.push((name.clone(), requirement.clone()));
                }
                needs.of_call.push((place, requirement));
            }
        }
        let of_features = features.iter().filter_map(|each| Some((each.of.clone(), any_of(catalog, &each.ways)?)));
        needs.named.extend(of_features);
        needs
    }

    /// By scope of the least set, the calls that need it.
    fn reasons(&self, catalog: &'static Catalog, least: &ScopeSet) -> BTreeMap<&'static str, Vec<usize>> {
        let mut reasons: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
        for (place, need) in &self.of_call {
            if let Some(way) = way_in(need, least) {
                for name in names(catalog, way) {
                    reasons.entry(name).or_default().push(*place);
                }
            }
        }
        reasons
    }

    /// What has to be added to what is held, and which call wants which of it.
    fn lack(&self, catalog: &'static Catalog, calls: &[ScanCall], held: &Held) -> Lack {
        let is_held = |way: &&Vec<&'static str>| held.holds(catalog, way);
        let open = self.of_call.iter().filter(|(_, need)| !need.is_satisfied_by(&held.all));
        let mut doubtful: BTreeMap<usize, Vec<&'static str>> = BTreeMap::new();
        let mut lacking: Vec<&(usize, Requirement)> = Vec::new();
        for need in open {
            let call = &calls[need.0];
            let uncertain = call.doubtful.iter().chain(&call.candidates).find(is_held);
            match uncertain.filter(|_| call.each.is_empty()) {
                _ if call.each.is_empty() && call.accepted.iter().any(|way| is_held(&way)) => {}
                Some(way) => {
                    doubtful.insert(need.0, way.clone());
                }
                None => lacking.push(need),
            }
        }
        let wanted: Vec<Requirement> = lacking.iter().map(|(_, need)| need.clone()).collect();
        let mended = minimum(catalog, &wanted, held.all).set;
        let mut not_allowed: BTreeMap<usize, Vec<&'static str>> = BTreeMap::new();
        for (place, need) in lacking {
            let own = not_allowed.entry(*place).or_default();
            let way = way_in(need, &mended);
            own.extend(way.map(|way| names(catalog, &way.difference(&held.all))).unwrap_or_default());
            own.sort_unstable();
            own.dedup();
        }
        let missing = names(catalog, &mended.difference(&held.all));
        Lack { missing: missing.into_iter().filter(|name| *name != Scope::OAUTH).collect(), not_allowed, doubtful }
    }

    /// By scope that is not declared as required, the calls that an account may come without.
    fn weak(&self, catalog: &'static Catalog, held: &Held) -> BTreeMap<&'static str, Vec<usize>> {
        let mut weak: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
        for (place, need) in self.of_call.iter().filter(|(_, need)| !need.is_satisfied_by(&held.required)) {
            let way = way_in(need, &held.all).map(|way| names(catalog, &way.difference(&held.required)));
            for name in way.unwrap_or_default() {
                weak.entry(name).or_default().push(*place);
            }
        }
        weak
    }
}

/// What the call requires, where that is settled: its own requirement, or that of each record type it touches.
fn requirements_of(catalog: &Catalog, call: &ScanCall) -> Vec<Requirement> {
    let is_settled = call.confidence != CallConfidence::ObjectUnknown && !call.not_for_apps;
    let own = (call.each.is_empty() && is_settled).then_some(&call.requirement);
    own.into_iter().chain(&call.each).filter_map(|ways| any_of(catalog, ways)).collect()
}

/// One of the ways whose scopes are all known.
fn any_of(catalog: &Catalog, ways: &[Vec<&'static str>]) -> Option<Requirement> {
    let known = ways.iter().filter(|way| way.iter().all(|name| catalog.scope_id(name).is_some()));
    let sets: Vec<ScopeSet> = known.map(|way| catalog.set_of(way.iter().copied())).collect();
    (!sets.is_empty()).then(|| Requirement::any_of(sets))
}

/// The first way that lies in the set.
fn way_in<'a>(need: &'a Requirement, set: &ScopeSet) -> Option<&'a ScopeSet> {
    need.alternatives().iter().find(|way| way.is_subset(set))
}

/// The names of the set, `oauth` first.
fn names(catalog: &'static Catalog, set: &ScopeSet) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = set.iter().map(|id| catalog.scope(id).name).collect();
    names.sort_by_key(|name| (*name != Scope::OAUTH, *name));
    names
}

/// What is declared, and `oauth`.
struct Held {
    all: ScopeSet,
    required: ScopeSet,
}

impl Held {
    /// Whether all of `way` is held, required or not.
    fn holds(&self, catalog: &Catalog, way: &[&'static str]) -> bool {
        !way.is_empty() && way.iter().all(|name| catalog.scope_id(name).is_some_and(|id| self.all.contains(id)))
    }

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
