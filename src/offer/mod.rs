//! Which links to hand out: the fewest that give every kind of account all that it can have.
//!
//! Owns the choice of links that differ in conditionally required scopes. It builds no URL and changes no plan.
//!
//! A link that demands what a tier lacks is refused there, and one that leaves out what a tier has gives its accounts less
//! than they could have: so accounts whose wishes can be granted alike share a link, and others do not.

use std::collections::{BTreeMap, BTreeSet};

use crate::account::lens_with;
use crate::catalog::{Catalog, Level, Tier, Verdict};
use crate::plan::{Cause, Resolved, ScopeType, When};

/// A feature, call or scope that only some links demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// What it is, as on the command line.
    pub text: String,
    /// All of its scopes.
    pub needs: Vec<String>,
    /// Those of them that are conditionally required.
    pub conditional: BTreeSet<String>,
}

/// A link to hand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedLink {
    /// Its name, made of the tiers it is for.
    pub name: String,
    /// The tiers whose accounts it is for.
    pub tiers: Vec<Level>,
    /// The add-on that they need, where they need one.
    pub addon: Option<String>,
    /// Those of them on which no fact settles whether it installs.
    pub unsure: Vec<Level>,
    /// The conditionally required scopes that it demands.
    pub with: Vec<String>,
    /// What it gives beside the base.
    pub gives: Vec<String>,
    /// What its accounts cannot have.
    pub without: Vec<String>,
}

/// The links, and the tiers that none serves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offer {
    /// The links, for the lowest tiers first.
    pub links: Vec<OfferedLink>,
    /// Tiers on which even the base link is refused, with the scopes that refuse it.
    pub refused: Vec<(Level, Vec<String>)>,
}

/// Everything that only some links demand.
pub fn wishes(resolved: &Resolved) -> Vec<Wish> {
    let is_conditional =
        |name: &str| resolved.scope(name).is_some_and(|scope| scope.kind == ScopeType::ConditionallyRequired);
    let mut wishes: Vec<Wish> = Vec::new();
    let mut covered: BTreeSet<String> = BTreeSet::new();
    for need in resolved.needs.iter().filter(|need| need.when == When::PerLink) {
        let Some(way) = need.by.and_then(|place| need.ways.get(place)) else { continue };
        let needs: Vec<String> = way.iter().map(|name| (*name).to_owned()).collect();
        let conditional: BTreeSet<String> = needs.iter().filter(|name| is_conditional(name)).cloned().collect();
        if matches!(need.cause, Cause::Feature(_) | Cause::Endpoint(_)) && !conditional.is_empty() {
            covered.extend(conditional.iter().cloned());
            wishes.push(Wish { text: need.cause.describe().to_owned(), needs, conditional });
        }
    }
    // What no feature asks for was entered or declared by name.
    for scope in resolved.of_type(ScopeType::ConditionallyRequired).filter(|scope| !covered.contains(&scope.name)) {
        let name = scope.name.clone();
        wishes.push(Wish { text: name.clone(), needs: vec![name.clone()], conditional: BTreeSet::from([name]) });
    }
    wishes
}

/// The fewest links that give accounts on `tiers` each of `wishes` that they can have; what only an add-on gives has a link
/// of its own, for accounts that have it.
pub fn fewest(catalog: &Catalog, resolved: &Resolved, wishes: &[Wish], tiers: &[Level]) -> Offer {
    let required: Vec<&str> = resolved.of_type(ScopeType::Required).map(|scope| scope.name.as_str()).collect();
    let mut offer = Offer::default();
    let mut groups: BTreeMap<BTreeSet<&String>, OfferedLink> = BTreeMap::new();
    let addons = addons(catalog, wishes);
    for addon in std::iter::once(None).chain(addons.iter().map(Some)) {
        let held: Vec<String> = addon.into_iter().cloned().collect();
        let base = lens_with(catalog, &required, &held);
        let lenses: Vec<_> = wishes.iter().map(|wish| lens_with(catalog, &wish.needs, &held)).collect();
        let known: BTreeSet<BTreeSet<&String>> = groups.keys().cloned().collect();
        for (place, level) in Level::ALL.into_iter().enumerate().filter(|(_, level)| tiers.contains(level)) {
            if base.0[place].verdict == Verdict::No {
                if addon.is_none() {
                    offer.refused.push((level, base.0[place].because.clone()));
                }
                continue;
            }
            let can_have = |of: usize| lenses[of].0[place].verdict != Verdict::No;
            let given: Vec<usize> = (0..wishes.len()).filter(|of| can_have(*of)).collect();
            let with: BTreeSet<&String> = given.iter().flat_map(|of| &wishes[*of].conditional).collect();
            // A link that is there without the add-on serves those who have it as well.
            if addon.is_some() && known.contains(&with) {
                continue;
            }
            let link = groups.entry(with.clone()).or_insert_with(|| OfferedLink {
                name: String::new(),
                tiers: Vec::new(),
                addon: addon.cloned(),
                unsure: Vec::new(),
                with: with.into_iter().cloned().collect(),
                gives: given.iter().map(|of| wishes[*of].text.clone()).collect(),
                without: (0..wishes.len()).filter(|of| !can_have(*of)).map(|of| wishes[of].text.clone()).collect(),
            });
            link.tiers.push(level);
            let sure = given.iter().fold(base.0[place].verdict, |all, of| all.and(lenses[*of].0[place].verdict));
            if sure == Verdict::Unknown {
                link.unsure.push(level);
            }
        }
    }
    offer.links = groups.into_values().collect();
    offer.links.sort_by_key(|link| (link.addon.clone(), link.tiers.clone()));
    for link in &mut offer.links {
        let mut names: Vec<String> = link.tiers.iter().map(|level| level.as_str().to_lowercase()).collect();
        names.extend(link.addon.iter().map(|addon| format!("with-{}", addon.replace('_', "-"))));
        link.name = names.join("-");
    }
    offer
}

