//! From what the developer wants to the scopes it needs: the one pure function behind everything that is shown.
//!
//! ```text
//!  selections ─▶ requirements of the day ─▶ always │ per link │ if available ─▶ solved in this order, each on top of
//!  pins ────────────────────────────────────────────────────────────────────▶ what is held ─▶ types, reasons, findings
//! ```
//! What is always needed is solved first, so that a wish for later never decides what every install must grant.

use std::collections::BTreeMap;

use super::findings;
use super::reason::{LOCKED_BASE, LOCKED_BY_SETUP};
use super::{Auth, Cause, Pin, PinOrigin, Plan, Reason, Resolved, ResolvedScope, ScopeType, Selection, When};
use crate::catalog::{Alternative, Catalog, Confidence, Date, DatedRequirement, Era, Feature, Scope, ScopeSet, eras};
use crate::diagnostic::Diagnostic;
use crate::solve::{Requirement, minimum};

/// The scopes that `plan` needs by the rules of its day, by type, each with every reason.
pub fn resolve(catalog: &'static Catalog, plan: &Plan) -> Resolved {
    let as_of = plan.as_of.unwrap_or(catalog.as_of());
    let era = eras::of(as_of);
    let typed = era >= Era::TypesEnforced || plan.advanced_scopes;
    let mut work = Work {
        catalog,
        plan,
        as_of,
        needs: Vec::new(),
        scopes: BTreeMap::new(),
        token: Vec::new(),
        findings: Vec::new(),
    };
    for selection in &plan.selections {
        work.add_selection(selection);
    }
    let proved = work.solve();
    work.add_pins(typed);
    let mut scopes: Vec<ResolvedScope> = work.scopes.into_values().collect();
    scopes.sort_by(|a, b| (a.name != Scope::OAUTH, &a.name).cmp(&(b.name != Scope::OAUTH, &b.name)));
    let mut diagnostics = work.findings;
    diagnostics.extend((as_of > catalog.as_of()).then(|| findings::future(catalog, as_of)));
    diagnostics.extend(findings::of_scopes(catalog, plan, era, &scopes));
    diagnostics.extend(findings::of_settings(catalog, plan, era, typed, &scopes));
    diagnostics.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let mut token_request = work.token;
    token_request.sort();
    token_request.dedup();
    Resolved { as_of, era, typed, scopes, token_request, diagnostics, proved }
}

/// A need that the solver decides.
struct Need<'a> {
    selection: &'a Selection,
    locked: Option<&'static str>,
    rule: &'static DatedRequirement,
    requirement: Requirement,
}

impl Need<'_> {
    fn when(&self) -> When {
        if self.locked.is_some() { When::Always } else { self.selection.when }
    }
}

struct Work<'a> {
    catalog: &'static Catalog,
    plan: &'a Plan,
    as_of: Date,
    needs: Vec<Need<'a>>,
    scopes: BTreeMap<String, ResolvedScope>,
    token: Vec<String>,
    findings: Vec<Diagnostic>,
}

