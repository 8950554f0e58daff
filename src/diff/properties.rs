//! What holds for every change: links that are said to live or die do so by the rules, and the rollout is safe.
//!
//! The rules stand here a second time, as naive as the table of the documentation.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::change::Types;
use super::links::refusals;
use super::testing::with;
use super::way::{Place, listed_as, place_of, untyped_way, way};
use super::{KnownLink, LinksLeft, Side, diff};
use crate::catalog::Catalog;
use crate::plan::{Declared, ScopeType};

const NAMES: [&str; 6] =
    ["automation", "crm.export", "crm.lists.read", "crm.objects.custom.read", "crm.objects.deals.read", "forms"];

/// The table of the documentation: where each kind of scope may stand.
fn accepts(declared: &Declared, scope: &[String], optional: &[String]) -> bool {
    let all = ["oauth"].into_iter().chain(NAMES).chain(["unknown"]);
    all.into_iter().all(|name| {
        let in_scope = scope.iter().any(|one| one == name);
        let in_optional = optional.iter().any(|one| one == name);
        let is = |list: &[String]| list.iter().any(|one| one == name);
        if name == "oauth" {
            !in_optional
        } else if is(&declared.required) {
            in_scope && !in_optional
        } else if is(&declared.conditional) {
            !in_optional
        } else if is(&declared.optional) {
            !in_scope
        } else {
            !in_scope && !in_optional
        }
    })
}

fn kind() -> impl Strategy<Value = Option<ScopeType>> {
    prop_oneof![Just(None), prop::sample::select(ScopeType::ALL.to_vec()).prop_map(Some)]
}

fn lists() -> impl Strategy<Value = Declared> {
    prop::collection::vec(kind(), NAMES.len()).prop_map(|kinds| {
        let mut declared = Declared { required: vec!["oauth".to_owned()], ..Declared::default() };
        for (name, kind) in NAMES.iter().zip(kinds) {
            if let Some(kind) = kind {
                declared.of_type_mut(kind).push((*name).to_owned());
            }
        }
        declared
    })
}

/// A link that `declared` accepts: which of what may be left out stands in it, the bits of `picks` say.
fn link_of(declared: &Declared, picks: usize) -> KnownLink {
    let picked = |name: &&String| NAMES.iter().position(|one| one == name).is_some_and(|bit| picks >> bit & 1 == 1);
    let conditional = declared.conditional.iter().filter(picked);
    KnownLink {
        name: "link".to_owned(),
        scope: declared.required.iter().chain(conditional).cloned().collect(),
        optional: declared.optional.iter().filter(picked).cloned().collect(),
        ..KnownLink::default()
    }
}

/// Every link that `declared` accepts.
fn links_of(declared: &Declared) -> impl Iterator<Item = KnownLink> + '_ {
    (0..1 << NAMES.len()).map(|picks| link_of(declared, picks))
}

fn types(declared: &Declared) -> Types {
    declared.iter().filter(|(name, _)| *name != "oauth").map(|(name, kind)| (name.to_owned(), kind)).collect()
}

