//! A pasted text is recognised, compared with the plan, and its scopes are taken into the plan.

use std::collections::{BTreeMap, BTreeSet};

use super::pasted_text::{PastedText, TextScope};
use super::state::{Model, Purpose};
use crate::catalog::{Scope, Way};
use crate::plan::{Pin, PinOrigin, ResolvedScope, ScopeType};
use crate::solve::choose;
use crate::trouble::{Diagnosis, Hand, Recognised, diagnose_for, of_app, recognise};

/// For so many unknown names the nearest known ones are looked for: nobody reads more.
const ASKED_FOR: usize = 12;

/// Sentences that a scope in the plan would answer.
const ANSWERED_BY_A_SCOPE: [&str; 3] = ["api.missing-scopes", "install.insufficient", "feature.add-scope-first"];

impl Model {
    /// What `text` is, where it is a list of scopes, the body of a 403 or a sentence of HubSpot's. What is pasted into an
    /// open field is taken for more than its letters only where it is no text for a field.
    pub fn read_text(&self, text: &str) -> Option<PastedText> {
        let recognised = recognise(self.catalog, text)?;
        let into_a_field = self.typing.is_some() || self.find.is_some();
        match recognised {
            Recognised::Link(_) | Recognised::Document(_) => None,
            Recognised::Sentence(_) if into_a_field => None,
            Recognised::Scopes(names) if into_a_field && (names.len() < 2 || !self.asks_for_a_scope()) => None,
            Recognised::Scopes(names) => Some(self.compared(names, None)),
            Recognised::Body(_) | Recognised::Sentence(_) => {
                let diagnosis = diagnose_for(self.catalog, text, self.at_hand().as_ref())?;
                Some(self.compared(diagnosis.scopes.clone(), Some(diagnosis)))
            }
        }
    }

    /// The token that the plan's app has.
    fn at_hand(&self) -> Option<Hand> {
        let app = &self.plan().app;
        let declared = self.answer.resolved.scopes.iter().map(|scope| scope.name.clone()).collect();
        of_app(self.catalog, app.auth, app.user_level).map(|kind| Hand { kind, declared })
    }

    fn asks_for_a_scope(&self) -> bool {
        self.typing.as_ref().is_some_and(|typing| matches!(typing.purpose, Purpose::PinName(_)))
    }

    fn compared(&self, names: Vec<String>, diagnosis: Option<Diagnosis>) -> PastedText {
        let in_plan: BTreeMap<&str, &ResolvedScope> =
            self.answer.resolved.scopes.iter().map(|scope| (scope.name.as_str(), scope)).collect();
        let mut met = BTreeSet::new();
        let mut unknown = 0;
        let mut scopes = Vec::new();
        for name in names {
            if !met.insert(name.clone()) {
                continue;
            }
            let is_known = self.catalog.scope_id(&name).is_some();
            unknown += usize::from(!is_known);
            let scope = in_plan.get(name.as_str());
            scopes.push(TextScope {
                kind: scope.map(|scope| scope.kind),
                locked: scope.and_then(|scope| scope.locked()),
                near: if is_known || unknown > ASKED_FOR { Vec::new() } else { self.catalog.nearest_scopes(&name, 2) },
                is_known,
                name,
            });
        }
        let missing = diagnosis.as_ref().map_or_else(Vec::new, |diagnosis| self.missing(diagnosis, &scopes));
        PastedText { diagnosis: diagnosis.map(Box::new), scopes, missing }
    }

    /// The scopes that the plan lacks of an answer: the least one where one is enough, none where the plan has one.
    fn missing(&self, diagnosis: &Diagnosis, scopes: &[TextScope]) -> Vec<String> {
        if !ANSWERED_BY_A_SCOPE.contains(&diagnosis.message.id) {
            return Vec::new();
        }
        let lacking = || scopes.iter().filter(|scope| scope.kind.is_none());
        if !diagnosis.any_of {
            return lacking().map(|scope| scope.name.clone()).collect();
        }
        if scopes.iter().any(|scope| scope.kind.is_some()) {
            return Vec::new();
        }
        let facts = lacking().filter_map(|scope| self.catalog.scope_named(&scope.name));
        let ways: Vec<Way> = facts.map(|fact| Way { all_of: vec![fact.name], confidence: None }).collect();
        let least = choose(self.catalog, &ways).map(|choice| choice.names).unwrap_or_default();
        least.into_iter().map(str::to_owned).collect()
    }

    /// Gives the scopes of the text this type in the plan; says how many there were.
    pub fn take_text(&mut self, text: &PastedText, kind: ScopeType) -> usize {
        let names: BTreeSet<&str> = text.to_take(kind).into_iter().filter(|name| *name != Scope::OAUTH).collect();
        let reason = if text.diagnosis.is_some() { "from a pasted answer" } else { "from a pasted list" };
        self.change(|plan| {
            // Entry by entry would take the square of their number.
            plan.pins.retain(|pin| pin.origin != PinOrigin::Chosen || !names.contains(pin.scope.as_str()));
            plan.pins.extend(names.iter().map(|name| Pin::new(name, kind, Some(reason))));
        });
        names.len()
    }
}