/// The add-ons that scopes of the wishes ask for.
fn addons(catalog: &Catalog, wishes: &[Wish]) -> BTreeSet<String> {
    let scopes = wishes.iter().flat_map(|wish| &wish.needs).filter_map(|name| catalog.scope_named(name));
    scopes.filter_map(|scope| scope.tier.as_ref()).flat_map(Tier::addons).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Pin, Plan, resolve};

    fn offer(conditional: &[&str], required: &[&str], tiers: &[Level]) -> Offer {
        let catalog = Catalog::embedded();
        let mut plan = Plan::default();
        let lists = [(conditional, ScopeType::ConditionallyRequired), (required, ScopeType::Required)];
        for (names, kind) in lists {
            for name in names {
                plan.pin(Pin::new(name, kind, None));
            }
        }
        let resolved = resolve(catalog, &plan);
        fewest(catalog, &resolved, &wishes(&resolved), tiers)
    }

    fn told(offer: &Offer) -> Vec<(&str, Vec<&str>)> {
        offer.links.iter().map(|link| (link.name.as_str(), link.with.iter().map(String::as_str).collect())).collect()
    }

    #[test]
    fn tiers_that_can_have_the_same_share_a_link() {
        let found = offer(&["automation", "crm.objects.custom.read"], &[], &Level::ALL);
        assert_eq!(
            told(&found),
            [
                ("free-starter", vec![]),
                ("professional", vec!["automation"]),
                ("enterprise", vec!["automation", "crm.objects.custom.read"]),
            ]
        );
        assert_eq!(found.links[0].without, ["automation", "crm.objects.custom.read"]);
        assert_eq!(told(&offer(&["crm.lists.read"], &[], &Level::ALL)).len(), 1);
    }

    #[test]
    fn a_tier_that_the_base_shuts_out_has_no_link() {
        let found = offer(&["automation"], &["crm.objects.custom.read"], &[Level::Free, Level::Enterprise]);
        assert_eq!(told(&found), [("enterprise", vec!["automation"])]);
        assert_eq!(found.refused, [(Level::Free, vec!["crm.objects.custom.read".to_owned()])]);
    }

    #[test]
    fn what_an_add_on_alone_gives_has_a_link_of_its_own() {
        let found = offer(&["business_units_view.read"], &["crm.lists.read"], &Level::ALL);
        let all = "free-starter-professional-enterprise";
        let with_it = format!("{all}-with-brands");
        assert_eq!(told(&found), [(all, vec![]), (with_it.as_str(), vec!["business_units_view.read"])]);
        assert_eq!(found.links[1].addon.as_deref(), Some("brands"));
        assert!(found.links[1].without.is_empty());
    }

    #[test]
    fn no_link_is_refused_where_it_is_handed_out_and_none_gives_less_than_it_could() {
        let catalog = Catalog::embedded();
        for chunk in catalog.scopes().chunks(5) {
            let names: Vec<&str> = chunk.iter().map(|scope| scope.name).filter(|name| *name != "oauth").collect();
            let found = offer(&names, &[], &Level::ALL);
            for link in &found.links {
                for level in &link.tiers {
                    let held: Vec<String> = link.addon.iter().cloned().collect();
                    let on = |with: &[String]| lens_with(catalog, with, &held).0[*level as usize].verdict;
                    assert_ne!(on(&link.with), Verdict::No, "{link:?}");
                    for name in link.without.iter().filter(|name| !link.with.contains(name)) {
                        assert_eq!(on(std::slice::from_ref(name)), Verdict::No, "{name} could be had: {link:?}");
                    }
                }
            }
            let sets: BTreeSet<&Vec<String>> = found.links.iter().map(|link| &link.with).collect();
            assert_eq!(sets.len(), found.links.len(), "two links are one");
        }
    }
}
