//! Plans that nobody would write, for tests of what holds for every plan.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{App, Declared, Distribution, NamedLink, Pin, PinOrigin, Plan, ScopeType, Selection, When};
use crate::catalog::{Catalog, Date, DatedRequirement, Feature, FeatureOption};

/// Any time of need.
pub(crate) fn when() -> impl Strategy<Value = When> {
    prop::sample::select(When::ALL.to_vec())
}

fn kind() -> impl Strategy<Value = ScopeType> {
    prop::sample::select(ScopeType::ALL.to_vec())
}

/// Every choice of the catalog.
fn choices() -> Vec<(Selection, &'static [DatedRequirement])> {
    let own = |feature: &'static Feature| (Selection::new(feature.id, None), feature.requirements());
    let of = |feature: &'static Feature| {
        let option =
            |option: &'static FeatureOption| (Selection::new(feature.id, Some(option.id)), option.requirements());
        let stands_alone = feature.stands_alone().then(|| own(feature));
        stands_alone.into_iter().chain(feature.options.iter().map(option))
    };
    Catalog::embedded().features().iter().flat_map(of).collect()
}

/// The choices that meet in the same scopes as one that leaves a choice of scopes: where the solver has to think.
fn contested() -> Vec<Selection> {
    let names = |rule: &'static DatedRequirement| rule.any_of.iter().flat_map(|way| way.all_of.iter().copied());
    let open: BTreeSet<&str> =
        choices().iter().flat_map(|(_, rules)| *rules).filter(|rule| rule.any_of.len() > 1).flat_map(names).collect();
    let meets = |rules: &'static [DatedRequirement]| rules.iter().flat_map(names).any(|name| open.contains(name));
    choices().into_iter().filter(|(_, rules)| meets(rules)).map(|(selection, _)| selection).collect()
}

/// Any feature or option of the catalog, and sometimes one that it does not have.
pub(crate) fn selection() -> impl Strategy<Value = Selection> {
    let all: Vec<Selection> = choices().into_iter().map(|(selection, _)| selection).collect();
    let known = prop_oneof![prop::sample::select(all), prop::sample::select(contested())];
    let unknown = ("[a-z.]{0,8}", prop::option::of("[a-z.]{0,8}"))
        .prop_map(|(id, option)| Selection::new(&id, option.as_deref()));
    let file = prop::option::of(Just("src/app/x-hsmeta.json".to_owned()));
    let name = prop::option::of(prop_oneof![4 => "[a-z0-9_]{1,8}", 1 => ".{0,8}"]);
    (prop_oneof![15 => known, 1 => unknown], when(), file, name).prop_map(|(mut selection, when, file, name)| {
        selection.parameters.extend(name.map(|name| ("fqn".to_owned(), name)));
        Selection { when, file, ..selection }
    })
}

/// The name of any scope of the catalog, and sometimes another text.
pub(crate) fn scope_name() -> impl Strategy<Value = String> {
    let names: Vec<String> = Catalog::embedded().scopes().iter().map(|scope| scope.name.to_owned()).collect();
    prop_oneof![9 => prop::sample::select(names), 1 => "[a-z.]{1,12}"]
}

fn pin() -> impl Strategy<Value = Pin> {
    let origin = prop::sample::select(vec![PinOrigin::Chosen, PinOrigin::Declared]);
    (scope_name(), kind(), origin).prop_map(|(scope, kind, origin)| Pin { origin, ..Pin::new(&scope, kind, None) })
}

fn day() -> impl Strategy<Value = Option<Date>> {
    prop::option::of((2017_i16..2030, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| Date::constant(y, m, d)))
}

fn app() -> impl Strategy<Value = App> {
    let declared = prop::option::of(prop::collection::vec((scope_name(), kind()), 0..4));
    (any::<bool>(), any::<bool>(), declared).prop_map(|(user_level, listed, declared)| App {
        user_level,
        distribution: if listed { Distribution::Marketplace } else { Distribution::Private },
        declared: declared.map(|entries| {
            let mut declared = Declared::default();
            for (name, kind) in entries {
                declared.of_type_mut(kind).push(name);
            }
            declared
        }),
        ..App::default()
    })
}

/// Any plan, on any day.
pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    let selections = prop::collection::vec(selection(), 0..7);
    let pins = prop::collection::vec(pin(), 0..5);
    (app(), day(), any::<bool>(), selections, pins).prop_map(|(app, as_of, advanced_scopes, selections, pins)| {
        let mut plan = Plan { app, as_of, advanced_scopes, ..Plan::default() };
        for selection in selections {
            plan.choose(selection);
        }
        for pin in pins {
            plan.pin(pin);
        }
        plan.links.push(NamedLink { name: "some".to_owned(), with: vec!["automation".to_owned()] });
        plan
    })
}
