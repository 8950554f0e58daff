//! From what the developer wants to the scopes it needs: the one pure function behind everything that is shown.
//!
//! ```text
//!  selections ─▶ requirements of the day ─▶ always │ per link │ if available ─▶ solved in this order, each on top of
//!  pins ────────────────────────────────────────────────────────────────────▶ what is held ─▶ types, reasons, findings
//! ```
//! What is always needed is solved first, so that a wish for later never decides what every install must grant.

use std::collections::BTreeMap;

use super::need::{Need, gather};
use super::reason::LOCKED_BASE;
use super::sunsets::{Uses, sunsets};
use super::{
    Auth, Cause, Pin, PinOrigin, Plan, Reason, Resolved, ResolvedScope, ScopeType, ServedNeed, When, findings,
};
use crate::catalog::{Catalog, Confidence, Date, Era, Scope, ScopeSet, eras};
use crate::diagnostic::Diagnostic;
use crate::solve::{Certificate, Requirement, certify, minimum};

/// The scopes that `plan` needs by the rules of its day, by type, each with every reason.
pub fn resolve(catalog: &'static Catalog, plan: &Plan) -> Resolved {
    let Day { as_of, era, typed } = Day::of(catalog, plan);
    let worked = work_out(catalog, plan);
    let mut diagnostics = worked.findings;
    if as_of > catalog.as_of() {
        diagnostics.push(findings::future(catalog, as_of));
    }
    diagnostics.extend(sunsets(catalog, &Uses::of(plan, &worked.scopes), catalog.as_of(), as_of));
    diagnostics.extend(findings::of_scopes(catalog, plan, era, &worked.scopes));
    diagnostics.extend(findings::of_settings(catalog, plan, era, typed, &worked.scopes));
    diagnostics.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let mut token_request = worked.token;
    token_request.sort();
    token_request.dedup();
    let (scopes, needs, proved) = (worked.scopes, worked.needs, worked.proved);
    Resolved { as_of, era, typed, scopes, token_request, needs, diagnostics, proved, by_settings: false }
}

/// The scopes alone: what [`resolve`] gives, without anything being said of them. For asking what a change would cost.
pub fn resolve_scopes(catalog: &'static Catalog, plan: &Plan) -> Vec<ResolvedScope> {
    work_out(catalog, plan).scopes
}

/// The day whose rules hold, and what they are.
struct Day {
    as_of: Date,
    era: Era,
    typed: bool,
}

impl Day {
    fn of(catalog: &Catalog, plan: &Plan) -> Self {
        let as_of = plan.as_of.unwrap_or(catalog.as_of());
        let era = eras::of(as_of);
        Self { as_of, era, typed: era >= Era::TypesEnforced || plan.advanced_scopes }
    }
}

struct WorkedOut {
    scopes: Vec<ResolvedScope>,
    needs: Vec<ServedNeed>,
    token: Vec<String>,
    findings: Vec<Diagnostic>,
    proved: bool,
}

fn work_out(catalog: &'static Catalog, plan: &Plan) -> WorkedOut {
    let day = Day::of(catalog, plan);
    let gathered = gather(catalog, plan, day.as_of);
    let mut work = Work { catalog, plan, scopes: BTreeMap::new(), served: Vec::new(), findings: gathered.findings };
    for (name, reason) in gathered.given {
        work.give(&name, reason);
    }
    let proved = work.solve(&gathered.needs);
    work.add_pins(day.typed);
    let mut scopes: Vec<ResolvedScope> = work.scopes.into_values().collect();
    scopes.sort_by(|a, b| (a.name != Scope::OAUTH, &a.name).cmp(&(b.name != Scope::OAUTH, &b.name)));
    WorkedOut { scopes, needs: work.served, token: gathered.token, findings: work.findings, proved }
}

/// The certificates of the least privilege: one for what is always needed, one for what single links need on top of it,
/// one for what is taken if available. Stages without a need have none.
pub fn certificates(catalog: &'static Catalog, plan: &Plan) -> Vec<Certificate> {
    let needs = gather(catalog, plan, Day::of(catalog, plan).as_of).needs;
    let mut held = pinned(catalog, plan);
    let mut certificates = Vec::new();
    for when in When::ALL {
        let named: Vec<(String, Requirement)> = needs
            .iter()
            .filter(|need| need.when == when)
            .map(|need| (need.cause.describe().to_owned(), need.requirement()))
            .collect();
        if named.is_empty() {
            continue;
        }
        let requirements: Vec<Requirement> = named.iter().map(|(_, requirement)| requirement.clone()).collect();
        let answer = minimum(catalog, &requirements, held);
        certificates.push(certify(catalog, when.as_str(), &named, held, &answer));
        held = answer.set;
    }
    certificates
}

/// What is held from the start: everything entered by name.
fn pinned(catalog: &Catalog, plan: &Plan) -> ScopeSet {
    catalog.set_of(plan.pins.iter().map(|pin| pin.scope.as_str()))
}

struct Work<'a> {
    catalog: &'static Catalog,
    plan: &'a Plan,
    scopes: BTreeMap<String, ResolvedScope>,
    served: Vec<ServedNeed>,
    findings: Vec<Diagnostic>,
}

impl Work<'_> {
    /// Solves what is always needed, then what single links need, then what is taken if available; says whether every
    /// answer is proved the least.
    fn solve(&mut self, needs: &[Need]) -> bool {
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
        let mut held = pinned(self.catalog, self.plan);
        let mut proved = true;
        for when in When::ALL {
            let stage: Vec<&Need> = needs.iter().filter(|need| need.when == when).collect();
            let requirements: Vec<Requirement> = stage.iter().map(|need| need.requirement()).collect();
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

    /// Says which of the held scopes serve `need`.
    fn attribute(&mut self, need: &Need, held: ScopeSet) {
        let by = need.served_by(&held);
        if let Some(way) = by.map(|place| &need.ways[place]) {
            for name in &way.names {
                self.give(name, need.reason(way, name));
            }
        }
        let ways = need.ways.iter().map(|way| way.names.clone()).collect();
        self.served.push(ServedNeed { cause: need.cause.clone(), when: need.when, ways, by });
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
    let by_hand =
        |reason: &&Reason| matches!(reason.cause, Cause::Feature(_) | Cause::Endpoint(_)) && reason.file.is_none();
    scope.reasons.iter().filter(by_hand).map(|reason| reason.when.scope_type()).max().unwrap_or(ScopeType::Optional)
}
