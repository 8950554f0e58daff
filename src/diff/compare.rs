//! Two states of an app, compared: everything that the change does, in one answer.

use std::collections::{BTreeMap, BTreeSet};

use super::another::app_changes;
use super::change::{Change, Types, changes};
use super::effect::{Effects, InstallEffect};
use super::impact::{Cope, Reach, cope, reach};
use super::letter::{Letter, letter};
use super::links::{OldLinks, old_links};
use super::names::{listed, number};
use super::reconnect::{Reconnect, ReconnectAnswer, reconnect};
use super::rollout::{Step, rollout};
use super::side::Side;
use super::statement::{GRANTS, REASONED, RULES, SPLIT, Statement};
use crate::catalog::Catalog;
use crate::plan::{Auth, ScopeType};

/// What a change does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff {
    /// What the user called the state before.
    pub old: String,
    /// What the user called the state after.
    pub new: String,
    /// Who has to reconnect.
    pub reconnect: Reconnect,
    /// Every scope whose type changed.
    pub changes: Vec<Change>,
    /// What changes of the app itself.
    pub app: Vec<Statement>,
    /// What becomes of existing installs.
    pub installs: Vec<Statement>,
    /// What becomes of links in circulation.
    pub links: OldLinks,
    /// What a refresh of an old token gives.
    pub refresh: Vec<Statement>,
    /// Whom the base link lets in or shuts out.
    pub reach: Reach,
    /// What code has to be ready for.
    pub cope: Vec<Cope>,
    /// The safe order.
    pub rollout: Vec<Step>,
    /// For customers, where they have to hear of it.
    pub letter: Option<Letter>,
    /// What else is worth knowing.
    pub notes: Vec<Statement>,
}

impl Diff {
    /// Whether someone has to authorise again, if only for what is new, or a link dies.
    pub fn asks_for_action(&self) -> bool {
        self.reconnect.answer != ReconnectAnswer::Nobody || !self.links.broken.is_empty()
    }
}

/// What it does to an app's users when `old` becomes `new`.
pub fn diff(catalog: &'static Catalog, old: &Side, new: &Side) -> Diff {
    let before = in_effect(old, old.types_beside(new, false));
    let after = in_effect(new, new.types_beside(old, true));
    let changes = changes(old, new, &before, &after);
    let reconnect = reconnect(catalog, old, new, &changes, &before, &after);
    let links = old_links(old, new, &changes, &after);
    let rollout = rollout(old, new, &changes, &reconnect, &links);
    let letter = letter(catalog, new, &changes, &reconnect, &after);
    Diff {
        old: old.name.clone(),
        new: new.name.clone(),
        installs: installs(&changes, &reconnect),
        refresh: refresh(old, new, &changes, &reconnect),
        reach: reach(catalog, old, new, &before, &after),
        app: app_changes(old, new),
        cope: cope(&changes, &reconnect),
        notes: notes(old, new, &after, &changes, &reconnect),
        reconnect,
        changes,
        links,
        rollout,
        letter,
    }
}

/// A static-auth app gets its required scopes only, and an app without API access gets none.
fn in_effect(side: &Side, mut types: Types) -> Types {
    match side.auth {
        Auth::Oauth => {}
        Auth::Static => types.retain(|_, kind| *kind == ScopeType::Required),
        Auth::None => types.clear(),
    }
    types
}

/// Changes whose scope HubSpot carries over, or that give way to such, are told of apart.
fn grouped<K: Ord>(
    changes: &[Change],
    reconnect: &Reconnect,
    key: impl Fn(Effects) -> K,
) -> BTreeMap<K, (Effects, Vec<String>)> {
    let mut groups: BTreeMap<K, (Effects, Vec<String>)> = BTreeMap::new();
    for change in changes.iter().filter(|change| !reconnect.carries(change)) {
        let effects = change.effects();
        groups.entry(key(effects)).or_insert_with(|| (effects, Vec::new())).1.push(change.scope.clone());
    }
    groups
}

/// The worst first.
fn rank(effects: Effects) -> u8 {
    match effects.installs {
        InstallEffect::LoseIt => 0,
        InstallEffect::LackIt => 1,
        InstallEffect::SomeLackIt => 2,
        InstallEffect::Same => 3,
    }
}

fn split(reconnect: &Reconnect) -> Option<Statement> {
    (!reconnect.split.is_empty()).then(|| {
        let text = format!(
            "{}: existing installs keep their access while HubSpot splits {}.",
            listed(&reconnect.split),
            number(reconnect.split.len(), "it", "them")
        );
        Statement::documented(text, SPLIT)
    })
}

