//! Problems made of real calls and features, the same for the same seed.

use hubscope::catalog::{Catalog, ScopeSet};
use hubscope::solve::Requirement;

/// Numbers that look random and are the same on every machine (`SplitMix64`).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `sides`.
    pub(crate) fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }

    /// One of `things`.
    pub(crate) fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }
}

/// What asks, and what it asks for.
pub(crate) type Need = (String, Requirement);

/// What HubSpot's own calls and features ask for.
pub(crate) struct Pool {
    /// Every call that an installed app can make.
    calls: Vec<Need>,
    /// Those that leave a choice.
    choices: Vec<Need>,
    /// Every feature and option.
    features: Vec<Need>,
}

/// A problem: what is needed, and what is held from the start.
pub(crate) struct Problem {
    /// What is needed.
    pub(crate) needs: Vec<Need>,
    /// What is held.
    pub(crate) held: ScopeSet,
}

impl Problem {
    /// The requirements alone.
    pub(crate) fn requirements(&self) -> Vec<Requirement> {
        self.needs.iter().map(|(_, requirement)| requirement.clone()).collect()
    }
}

impl Pool {
    /// The pool of the catalog.
    pub(crate) fn read(catalog: &Catalog) -> Self {
        let endpoints = catalog.endpoints();
        let needs = endpoints.operations().iter().map(|operation| endpoints.needs(operation));
        let calls: Vec<Need> = needs
            .filter(|found| !found.requirement.is_empty())
            .map(|found| {
                let ways = found.requirement.iter().map(|way| catalog.set_of(way.all_of.iter().copied()));
                (found.operation.id(), Requirement::any_of(ways))
            })
            .collect();
        let choices = calls.iter().filter(|(_, requirement)| requirement.alternatives().len() > 1).cloned().collect();
        let mut features = Vec::new();
        for feature in catalog.features() {
            let options = feature.options.iter().map(|option| (option.id, option.requires_on(catalog.as_of())));
            for (option, rule) in options.chain([("", feature.requires_on(catalog.as_of()))]) {
                let Some(rule) = rule else { continue };
                let ways = rule.any_of.iter().map(|way| catalog.set_of(way.all_of.iter().copied()));
                features.push((format!("{}:{option}", feature.id), Requirement::any_of(ways)));
            }
        }
        Self { calls, choices, features }
    }

    /// A plan of 1 to 14 calls, and with it up to 4 features; now and then something is held.
    pub(crate) fn plan(&self, dice: &mut Dice) -> Problem {
        // Most calls have one way: half of the plans are made of those that leave a choice.
        let source = if dice.below(2) == 0 { &self.calls } else { &self.choices };
        let mut needs: Vec<Need> = (0..=dice.below(14)).map(|_| dice.pick(source).clone()).collect();
        needs.extend((0..dice.below(5)).map(|_| dice.pick(&self.features).clone()));
        let mut held = ScopeSet::EMPTY;
        if dice.below(4) == 0 {
            for _ in 0..=dice.below(3) {
                let (_, requirement) = dice.pick(&self.calls);
                held = held.union(dice.pick(requirement.alternatives()));
            }
        }
        Problem { needs, held }
    }
}

/// `count` requirements, each with up to `ways` of one to three scopes, over `pool` scopes from all over the catalog.
pub(crate) fn tangle(catalog: &Catalog, dice: &mut Dice, count: usize, ways: usize, pool: usize) -> Problem {
    let mut ids: Vec<&str> = Vec::new();
    while ids.len() < pool {
        let name = dice.pick(catalog.scopes()).name;
        if name != "oauth" && !ids.contains(&name) {
            ids.push(name);
        }
    }
    let needs = (0..count).map(|place| {
        let sets: Vec<ScopeSet> =
            (0..ways).map(|_| catalog.set_of((0..=dice.below(3)).map(|_| *dice.pick(&ids)))).collect();
        (format!("need {place}"), Requirement::any_of(sets))
    });
    Problem { needs: needs.collect(), held: ScopeSet::EMPTY }
}
