//! What holds for the repair of every link with the settings of every app.

use std::collections::BTreeSet;

use hubscope::catalog::Catalog;
use hubscope::check::{AppSide, LinkOptions, check_link, repair_link};
use hubscope::plan::Declared;
use proptest::prelude::*;

const NAMES: [&str; 8] = [
    "oauth",
    "forms",
    "automation",
    "crm.lists.read",
    "crm.lists.write",
    "crm.objects.contacts.read",
    "crm.objects.deals.read",
    "crm.objects.deals.write",
];

/// Each name in one list, or in none.
fn settings() -> impl Strategy<Value = Declared> {
    prop::collection::vec(0..4_usize, NAMES.len()).prop_map(|kinds| {
        let of = |kind: usize| {
            let own = kinds.iter().zip(NAMES).filter(move |(own, _)| **own == kind);
            own.map(|(_, name)| name.to_owned()).collect()
        };
        Declared { required: of(0), conditional: of(1), optional: of(2) }
    })
}

/// Names as they may be written, with what may stand between them.
fn list() -> impl Strategy<Value = String> {
    let name = prop::sample::select(NAMES.to_vec());
    let written = (name, 0..6_u8).prop_map(|(name, way)| match way {
        0 => name.replace('.', "%2E"),
        1 => name.replace('o', "%6f"),
        _ => name.to_owned(),
    });
    let space = prop::sample::select(vec!["%20", "%20", "%20", "+", " ", "%20%20", ",", "%2C", "%09"]);
    prop::collection::vec((written, space), 0..7).prop_map(|names| {
        let mut list = String::new();
        for (place, (name, space)) in names.iter().enumerate() {
            list += if place == 0 { "" } else { space };
            list += name;
        }
        list
    })
}

fn link() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec!["&", "&", "&", "&amp;"]);
    let part = prop_oneof![
        4 => list().prop_map(|list| format!("scope={list}")),
        4 => list().prop_map(|list| format!("optional_scope={list}")),
        1 => list().prop_map(|list| format!("optional_scopes={list}")),
        1 => Just("state=s1".to_owned()),
    ];
    (prop::collection::vec((sign, part), 0..4), any::<bool>()).prop_map(|(parts, last)| {
        let id = "client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fdone";
        let rest: String = parts.iter().flat_map(|(sign, part)| [sign.to_string(), part.clone()]).collect();
        let place = "https://app.hubspot.com/oauth/authorize";
        match rest.strip_prefix("&amp;").or(rest.strip_prefix('&')) {
            Some(rest) if last => format!("{place}?{rest}&{id}"),
            _ => format!("{place}?{id}{rest}"),
        }
    })
}

/// The names of both lists in their order, each once.
fn lists(side: &AppSide, text: &str) -> [Vec<String>; 2] {
    let options = LinkOptions { side: Some(side), ..LinkOptions::default() };
    let parsed = check_link(Catalog::embedded(), text, &options).parsed;
    [parsed.scope, parsed.optional_scope].map(|names| {
        let mut seen = BTreeSet::new();
        names.into_iter().filter(|name| !name.is_empty() && seen.insert(name.clone())).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_repaired_link_matches_its_app_and_keeps_what_may_stay(declared in settings(), text in link()) {
        // Of a misnamed parameter that stands twice, nobody knows which one was meant.
        prop_assume!(text.matches("optional_scopes=").count() < 2);
        let mut side = AppSide::default();
        side.declared = declared;
        let options = LinkOptions { side: Some(&side), ..LinkOptions::default() };
        let repaired = repair_link(Catalog::embedded(), &text, &options);
        let after = &repaired.text;
        prop_assert!(!repaired.unfinished, "{text} => {after}");

        let left = check_link(Catalog::embedded(), after, &options).diagnostics;
        let wrong: Vec<&str> = left.iter().map(|finding| finding.rule.id)
            .filter(|rule| rule.starts_with("match/") || *rule == "url/scope-in-both").collect();
        prop_assert!(wrong.is_empty(), "{text} => {after}: {wrong:?}");

        let again = repair_link(Catalog::embedded(), after, &options);
        prop_assert_eq!(&again.text, after);

        let (old, new) = (lists(&side, &text), lists(&side, after));
        for name in old.iter().flatten().filter(|name| side.declared.iter().any(|(own, _)| own == *name)) {
            prop_assert!(new.iter().flatten().any(|kept| kept == name), "{name}: {text} => {after}");
        }
        for (old, new) in old.iter().zip(&new) {
            let kept: Vec<&String> = old.iter().filter(|name| new.contains(name)).collect();
            let now: Vec<&String> = new.iter().filter(|name| old.contains(name)).collect();
            prop_assert_eq!(kept, now, "{} => {}", text, after);
        }
    }
}