/// The scope lists of an app that has `types`.
fn lists_of(types: &BTreeMap<&str, Option<ScopeType>>) -> Declared {
    let mut declared = Declared::default();
    for (name, kind) in types {
        if let Some(kind) = kind {
            declared.of_type_mut(*kind).push((*name).to_owned());
        }
    }
    declared
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_link_that_is_said_to_live_is_accepted_and_one_that_is_said_to_die_is_refused(
        old in lists(), new in lists(), picks in 0_usize..64,
    ) {
        let link = link_of(&old, picks);
        prop_assert!(accepts(&old, &link.scope, &link.optional));
        let mut before = Side::of_declared("old", &old);
        before.links.push(link.clone());
        let found = diff(Catalog::embedded(), &before, &Side::of_declared("new", &new));
        let accepted = accepts(&new, &link.scope, &link.optional);
        prop_assert_eq!(found.links.known[0].why.is_empty(), accepted);
        let alone = diff(Catalog::embedded(), &Side::of_link(link), &Side::of_declared("new", &new));
        prop_assert_eq!(alone.links.left == LinksLeft::All, accepted);
        prop_assert_eq!(alone.links.left == LinksLeft::None, !accepted);
    }

    #[test]
    fn all_some_and_none_are_counted_over_every_link_that_was_right(old in lists(), new in lists()) {
        let found = diff(Catalog::embedded(), &Side::of_declared("old", &old), &Side::of_declared("new", &new));
        let fates: Vec<bool> = links_of(&old).map(|link| accepts(&new, &link.scope, &link.optional)).collect();
        let expected = match (fates.contains(&true), fates.contains(&false)) {
            (_, false) => LinksLeft::All,
            (true, true) => LinksLeft::Some,
            (false, true) => LinksLeft::None,
        };
        prop_assert_eq!(found.links.left, expected);
        prop_assert_eq!(found.links.broken.is_empty(), expected == LinksLeft::All);
    }

    #[test]
    fn a_link_is_refused_with_a_reason_where_the_rules_refuse_it(
        new in lists(), scope in prop::collection::vec(0_usize..7, 0..6), optional in prop::collection::vec(0_usize..7, 0..3),
    ) {
        let name = |place: &usize| NAMES.get(*place).map_or("unknown".to_owned(), |name| (*name).to_owned());
        let (scope, optional): (Vec<_>, Vec<_>) =
            (scope.iter().map(name).collect(), optional.iter().map(name).collect());
        prop_assert_eq!(refusals(&scope, &optional, &types(&new)).is_empty(), accepts(&new, &scope, &optional));
    }

    #[test]
    fn at_every_step_of_the_rollout_the_links_that_are_out_install(old in lists(), new in lists(), picks in 0_usize..64) {
        let (before, after) = (types(&old), types(&new));
        let ways: BTreeMap<&str, _> =
            NAMES.iter().map(|name| (*name, (before.get(*name).copied(), after.get(*name).copied()))).collect();
        let settings = |round: usize| {
            let kinds = ways.iter().map(|(name, (from, to))| (*name, way(*from, *to).settings[round])).collect();
            lists_of(&kinds)
        };
        let link = |round: Option<usize>| {
            let mut link = KnownLink::default();
            for (bit, (name, (from, to))) in ways.iter().enumerate() {
                let place = round.map_or_else(|| place_of(*from), |round| way(*from, *to).links[round]);
                let wanted = picks >> bit & 1 == 1;
                match place {
                    Place::Scope => link.scope.push((*name).to_owned()),
                    Place::Wanted if wanted => link.scope.push((*name).to_owned()),
                    Place::OptionalScope => link.optional.push((*name).to_owned()),
                    Place::Wanted | Place::Out => {}
                }
            }
            link
        };
        // Settings, links, settings, links, settings: each with what was out before it, and with what comes after it.
        let walk = [(settings(0), None), (settings(0), Some(0)), (settings(1), Some(0)), (settings(1), Some(1)), (settings(2), Some(1))];
        for (step, (settings, round)) in walk.iter().enumerate() {
            let link = link(*round);
            prop_assert!(accepts(settings, &link.scope, &link.optional), "step {step}: {settings:?} {link:?}");
        }
        prop_assert_eq!(types(&settings(2)), after);
    }

    #[test]
    fn without_types_every_link_that_is_out_has_what_the_settings_list(old in lists(), new in lists(), picks in 0_usize..64) {
        let (before, after) = (types(&old), types(&new));
        let all: Vec<_> = NAMES.iter().map(|name| (before.get(*name).copied(), after.get(*name).copied())).collect();
        for (bit, (from, to)) in all.iter().enumerate() {
            let way = untyped_way(*from, *to);
            let has = |place: Place| place == Place::Scope || (place == Place::Wanted && picks >> bit & 1 == 1);
            let walk = [
                (way.settings[0], place_of(*from)),
                (way.settings[0], way.links[0]),
                (way.settings[1], way.links[0]),
                (way.settings[1], way.links[1]),
                (way.settings[2], way.links[1]),
            ];
            for (step, (listed, place)) in walk.into_iter().enumerate() {
                prop_assert!(listed.is_none() || has(place), "step {step}: {from:?} to {to:?}");
            }
            prop_assert_eq!((way.settings[2], way.links[1]), (listed_as(*to), place_of(*to)));
        }
    }
}

#[test]
fn the_sentence_answers_for_every_move_of_one_scope() {
    let all = [None].into_iter().chain(ScopeType::ALL.map(Some));
    let mut told = String::new();
    for from in all.clone() {
        for to in all.clone() {
            let found = diff(Catalog::embedded(), &with(from), &with(to));
            let name = |kind: Option<ScopeType>| kind.map_or("none", ScopeType::as_str);
            let line = [name(from), " to ", name(to), ": ", found.reconnect.answer.as_str(), "\n"];
            told.extend(line);
        }
    }
    insta::assert_snapshot!(told, @r"
    none to none: nobody
    none to required: for-new-features
    none to conditional: for-new-features
    none to optional: for-new-features
    required to none: nobody
    required to required: nobody
    required to conditional: nobody
    required to optional: nobody
    conditional to none: nobody
    conditional to required: for-new-features
    conditional to conditional: nobody
    conditional to optional: nobody
    optional to none: nobody
    optional to required: for-new-features
    optional to conditional: nobody
    optional to optional: nobody
    ");
}
