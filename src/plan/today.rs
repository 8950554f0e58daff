//! A plan beside the app's settings as they stand: what of it holds today, before anybody changes them.
//!
//! A plan is what the settings are to be. A link that somebody opens now is judged by what they are.

use super::{App, Cause, Plan, Reason, Resolved, ResolvedScope, ScopeType, resolve};
use crate::catalog::{Catalog, Confidence, Scope};
use crate::diagnostic::{Diagnostic, rule};

impl Plan {
    /// The plan without what is switched off in the project: HubSpot asks no scope for that yet.
    #[must_use]
    pub fn switched_on(&self) -> Self {
        let mut plan = self.clone();
        plan.selections.retain(|selection| selection.active || selection.file.is_none());
        plan
    }
}

/// What `plan` needs, for a link that is opened today: where the app's settings are known, [`Resolved::by_settings`] holds
/// the link to them, and what is switched off in the project asks for nothing by itself.
pub fn resolve_for_today(catalog: &'static Catalog, plan: &Plan) -> Resolved {
    let whole = resolve(catalog, plan);
    if plan.app.declared.is_none() {
        return whole;
    }
    let mut found = resolve(catalog, &plan.switched_on());
    found.by_settings = true;
    found.leave_out_unsure(catalog, &plan.app);
    let is_new = |finding: &&Diagnostic| {
        finding.rule == rule::PLAN_SETTINGS_LACK_SCOPE && found.scope(&finding.subject).is_none()
    };
    let of_later: Vec<Diagnostic> = whole.diagnostics.iter().filter(is_new).cloned().collect();
    found.diagnostics.extend(of_later);
    found.diagnostics.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    for scope in &mut found.scopes {
        let known = whole.scope(&scope.name).map_or(&[][..], |scope| &scope.reasons);
        for reason in known {
            let unlocked = Reason { locked: None, ..reason.clone() };
            if !scope.reasons.contains(reason) && !scope.reasons.contains(&unlocked) {
                scope.reasons.push(unlocked);
            }
        }
    }
    found
}

impl Resolved {
    /// Takes the scopes out that only components of the project ask for, that no page of HubSpot's settles, and that the
    /// settings of `app` do not declare: in a link they would be refused, and without them it installs. That they are lacking
    /// stays among the findings.
    fn leave_out_unsure(&mut self, catalog: &Catalog, app: &App) {
        let Some(declared) = app.declared.as_ref().filter(|declared| !declared.is_open()) else { return };
        let is_contested = |spec: &str| {
            let feature = catalog.feature(spec.split(':').next().unwrap_or_default());
            feature.is_some_and(|feature| feature.contested.is_some())
        };
        let is_unsure = |reason: &Reason| match &reason.cause {
            Cause::Feature(spec) if reason.file.is_some() => {
                reason.confidence != Confidence::Documented || is_contested(spec)
            }
            Cause::Feature(_) | Cause::EveryApp | Cause::Endpoint(_) | Cause::Pinned(_) | Cause::Declared => false,
        };
        let is_declared = |name: &String| declared.type_of(name).is_some() || app.of_components.contains(name);
        let (left_out, scopes) = std::mem::take(&mut self.scopes)
            .into_iter()
            .partition::<Vec<_>, _>(|scope| !is_declared(&scope.name) && scope.reasons.iter().all(is_unsure));
        self.scopes = scopes;
        self.forget(&left_out);
    }

    /// Takes out what is wrong with scopes that no link has: it is no fault of the link. That they are lacking stays.
    fn forget(&mut self, gone: &[ResolvedScope]) {
        let is_gone = |name: &str| gone.iter().any(|scope| scope.name == name);
        self.diagnostics.retain(|finding| finding.rule == rule::PLAN_SETTINGS_LACK_SCOPE || !is_gone(&finding.subject));
    }

    /// The scopes as the settings of `app` have them, where they are known: what they lack is in no link, whatever needs it.
    /// That it is lacking stays among the findings. What a component declares for itself counts as it is needed.
    #[must_use]
    pub fn as_declared(mut self, app: &App) -> Self {
        let Some(declared) = &app.declared else { return self };
        let types = declared.types();
        let has_types = self.typed;
        let is_there = |scope: &ResolvedScope| {
            let added_freely = !has_types && scope.kind != ScopeType::Required;
            let of_component = app.of_components.contains(&scope.name);
            scope.name == Scope::OAUTH || added_freely || of_component || types.contains_key(scope.name.as_str())
        };
        let (there, lacking): (Vec<_>, Vec<_>) = self.scopes.into_iter().partition(is_there);
        self.scopes = there;
        for scope in self.scopes.iter_mut().filter(|_| has_types) {
            scope.kind = types.get(scope.name.as_str()).copied().unwrap_or(scope.kind);
        }
        self.forget(&lacking);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Declared, Pin, PinOrigin, Selection, parse_feature};

