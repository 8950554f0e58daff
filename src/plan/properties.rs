//! What holds for every plan, whatever is chosen and whatever day it is.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::testing::{plan, selection};
use super::{
    LinkChoice, Plan, PlanFile, Reason, Resolved, ResolvedScope, ScopeType, Selection, When, link_scopes, resolve,
};
use crate::catalog::{Catalog, DatedRequirement, Scope};

fn answer(plan: &Plan) -> Resolved {
    resolve(Catalog::embedded(), plan)
}

fn required(resolved: &Resolved) -> BTreeSet<&str> {
    resolved.of_type(ScopeType::Required).map(|scope| scope.name.as_str()).collect()
}

fn types(resolved: &Resolved) -> Vec<(&str, ScopeType)> {
    resolved.scopes.iter().map(|scope| (scope.name.as_str(), scope.kind)).collect()
}

/// What `selection` needs on the plan's day, where that is known and stands in a link.
fn rule_of(plan: &Plan, selection: &Selection) -> Option<&'static DatedRequirement> {
    let catalog = Catalog::embedded();
    let feature = catalog.feature(&selection.feature).filter(|feature| feature.in_link)?;
    let day = plan.as_of.unwrap_or(catalog.as_of());
    match &selection.option {
        None => feature.requires_on(day),
        Some(option) => feature.option(option)?.requires_on(day),
    }
}

fn strongest(scope: &ResolvedScope) -> Option<ScopeType> {
    let of = |reason: &Reason| if reason.locked.is_some() { ScopeType::Required } else { reason.when.scope_type() };
    scope.reasons.iter().map(of).max()
}

fn is_sorted(names: &[String]) -> bool {
    names.iter().skip_while(|name| *name == Scope::OAUTH).is_sorted()
        && names.iter().collect::<BTreeSet<_>>().len() == names.len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_same_plan_gives_the_same_answer(plan in plan()) {
        prop_assert_eq!(answer(&plan), answer(&plan));
    }

    #[test]
    fn the_order_of_choosing_does_not_matter(plan in plan()) {
        let mut other = plan.clone();
        other.selections.reverse();
        let (one, two) = (answer(&plan), answer(&other));
        prop_assert_eq!(types(&one), types(&two));
    }

    #[test]
    fn no_scope_is_demanded_and_optional_at_once(plan in plan()) {
        let resolved = answer(&plan);
        let all = resolved.of_type(ScopeType::ConditionallyRequired).map(|scope| scope.name.clone()).collect();
        for choice in [LinkChoice::Base, LinkChoice::Named("some".to_owned()), LinkChoice::With(all)] {
            let link = link_scopes(Catalog::embedded(), &plan, &resolved.scopes, &choice);
            prop_assert!(link.scope.iter().all(|name| !link.optional.contains(name)));
            prop_assert!(is_sorted(&link.scope) && is_sorted(&link.optional), "{:?}", link);
            prop_assert_eq!(link.scope.first().map(String::as_str), Some(Scope::OAUTH));
        }
    }

    #[test]
    fn every_chosen_feature_has_what_it_needs_on_that_day(plan in plan()) {
        let resolved = answer(&plan);
        for selection in &plan.selections {
            let Some(rule) = rule_of(&plan, selection) else { continue };
            let fqn = selection.parameters.get("fqn").map_or("", String::as_str);
            let name_of = |name: &str| name.replace("{fqn}", fqn);
            let has = |name: &&str| resolved.scope(&name_of(name)).is_some();
            let met = rule.any_of.iter().any(|way| way.all_of.iter().all(has));
            let said = resolved.diagnostics.iter().any(|finding| finding.is_error() && finding.subject == selection.spec());
            prop_assert!(met || said, "{} on {}", selection.spec(), resolved.as_of);
        }
    }

    #[test]
    fn a_type_is_that_of_the_strongest_reason_unless_an_entry_weakens_it(plan in plan()) {
        let resolved = answer(&plan);
        for scope in &resolved.scopes {
            let strongest = strongest(scope).unwrap();
            let entered = plan.pins.iter().any(|pin| pin.scope == scope.name && pin.kind == scope.kind);
            let weaker = scope.kind < strongest && scope.locked().is_none() && entered;
            prop_assert!(scope.kind == strongest || weaker, "{:?}", scope);
        }
    }

    #[test]
    fn what_is_taken_if_available_adds_nothing_to_what_is_required(plan in plan(), more in selection()) {
        let catalog = Catalog::embedded();
        prop_assume!(!catalog.feature(&more.feature).is_some_and(|feature| feature.checked_at_setup));
        prop_assume!(!plan.selections.iter().any(|other| other.is_of(&more.feature, more.option.as_deref())));
        let mut with = plan.clone();
        with.choose(Selection { when: When::IfAvailable, ..more });
        let (before, after) = (answer(&plan), answer(&with));
        prop_assert_eq!(required(&before), required(&after));
    }

    #[test]
    fn what_single_links_need_adds_nothing_to_the_base_link(plan in plan(), more in selection()) {
        let catalog = Catalog::embedded();
        prop_assume!(!catalog.feature(&more.feature).is_some_and(|feature| feature.checked_at_setup));
        prop_assume!(!plan.selections.iter().any(|other| other.is_of(&more.feature, more.option.as_deref())));
        let mut with = plan.clone();
        with.choose(Selection { when: When::PerLink, ..more });
        let (before, after) = (answer(&plan), answer(&with));
        prop_assert_eq!(required(&before), required(&after));
    }

    #[test]
    fn a_plan_file_gives_back_what_was_chosen_by_hand(plan in plan()) {
        let text = PlanFile::default().updated(&plan, false).to_text();
        let mut read = Plan::default();
        PlanFile::parse(&text).unwrap().apply(&mut read).unwrap();
        let by_hand: Vec<&Selection> = plan.selections.iter().filter(|selection| selection.file.is_none()).collect();
        prop_assert_eq!(read.selections.iter().collect::<Vec<_>>(), by_hand);
        prop_assert_eq!((read.as_of, read.advanced_scopes, &read.links), (plan.as_of, plan.advanced_scopes, &plan.links));
    }

    #[test]
    fn no_text_makes_a_plan_file_panic(text in r#"(\{|\}|\[|\]|"app"|"features"|"scopes"|"when"|"feature"|:|,|"[a-z-]{0,9}"|null|1| ){0,30}"#) {
        let _ = PlanFile::parse(&text).and_then(|file| file.apply(&mut Plan::default()));
    }
}

#[test]
fn records_for_those_who_have_them_do_not_become_required_by_a_need_that_less_would_meet() {
    let pipelines = Selection::new("crm.pipelines", Some("deals.read"));
    let records = Selection { when: When::IfAvailable, ..Selection::new("crm.objects.deals", Some("read")) };
    let resolved = answer(&Plan { selections: vec![pipelines, records], ..Plan::default() });
    let kind = |name: &str| resolved.scope(name).map(|scope| scope.kind);
    assert_eq!(kind("crm.schemas.deals.read"), Some(ScopeType::Required));
    assert_eq!(kind("crm.objects.deals.read"), Some(ScopeType::Optional));
}
