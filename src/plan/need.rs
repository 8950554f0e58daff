//! What the chosen things ask for on a day, before anything is solved.
//!
//! Owns the step from a choice to its requirement. What cannot become one is named in the findings.

use super::reason::LOCKED_BY_SETUP;
use super::{Cause, ChosenCall, Plan, Reason, Selection, When};
use super::{call_findings, findings};
use crate::catalog::{
    Alternative, Availability, Call, Catalog, Confidence, Date, DatedRequirement, Feature, Scope, ScopeSet, eras,
};
use crate::diagnostic::Diagnostic;
use crate::solve::{Requirement, choose};

/// One way to satisfy a need.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub(super) names: Vec<&'static str>,
    pub(super) set: ScopeSet,
    pub(super) confidence: Confidence,
}

/// A need that the solver decides.
#[derive(Debug, Clone)]
pub(super) struct Need {
    pub(super) cause: Cause,
    pub(super) when: When,
    pub(super) locked: Option<&'static str>,
    pub(super) file: Option<String>,
    pub(super) ways: Vec<Way>,
}

impl Need {
    /// What the solver takes.
    pub(super) fn requirement(&self) -> Requirement {
        Requirement::any_of(self.ways.iter().map(|way| way.set))
    }

    /// The way that a set of scopes serves: the first that it holds whole.
    pub(super) fn served_by(&self, held: &ScopeSet) -> Option<usize> {
        self.ways.iter().position(|way| way.set.is_subset(held))
    }

    /// The reason that it gives to `name`, a scope of `way`.
    pub(super) fn reason(&self, way: &Way, name: &str) -> Reason {
        Reason {
            cause: self.cause.clone(),
            when: self.when,
            locked: self.locked.filter(|_| name != Scope::OAUTH),
            confidence: way.confidence,
            file: self.file.clone(),
        }
    }
}

/// All that a plan asks for.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Needs with more than one way, or that other needs may share.
    pub(super) needs: Vec<Need>,
    /// Scopes whose names are made from the app's own objects: there is nothing to decide.
    pub(super) given: Vec<(String, Reason)>,
    /// Scopes of a token request.
    pub(super) token: Vec<String>,
    /// What could not be understood.
    pub(super) findings: Vec<Diagnostic>,
}

/// Gathers what `plan` asks for by the rules of `as_of`.
pub(super) fn gather(catalog: &'static Catalog, plan: &Plan, as_of: Date) -> Gathered {
    let mut gathered = Gathered::default();
    for selection in &plan.selections {
        gathered.add_selection(catalog, plan, as_of, selection);
    }
    for chosen in &plan.calls {
        gathered.add_call(catalog, plan, as_of, chosen);
    }
    gathered
}

impl Gathered {
    fn add_selection(&mut self, catalog: &'static Catalog, plan: &Plan, as_of: Date, selection: &Selection) {
        let Some(feature) = catalog.feature(&selection.feature) else {
            self.findings.push(findings::unknown_feature(catalog, selection));
            return;
        };
        let rule = match selection.option.as_deref() {
            None => feature.requires_on(as_of),
            Some(id) => match feature.option(id) {
                Some(option) => option.requires_on(as_of),
                None => {
                    self.findings.push(findings::unknown_option(feature, selection));
                    return;
                }
            },
        };
        match rule {
            Some(rule) if !feature.in_link => {
                let names = rule.any_of.iter().flat_map(|way| way.all_of);
                self.token.extend(names.map(|name| (*name).to_owned()));
            }
            Some(rule) => self.add_rule(catalog, plan, (feature, selection), rule),
            None if selection.option.is_none() && feature.requirements().is_empty() => {}
            None => self.findings.push(findings::not_dated(selection, as_of)),
        }
    }