impl<'a> Work<'a> {
    fn add_selection(&mut self, selection: &'a Selection) {
        let Some(feature) = self.catalog.feature(&selection.feature) else {
            self.findings.push(findings::unknown_feature(self.catalog, selection));
            return;
        };
        let rule = match selection.option.as_deref() {
            None => feature.requires_on(self.as_of),
            Some(id) => match feature.option(id) {
                Some(option) => option.requires_on(self.as_of),
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
            Some(rule) => self.add_need(feature, selection, rule),
            None if selection.option.is_none() && feature.requirements().is_empty() => {}
            None => self.findings.push(findings::not_dated(selection, self.as_of)),
        }
    }

    fn add_need(&mut self, feature: &Feature, selection: &'a Selection, rule: &'static DatedRequirement) {
        let locked = feature.checked_at_setup.then_some(LOCKED_BY_SETUP);
        if let Some(why) = locked.filter(|_| selection.when != When::Always) {
            self.findings.push(findings::when_refused(selection, why));
        }
        let has_pattern = |way: &Alternative| way.all_of.iter().any(|name| self.is_pattern(name));
        if rule.any_of.iter().any(has_pattern) {
            self.add_pattern(selection, rule);
            return;
        }
        let ways = rule.any_of.iter().map(|way| self.catalog.set_of(way.all_of.iter().copied()));
        let requirement = Requirement::any_of(ways);
        self.needs.push(Need { selection, locked, rule, requirement });
    }

    fn is_pattern(&self, name: &str) -> bool {
        self.catalog.scope_named(name).is_some_and(|scope| scope.pattern)
    }

    /// A scope whose name is made from the app's own object: the solver has nothing to decide.
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
            let reason = reason_for(selection, None, rule.confidence);
            self.give(&pattern.replace("{fqn}", name), reason);
        }
    }

    /// Solves what is always needed, then what single links need, then what is taken if available; says whether every
    /// answer is proved the least.
    fn solve(&mut self) -> bool {
        let base = Reason {
            cause: Cause::EveryApp,
            when: When::Always,
            locked: Some(LOCKED_BASE),
            confidence: Confidence::Documented,
            file: None,
        };
        if self.plan.app.auth == Auth::Oauth {
            self.give(Scope::OAUTH, base);
        }
        let pinned = self.plan.pins.iter().map(|pin| pin.scope.as_str());
        let mut held = self.catalog.set_of(pinned);
        let mut proved = true;
        let needs = std::mem::take(&mut self.needs);
        for when in When::ALL {
            let stage: Vec<&Need<'_>> = needs.iter().filter(|need| need.when() == when).collect();
            let requirements: Vec<Requirement> = stage.iter().map(|need| need.requirement.clone()).collect();
            let answer = minimum(self.catalog, &requirements, held);
            held = answer.set;
            proved &= answer.proved;
            // With what is held by now: what a later stage brings must not serve, and so strengthen, an earlier need.
            for need in stage {
                self.attribute(need, held);
            }
        }
        proved
    }

    /// Says which of the held scopes serve `need`: its first way that is held whole.
    fn attribute(&mut self, need: &Need<'_>, held: ScopeSet) {
        let ways = need.rule.any_of.iter().map(|way| (way, self.catalog.set_of(way.all_of.iter().copied())));
        let Some((way, _)) = ways.into_iter().find(|(_, set)| set.is_subset(&held)) else { return };
        let confidence = way.confidence.unwrap_or(need.rule.confidence);
        for name in way.all_of.iter().copied() {
            let mut reason = reason_for(need.selection, need.locked, confidence);
            if name == Scope::OAUTH {
                reason.locked = None;
            }
            self.give(name, reason);
        }
    }

    fn give(&mut self, name: &str, reason: Reason) {
        let kind = if reason.locked.is_some() { ScopeType::Required } else { reason.when.scope_type() };
        let id = self.catalog.scope_id(name);
        let scope = self.scopes.entry(name.to_owned()).or_insert_with(|| ResolvedScope {
            name: name.to_owned(),
            id,
            kind,
            reasons: Vec::new(),
        });
        scope.kind = scope.kind.max(kind);
        if !scope.reasons.contains(&reason) {
            scope.reasons.push(reason);
        }
    }

    /// Explicit entries: they may strengthen, and may weaken what no locked reason holds.
    fn add_pins(&mut self, typed: bool) {
        // What stands in the settings first, so that what was chosen by hand has the last word.
        let (declared, chosen): (Vec<&Pin>, Vec<&Pin>) =
            self.plan.pins.iter().partition(|pin| pin.origin == PinOrigin::Declared);
        for pin in declared.into_iter().chain(chosen) {
            let kind = if pin.origin == PinOrigin::Declared && !typed { ScopeType::Required } else { pin.kind };
            let cause = match pin.origin {
                PinOrigin::Declared => Cause::Declared,
                PinOrigin::Chosen => Cause::Pinned(pin.reason.clone().unwrap_or_else(|| "entered by name".to_owned())),
            };
            let when = kind.when();
            let reason = Reason { cause, when, locked: None, confidence: Confidence::Documented, file: None };
            let before = self.scopes.get(&pin.scope).map(|scope| scope.kind);
            self.give(&pin.scope, reason);
            let Some(scope) = self.scopes.get_mut(&pin.scope) else { continue };
            match scope.locked() {
                Some(why) if kind < ScopeType::Required => self.findings.push(findings::type_refused(pin, why)),
                Some(_) => scope.kind = ScopeType::Required,
                None if pin.origin == PinOrigin::Declared => scope.kind = kind.max(chosen_by_hand(scope)),
                None => {
                    scope.kind = kind;
                    if before.is_some_and(|before| before > kind) {
                        self.findings.push(findings::type_weakened(pin, scope));
                    }
                }
            }
        }
    }
}

/// The type that features ticked by hand ask for: the settings do not weaken it, as they do what was read from the same
/// project.
fn chosen_by_hand(scope: &ResolvedScope) -> ScopeType {
    let by_hand = |reason: &&Reason| matches!(reason.cause, Cause::Feature(_)) && reason.file.is_none();
    scope.reasons.iter().filter(by_hand).map(|reason| reason.when.scope_type()).max().unwrap_or(ScopeType::Optional)
}

fn reason_for(selection: &Selection, locked: Option<&'static str>, confidence: Confidence) -> Reason {
    Reason {
        cause: Cause::Feature(selection.spec()),
        when: if locked.is_some() { When::Always } else { selection.when },
        locked,
        confidence,
        file: selection.file.clone(),
    }
}
