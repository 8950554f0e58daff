//! "Do my users have to reconnect?": the answer, in one sentence.
//!
//! Owns who lacks what after the change. A scope that goes is no reason to reconnect where nothing else takes its place: that
//! would not bring it back.

use std::collections::BTreeSet;

use super::another::{Another, another};
use super::change::{Change, Types};
use super::effect::InstallEffect;
use super::names::{listed, number};
use super::side::{Side, Use};
use crate::catalog::{Catalog, Confidence, Scope, Status};

/// Who has to reconnect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReconnectAnswer {
    /// No existing install needs anything.
    Nobody,
    /// Existing installs keep working; what is new works after authorising again.
    ForNewFeatures,
    /// What already worked needs a scope that old grants lack.
    Everybody,
}

impl ReconnectAnswer {
    /// The word of JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::ForNewFeatures => "for-new-features",
            Self::Everybody => "everybody",
        }
    }
}

/// The answer, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reconnect {
    /// Who.
    pub answer: ReconnectAnswer,
    /// The answer in one sentence.
    pub sentence: String,
    /// How well it is known.
    pub confidence: Confidence,
    /// What worked before and needs what old grants lack, with the scopes that they lack.
    pub broken: Vec<(String, Vec<String>)>,
    /// What worked before and nothing in the new scopes allows.
    pub ended: Vec<String>,
    /// Scopes that no existing install has.
    pub lacking: Vec<String>,
    /// Scopes that some existing installs do not have.
    pub lacking_in_some: Vec<String>,
    /// Scopes that existing installs lose.
    pub lost: Vec<String>,
    /// Coarse scopes that gave way to their successors, which HubSpot carries over.
    pub split: Vec<String>,
    /// Coarse scopes that gave way to some of what they opened: the others of their successors, or nothing that has a name.
    pub narrowed: Vec<Narrowed>,
    /// Why it is another app after the change, where it is: nothing of the old one is carried over.
    pub another: Option<Another>,
}

/// A coarse scope of which only a part stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrowed {
    /// The scope.
    pub scope: String,
    /// Its successors among the new scopes.
    pub kept: Vec<String>,
    /// Its successors that are not among them; empty = what goes has no scope of its own.
    pub without: Vec<String>,
}

impl Reconnect {
    /// Whether existing installs hold what the scope opens, before and after: HubSpot carries it over.
    pub(super) fn carries(&self, change: &Change) -> bool {
        (change.is_new() && self.lacking.binary_search(&change.scope).is_err())
            || (change.is_gone() && self.split.binary_search(&change.scope).is_ok())
    }
}

/// Works the answer out.
pub(super) fn reconnect(
    catalog: &Catalog,
    old: &Side,
    new: &Side,
    changes: &[Change],
    before: &Types,
    after: &Types,
) -> Reconnect {
    let covered = covered(catalog, before);
    let is_covered = |change: &&Change| change.is_new() && covered.contains(change.scope.as_str());
    let narrowed: Vec<Narrowed> = changes
        .iter()
        .filter(|change| change.is_gone())
        .filter_map(|one| narrowed(catalog, &one.scope, after))
        .collect();
    let is_narrowed = |scope: &str| narrowed.iter().any(|one| one.scope == scope);
    let is_split = |scope: &str| is_coarse_and_split(catalog, scope, after) && !is_narrowed(scope);
    let names = |wanted: &dyn Fn(&Change) -> bool| -> Vec<String> {
        changes.iter().filter(|change| wanted(change)).map(|change| change.scope.clone()).collect()
    };
    let lacking = names(&|change| change.is_new() && !is_covered(&change));
    let lacking_in_some = names(&|change| change.effects().installs == InstallEffect::SomeLackIt);
    let split = names(&|change| change.is_gone() && is_split(&change.scope));
    let lost = names(&|change| change.is_gone() && !is_split(&change.scope));

    let kept = before.keys().filter(|name| after.contains_key(*name)).map(String::as_str);
    let carried = changes.iter().filter(is_covered).map(|change| change.scope.as_str());
    let granted: BTreeSet<&str> = kept.chain(carried).chain([Scope::OAUTH]).collect();
    let (mut broken, ended) = of_uses(old, new, before, after, &granted);
    if broken.is_empty() {
        broken.extend(replaced(catalog, changes));
    }
    let mut found = Reconnect {
        answer: ReconnectAnswer::Nobody,
        sentence: String::new(),
        confidence: Confidence::Documented,
        broken,
        ended,
        lacking,
        lacking_in_some,
        lost,
        split,
        narrowed,
        another: another(old, new),
    };
    found.answer = match () {
        () if found.another.is_some() => ReconnectAnswer::Everybody,
        () if !found.broken.is_empty() => ReconnectAnswer::Everybody,
        () if !found.lacking.is_empty() || !found.lacking_in_some.is_empty() => ReconnectAnswer::ForNewFeatures,
        () => ReconnectAnswer::Nobody,
    };
    found.confidence = confidence(&found, changes);
    found.sentence = sentence(&found, changes.is_empty());
    found
}

/// The successors of coarse scopes that existing installs hold: what they open, those hold already.
fn covered(catalog: &Catalog, before: &Types) -> BTreeSet<&'static str> {
    let coarse =
        before.keys().filter_map(|name| catalog.scope_named(name)).filter(|scope| scope.status == Status::Legacy);
    coarse.flat_map(|scope| scope.replaced_by.iter().copied()).collect()
}

fn is_coarse_and_split(catalog: &Catalog, name: &str, after: &Types) -> bool {
    let coarse = catalog.scope_named(name).filter(|scope| scope.status == Status::Legacy);
    coarse.is_some_and(|scope| scope.replaced_by.iter().any(|successor| after.contains_key(*successor)))
}

