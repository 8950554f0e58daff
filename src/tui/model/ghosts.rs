//! What the code calls and the plan does not have, and which scopes of the plan nothing needs.
//!
//! A ghost is in no count and no link before it is taken: all of it is worked out beside the answer, never in it.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{GhostScope, Scanning};
use super::found::{CallKey, Found, FoundCall, key_of};
use super::node::CallRows;
use super::place::Step;
use super::scopes::ScopeRow;
use super::state::Model;
use crate::account::Preview;
use crate::catalog::Scope;
use crate::plan::{Cause, ChosenCall, ResolvedScope, resolve_scopes};

impl Model {
    /// Takes in what the scan found, and shows it.
    pub fn take_found(&mut self, found: Box<Found>) {
        self.code.scanning = Scanning::Done;
        self.code.found = Some(found);
        self.settle_ghosts();
        let has_rows = !self.code.ghosts.is_empty();
        if has_rows {
            self.tree.open_calls();
        }
        self.clamp();
        // A search that is open goes back to the tree as it was: with these rows.
        let counts = self.call_rows();
        if let Some(find) = &mut self.find {
            if has_rows {
                find.before.open_calls();
            }
            find.before.set_calls(counts);
        }
    }

    /// Notes that the code could not be scanned.
    pub fn code_failed(&mut self, why: &str) {
        self.code.scanning = Scanning::Failed(why.to_owned());
        self.clamp();
    }

    /// Works out anew which calls of the code the plan lacks.
    pub(super) fn settle_ghosts(&mut self) {
        self.code.scopes.take();
        let Some(found) = &self.code.found else { return };
        let plan = self.plan();
        let keys: BTreeSet<CallKey> =
            plan.calls.iter().filter_map(|chosen| key_of(self.catalog, &chosen.call)).collect();
        let is_settled = |place: usize| {
            let named = self.code.named.iter().filter(|(of, _)| *of == place);
            named.into_iter().any(|(_, call)| plan.calls.iter().any(|chosen| chosen.call == *call))
        };
        let is_wanted = |call: &FoundCall| !call.ways.is_empty() || plan.app.user_level;
        let ghosts = found.calls.iter().enumerate().filter(|(place, call)| {
            is_wanted(call) && !keys.contains(&call.key) && !self.code.dismissed.contains(place) && !is_settled(*place)
        });
        self.code.ghosts = ghosts.map(|(place, _)| place).collect();
    }

    /// The calls that the plan lacks, by their places among those that were found.
    pub fn ghosts(&self) -> &[usize] {
        &self.code.ghosts
    }

    /// A call that was found.
    pub fn found_call(&self, place: usize) -> Option<&FoundCall> {
        self.code.found.as_ref()?.calls.get(place)
    }

    /// What was found of a call of the plan.
    pub fn found_of(&self, call: &str) -> Option<&FoundCall> {
        let found = self.code.found.as_ref()?;
        let key = key_of(self.catalog, call)?;
        found.calls.iter().find(|one| one.key == key)
    }

    /// Whether the plan's scopes do not allow the call; never where its record type is open.
    pub fn is_lacking(&self, call: &FoundCall) -> bool {
        let user_ways = call.user_ways.iter().filter(|_| self.plan().app.user_level);
        let is_held = |way: &Vec<&'static str>| way.iter().all(|name| self.answer.resolved.scope(name).is_some());
        !call.is_open && !call.ways.iter().chain(user_ways).any(is_held)
    }

    /// The scopes that taking all of the code's calls would bring.
    pub fn ghost_scopes(&self) -> &[GhostScope] {
        self.code.scopes.get_or_init(|| self.work_out_ghost_scopes())
    }

    fn work_out_ghost_scopes(&self) -> Vec<GhostScope> {
        let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
        let mut plan = self.plan().clone();
        for place in &self.code.ghosts {
            let Some(ghost) = self.found_call(*place).filter(|call| self.is_lacking(call)) else { continue };
            wanted.insert(&ghost.call, *place);
            plan.choose_call(ChosenCall::new(&ghost.call));
        }
        if wanted.is_empty() {
            return Vec::new();
        }
        let calls_of = |scope: &ResolvedScope| -> Vec<usize> {
            let asks = scope.reasons.iter().filter_map(|reason| match &reason.cause {
                Cause::Endpoint(call) => wanted.get(call.as_str()).copied(),
                _ => None,
            });
            asks.collect()
        };
        let scopes = resolve_scopes(self.catalog, &plan);
        let new = scopes.iter().filter(|scope| self.answer.resolved.scope(&scope.name).is_none());
        let ghosts = new.map(|scope| GhostScope { name: scope.name.clone(), calls: calls_of(scope) });
        ghosts.filter(|scope| !scope.calls.is_empty()).collect()
    }