    /// A call: what no fact settles, and what no installed app can be allowed, is named and left out.
    fn add_call(&mut self, catalog: &'static Catalog, plan: &Plan, as_of: Date, chosen: &ChosenCall) {
        if as_of < eras::GRANULAR {
            self.findings.push(call_findings::call_not_dated(chosen, as_of));
            return;
        }
        let call = match Call::parse(&chosen.call) {
            Ok(call) => call,
            Err(error) => {
                self.findings.push(call_findings::no_call(chosen, &error));
                return;
            }
        };
        let Some(found) = catalog.endpoints().find(&call) else {
            self.findings.push(call_findings::unknown_endpoint(chosen, &catalog.endpoints().nearest(&call, 3)));
            return;
        };
        self.findings.extend(call_findings::of_call(chosen, &found, plan.app.user_level));
        match found.availability {
            Availability::Developer | Availability::Unpublished => return,
            Availability::ClientCredentials => {
                let least = choose(catalog, &found.token_request);
                self.token.extend(least.into_iter().flat_map(|least| least.names).map(str::to_owned));
                return;
            }
            Availability::App if found.object_unknown => return,
            Availability::App => {}
        }
        let for_users = found.user_level.iter().filter(|_| plan.app.user_level);
        // What suffices and is not chosen is kept where the app declares it.
        let declares = |name: &str| plan.app.declared.as_ref().is_some_and(|declared| declared.type_of(name).is_some());
        let kept = found.accepted.iter().filter(|way| way.all_of.iter().all(|name| declares(name)));
        let ways: Vec<Way> = found
            .requirement
            .iter()
            .chain(kept)
            .chain(for_users)
            .map(|way| Way {
                names: way.all_of.clone(),
                set: catalog.set_of(way.all_of.iter().copied()),
                confidence: way.confidence.unwrap_or(found.confidence),
            })
            .collect();
        if ways.is_empty() {
            return;
        }
        let cause = Cause::Endpoint(chosen.call.clone());
        self.needs.push(Need { cause, when: chosen.when, locked: None, file: None, ways });
    }

    fn add_rule(
        &mut self,
        catalog: &'static Catalog,
        plan: &Plan,
        (feature, selection): (&Feature, &Selection),
        rule: &'static DatedRequirement,
    ) {
        let locked = feature.checked_at_setup.then_some(LOCKED_BY_SETUP);
        if let Some(why) = locked.filter(|_| selection.when != When::Always) {
            self.findings.push(findings::when_refused(selection, why));
        }
        let is_pattern = |name: &&str| catalog.scope_named(name).is_some_and(|scope| scope.pattern);
        let has_pattern = |way: &Alternative| way.all_of.iter().any(is_pattern);
        if rule.any_of.iter().any(has_pattern) {
            self.add_pattern(selection, rule);
            return;
        }
        // A candidate is told beside the others; only an app that has it is taken to mean it.
        let has = |way: &Alternative| way.all_of.iter().all(|name| plan.has_scope(name));
        let way = |way: &Alternative| Way {
            names: way.all_of.to_vec(),
            set: catalog.set_of(way.all_of.iter().copied()),
            confidence: way.confidence.unwrap_or(rule.confidence),
        };
        self.needs.push(Need {
            cause: Cause::Feature(selection.spec()),
            when: if locked.is_some() { When::Always } else { selection.when },
            locked,
            file: selection.file.clone(),
            ways: rule.any_of.iter().filter(|way| !way.candidate || has(way)).map(way).collect(),
        });
    }

    fn add_pattern(&mut self, selection: &Selection, rule: &DatedRequirement) {
        let Some(name) = selection.parameters.get("fqn").filter(|name| !name.is_empty()) else {
            self.findings.push(findings::open_pattern(selection));
            return;
        };
        if !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
            self.findings.push(findings::malformed_name(selection, name));
            return;
        }
        for pattern in rule.any_of.iter().flat_map(|way| way.all_of) {
            let reason = Reason {
                cause: Cause::Feature(selection.spec()),
                when: selection.when,
                locked: None,
                confidence: rule.confidence,
                file: selection.file.clone(),
            };
            self.given.push((pattern.replace("{fqn}", name), reason));
        }
    }
}