/// What of a coarse scope goes with it, where its successors are there in part only.
fn narrowed(catalog: &Catalog, name: &str, after: &Types) -> Option<Narrowed> {
    let coarse = catalog.scope_named(name).filter(|scope| scope.status == Status::Legacy)?;
    let there = |successor: &&&str| after.contains_key(**successor);
    let (kept, without): (Vec<&str>, Vec<&str>) = coarse.replaced_by.iter().partition(there);
    let names = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let is_part = !kept.is_empty() && (!without.is_empty() || coarse.partly_replaced);
    is_part.then(|| Narrowed { scope: name.to_owned(), kept: names(kept), without: names(without) })
}

/// What worked before: that which now needs what old grants lack, and that which nothing allows any more.
fn of_uses(
    old: &Side,
    new: &Side,
    before: &Types,
    after: &Types,
    granted: &BTreeSet<&str>,
) -> (Vec<(String, Vec<String>)>, Vec<String>) {
    let is_in = |types: &Types, name: &str| name == Scope::OAUTH || types.contains_key(name);
    let served = |one: &Use, holds: &dyn Fn(&str) -> bool| {
        one.ways.is_empty() || one.ways.iter().any(|way| way.iter().all(|name| holds(name)))
    };
    let (mut broken, mut ended) = (Vec::new(), Vec::new());
    for (text, one) in &new.uses {
        let worked = old.uses.get(text).is_some_and(|earlier| served(earlier, &|name| is_in(before, name)));
        if !worked || served(one, &|name| granted.contains(name)) {
            continue;
        }
        match one.ways.iter().find(|way| way.iter().all(|name| is_in(after, name))) {
            Some(way) => {
                let lacks = way.iter().filter(|name| !granted.contains(name.as_str())).cloned().collect();
                broken.push((text.clone(), lacks));
            }
            None => ended.push(text.clone()),
        }
    }
    (broken, ended)
}

/// Scopes that are no more and whose successors are new: whatever used the old one needs the new ones.
fn replaced(catalog: &Catalog, changes: &[Change]) -> Vec<(String, Vec<String>)> {
    let new: BTreeSet<&str> =
        changes.iter().filter(|change| change.is_new()).map(|change| change.scope.as_str()).collect();
    let gone = changes.iter().filter(|change| change.is_gone()).filter_map(|change| catalog.scope_named(&change.scope));
    gone.filter(|scope| scope.status != Status::Legacy)
        .filter_map(|scope| {
            let by: Vec<String> =
                scope.replaced_by.iter().filter(|name| new.contains(**name)).map(|name| (*name).to_owned()).collect();
            (!by.is_empty()).then(|| (format!("what used {}", scope.name), by))
        })
        .collect()
}

fn confidence(found: &Reconnect, changes: &[Change]) -> Confidence {
    let moved = changes.iter().any(|change| !change.is_new() && !change.is_gone());
    let reasoned = !found.broken.is_empty()
        || !found.split.is_empty()
        || !found.narrowed.is_empty()
        || found.another.is_some()
        || !found.ended.is_empty()
        || (moved && found.lacking.is_empty() && found.lost.is_empty());
    if reasoned { Confidence::Inferred } else { Confidence::Documented }
}

fn sentence(found: &Reconnect, nothing_changes: bool) -> String {
    if let Some(another) = &found.another {
        return another.sentence.to_owned();
    }
    let mut parts = vec![match found.answer {
        ReconnectAnswer::Everybody => {
            let uses: Vec<&str> = found.broken.iter().map(|(text, _)| text.as_str()).collect();
            let mut lacks: Vec<&String> = found.broken.iter().flat_map(|(_, lacks)| lacks).collect();
            lacks.sort();
            lacks.dedup();
            let need = number(uses.len(), "needs", "need");
            format!(
                "Everybody has to reconnect: {} worked before and {need} {}, which no existing install was granted",
                listed(&uses),
                listed(&lacks)
            )
        }
        ReconnectAnswer::ForNewFeatures if found.lacking.is_empty() => format!(
            "Nobody has to reconnect for what works today; an account that was not granted {} has to authorise again \
             before what needs it works there",
            listed(&found.lacking_in_some)
        ),
        ReconnectAnswer::ForNewFeatures => format!(
            "Nobody has to reconnect for what works today; what needs {} works in an account only after it authorises \
             again",
            listed(&found.lacking)
        ),
        ReconnectAnswer::Nobody if nothing_changes => "Nobody has to reconnect: the scopes are the same".to_owned(),
        ReconnectAnswer::Nobody if !found.split.is_empty() => format!(
            "Nobody has to reconnect: existing installs keep their access while HubSpot splits {}",
            listed(&found.split)
        ),
        ReconnectAnswer::Nobody if found.lost.is_empty() => {
            "Nobody has to reconnect: existing installs keep what they were granted".to_owned()
        }
        ReconnectAnswer::Nobody => "Nobody has to reconnect, and it would not help".to_owned(),
    }];
    if !found.lost.is_empty() {
        let it = number(found.lost.len(), "it is", "they are");
        parts.push(format!("existing installs lose {} once {it} deleted from the app's settings", listed(&found.lost)));
    }
    for one in &found.narrowed {
        let gone = match &one.without[..] {
            [] => "what of it has no scope of its own yet".to_owned(),
            names => format!("what {} would open", listed(names)),
        };
        parts.push(format!(
            "of {}, {} {} and {gone} goes",
            one.scope,
            listed(&one.kept),
            number(one.kept.len(), "stays", "stay")
        ));
    }
    if !found.ended.is_empty() {
        let stop = number(found.ended.len(), "stops", "stop");
        parts.push(format!("{} {stop} working, for no scope of the new state allows it", listed(&found.ended)));
    }
    format!("{}.", parts.join("; "))
}