fn installs(changes: &[Change], reconnect: &Reconnect) -> Vec<Statement> {
    let mut said: Vec<Statement> = Vec::new();
    if reconnect.another.is_some() {
        let text =
            "They are installs of the app as it was; as it becomes, the app has none until it is installed anew.";
        return vec![Statement::inferred(text, REASONED)];
    }
    if changes.is_empty() {
        said.push(Statement::documented("They keep what they were granted: nothing changes.", GRANTS));
    }
    for (text, lacks) in &reconnect.broken {
        let text = format!("{text}: needs {}, which existing installs were not granted.", listed(lacks));
        said.push(Statement::inferred(text, REASONED));
    }
    for text in &reconnect.ended {
        said.push(Statement::inferred(format!("{text}: no scope of the new state allows it."), REASONED));
    }
    let told: BTreeSet<&String> = reconnect.broken.iter().flat_map(|(_, lacks)| lacks).collect();
    for (effects, names) in grouped(changes, reconnect, rank).values() {
        let others: Vec<&String> = names.iter().filter(|name| !told.contains(name)).collect();
        said.extend((!others.is_empty()).then(|| effects.of_installs(&listed(&others))));
    }
    said.extend(split(reconnect));
    said
}

fn refresh(old: &Side, new: &Side, changes: &[Change], reconnect: &Reconnect) -> Vec<Statement> {
    let mut said: Vec<Statement> = Vec::new();
    if new.auth != Auth::Oauth || old.auth != Auth::Oauth {
        // There is none, or nothing of the kind on the other side.
        return said;
    }
    if reconnect.another.is_some() {
        return vec![Statement::inferred(
            "Those of the app as it was give nothing to the app as it becomes.",
            REASONED,
        )];
    }
    if changes.is_empty() {
        said.push(Statement::documented("They work as before: nothing changes.", GRANTS));
    }
    let by_refresh = |effects: Effects| rank(effects).min(if rank(effects) == 2 { 1 } else { 3 });
    let groups = grouped(changes, reconnect, by_refresh);
    said.extend(groups.values().map(|(effects, names)| effects.of_refresh(&listed(names))));
    if !reconnect.split.is_empty() {
        let text = format!(
            "{}: a token may report the old name or the granular ones, whichever the app declared when it was granted.",
            listed(&reconnect.split)
        );
        said.push(Statement::reported(text, "developers' reports on the split of tickets"));
    }
    said
}

fn notes(old: &Side, new: &Side, after: &Types, changes: &[Change], reconnect: &Reconnect) -> Vec<Statement> {
    let mut notes = Vec::new();
    if old.is_link() || new.is_link() {
        let text = "A link does not tell required scopes from conditionally required ones: what stands in its scope is \
                    taken for required, unless the other side says otherwise.";
        notes.push(Statement::inferred(text, RULES));
    }
    if !reconnect.split.is_empty() || !reconnect.narrowed.is_empty() {
        let text = "That existing installs keep their access is said of HubSpot's own migration of the app; whether it \
                    holds for settings changed by hand is not documented.";
        notes.push(Statement::inferred(text, SPLIT));
    }
    if new.auth == Auth::Static {
        let text = "A static-auth app has no scopes in its link: an account takes new scopes over by installing again \
                    through the Reinstall URL on the app's Distribution tab.";
        notes.push(Statement::reported(text, "HubSpot docs and developers' reports"));
    }
    let served = |way: &Vec<String>| way.iter().all(|name| name == "oauth" || after.contains_key(name));
    let unserved: Vec<&str> = new
        .uses
        .iter()
        .filter(|(text, one)| !reconnect.ended.contains(text) && !one.ways.is_empty() && !one.ways.iter().any(served))
        .map(|(text, _)| text.as_str())
        .collect();
    if !unserved.is_empty() && new.auth != Auth::None {
        let text =
            format!("{}: no scope of {} allows it; hubscope url shows what it needs.", listed(&unserved), new.name);
        notes.push(Statement::inferred(text, REASONED));
    }
    notes.extend(rollout_notes(new, changes));
    notes
}

/// What the order of the steps rests on.
fn rollout_notes(new: &Side, changes: &[Change]) -> Vec<Statement> {
    if changes.is_empty() || new.auth != Auth::Oauth {
        return Vec::new();
    }
    let text = "The order of the rollout follows from HubSpot's rules for links; HubSpot describes no order itself.";
    let mut notes = vec![Statement::inferred(text, REASONED)];
    if !new.typed {
        let text = "Three types of scopes are enforced for every app since 2024-10-21. Without them, the app's settings are a \
                    list of what every link has to demand: required means listed there; conditionally required and optional \
                    say only where links have a scope.";
        notes.push(Statement::documented(text, GRANTS));
        return notes;
    }
    let required_at_once = changes.iter().filter(|change| change.is_new() && change.to == Some(ScopeType::Required));
    let mut locked: Vec<&str> = required_at_once
        .flat_map(|change| &change.because)
        .map(|one| one.cause.describe())
        .filter(|text| new.uses.get(*text).is_some_and(|one| one.locked))
        .collect();
    locked.sort_unstable();
    locked.dedup();
    if !locked.is_empty() {
        let text = format!(
            "{}: HubSpot checks the scope when it is set up. Whether a conditionally required one satisfies it is not \
             documented: set it up after the step that makes the scope required.",
            listed(&locked)
        );
        notes.push(Statement::inferred(text, REASONED));
    }
    notes
}