    fn hook(event: &str, active: bool) -> Selection {
        let file = Some("src/app/webhooks/hooks-hsmeta.json".to_owned());
        Selection { file, active, ..Selection::new("webhooks.classic", Some(event)) }
    }

    /// An app that declares contacts as required and exports as optional, with subscriptions.
    fn plan(selections: Vec<Selection>) -> Plan {
        let mut plan = Plan { selections, ..Plan::default() };
        let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let declared = Declared {
            required: list(&["oauth", "crm.objects.contacts.read"]),
            optional: list(&["crm.export"]),
            conditional: Vec::new(),
        };
        for (name, kind) in declared.iter() {
            plan.pins.push(Pin { origin: PinOrigin::Declared, ..Pin::new(name, kind, None) });
        }
        plan.app.declared = Some(declared);
        plan
    }

    fn lacking(found: &Resolved) -> Vec<&str> {
        let of_rule = found.diagnostics.iter().filter(|finding| finding.rule == rule::PLAN_SETTINGS_LACK_SCOPE);
        of_rule.map(|finding| finding.subject.as_str()).collect()
    }

    #[test]
    fn what_is_switched_off_adds_no_scope_and_is_still_told() {
        let catalog = Catalog::embedded();
        let plan = plan(vec![hook("contact.creation", true), hook("deal.creation", false)]);
        let found = resolve_for_today(catalog, &plan);
        assert!(found.scope("crm.objects.deals.read").is_none());
        assert_eq!(lacking(&found), ["crm.objects.deals.read"]);
        assert!(found.by_settings);
        assert!(resolve(catalog, &plan).scope("crm.objects.deals.read").is_some(), "the plan is what is to be");
    }

    #[test]
    fn only_what_the_settings_declare_is_there_by_its_declared_type() {
        let catalog = Catalog::embedded();
        let plan = plan(vec![hook("deal.creation", true)]);
        let found = resolve(catalog, &plan).as_declared(&plan.app);
        let names: Vec<_> = found.scopes.iter().map(|scope| (scope.name.as_str(), scope.kind)).collect();
        let expected = [
            ("oauth", ScopeType::Required),
            ("crm.export", ScopeType::Optional),
            ("crm.objects.contacts.read", ScopeType::Required),
        ];
        assert_eq!(names, expected);
        assert_eq!(lacking(&found), ["crm.objects.deals.read"]);
        assert_eq!(found.needs.len(), 1, "the subscription is still there");
        let mut of_component = plan.clone();
        of_component.app.of_components.push("crm.objects.deals.read".to_owned());
        let found = resolve(catalog, &of_component).as_declared(&of_component.app);
        assert!(found.scope("crm.objects.deals.read").is_some(), "a component declares it for itself");
    }

    #[test]
    fn what_no_page_settles_and_the_settings_lack_is_in_no_link_and_refuses_none() {
        let catalog = Catalog::embedded();
        let mut plan = Plan::default();
        plan.app.declared = Some(Declared { required: vec!["oauth".to_owned()], ..Declared::default() });
        let by_hand = |spec: &str| parse_feature(catalog, spec).unwrap().remove(0);
        let of_file = |spec: &str| Selection { file: Some("src/app/x-hsmeta.json".to_owned()), ..by_hand(spec) };
        plan.selections = vec![of_file("app_events:DEAL")];
        let lacks = |found: &Resolved| found.diagnostics.iter().any(|one| one.rule == rule::PLAN_SETTINGS_LACK_SCOPE);
        let found = resolve_for_today(catalog, &plan);
        assert!(found.scope("timeline").is_none() && lacks(&found), "{found:?}");
        assert!(found.diagnostics.iter().all(|one| !one.is_error() && one.rule != rule::SCOPE_LEGACY), "{found:?}");
        // The plan is still what the settings are to be; and what somebody asks for by name, or a page settles, stays.
        assert!(resolve(catalog, &plan).scope("timeline").is_some());
        plan.selections = vec![by_hand("app_events:DEAL"), of_file("cards.app:contacts")];
        let asked = resolve_for_today(catalog, &plan);
        assert!(asked.scope("timeline").is_some() && asked.scope("crm.objects.contacts.read").is_some());
    }
}