    /// The calls that the row under the cursor stands for: one on Features, those of a scope on Scopes.
    pub fn current_ghosts(&self) -> Vec<usize> {
        match self.step {
            Step::Features => self.tree.current_found().into_iter().collect(),
            Step::Scopes => match self.scope_rows().get(self.scopes.row) {
                Some(ScopeRow::Ghost(place)) => {
                    self.ghost_scopes().get(*place).map(|scope| scope.calls.clone()).unwrap_or_default()
                }
                _ => Vec::new(),
            },
            Step::App | Step::Link => Vec::new(),
        }
    }

    /// Whether nothing that is chosen and no call of the code needs the scope, as far as the code is known.
    pub fn is_unused(&self, scope: &ResolvedScope) -> bool {
        let Some(found) = self.code.found.as_ref().filter(|found| found.is_whole && !found.calls.is_empty()) else {
            return false;
        };
        let is_by_name = |cause: &Cause| matches!(cause, Cause::Pinned(_) | Cause::Declared);
        if scope.id.is_none() || scope.name == Scope::OAUTH {
            return false;
        }
        let resolved = &self.answer.resolved;
        let serves = |way: &Vec<&'static str>| {
            way.contains(&scope.name.as_str()) && way.iter().all(|name| resolved.scope(name).is_some())
        };
        let of_code = |call: &FoundCall| {
            // With an open record type any of its scopes may be the one.
            let is_one = |way: &Vec<&'static str>| call.is_open && way.contains(&scope.name.as_str());
            call.ways.iter().chain(&call.user_ways).any(|way| serves(way) || is_one(way))
        };
        scope.reasons.iter().all(|reason| is_by_name(&reason.cause))
            && !resolved.needs.iter().flat_map(|need| &need.ways).any(serves)
            && !found.calls.iter().any(of_code)
    }

    /// The rows of the tree about calls that are not the catalog's.
    pub(super) fn call_rows(&self) -> CallRows {
        CallRows { chosen: self.plan().calls.len(), found: self.code.ghosts.clone(), rest: self.has_rest() }
    }

    /// Whether there is more to say of the code than its calls.
    pub fn has_rest(&self) -> bool {
        let is_broken = matches!(self.code.scanning, Scanning::Failed(_));
        is_broken || self.code.dismissed() > 0 || self.code.found.as_ref().is_some_and(|found| !found.open.is_empty())
    }

    /// Whether the cursor of the step is on a row about the code.
    pub fn is_on_code(&self) -> bool {
        match self.step {
            Step::Features => self.matrix.is_none() && (self.tree.current_found().is_some() || self.tree.is_on_rest()),
            Step::Scopes => !self.current_ghosts().is_empty(),
            Step::App | Step::Link => false,
        }
    }

    /// What taking calls that were found would change.
    pub fn preview_ghosts(&self, places: &[usize]) -> Preview {
        let calls = self.calls_to_take(places);
        self.preview(|plan| calls.iter().for_each(|call| plan.choose_call(ChosenCall::new(call))))
    }

    /// Takes calls that were found into the plan, as one change; says whether there was one.
    pub fn take_ghosts(&mut self, places: &[usize]) -> bool {
        let calls = self.calls_to_take(places);
        self.change(|plan| calls.iter().for_each(|call| plan.choose_call(ChosenCall::new(call))))
    }

    /// Those that need no question.
    fn calls_to_take(&self, places: &[usize]) -> Vec<String> {
        let found = places.iter().filter_map(|place| self.found_call(*place));
        found.filter(|call| !call.is_open).map(|call| call.call.clone()).collect()
    }

    /// Takes a call whose record type was named.
    pub fn take_named(&mut self, place: usize, call: &str) {
        self.code.named.push((place, call.to_owned()));
        if !self.change(|plan| {
            if plan.calls.iter().all(|chosen| chosen.call != call) {
                plan.choose_call(ChosenCall::new(call));
            }
        }) {
            self.settle_ghosts();
            self.clamp();
        }
    }

    /// Shows these calls no more.
    pub fn dismiss(&mut self, places: &[usize]) {
        self.code.dismissed.extend(places);
        self.settle_ghosts();
        self.clamp();
    }

    /// Shows all that was dismissed again; gives how many there were.
    pub fn bring_back(&mut self) -> usize {
        let count = std::mem::take(&mut self.code.dismissed).len();
        self.settle_ghosts();
        self.clamp();
        count
    }
}
