//! What choosing a row would cost, before it is chosen.

use super::call_text::call_of;
use super::node::Choice;
use super::state::Model;
use crate::account::lens;
use crate::catalog::{Confidence, Level, Scope};
use crate::plan::{Plan, ResolvedScope, link_scopes, resolve_scopes};

/// The difference that a change makes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// Scopes that it brings.
    pub added: Vec<String>,
    /// Scopes that it takes away.
    pub removed: Vec<String>,
    /// Tiers on which the link no longer installs.
    pub lost: Vec<Level>,
    /// What it does to the tiers, in words.
    pub tiers: Vec<String>,
    /// Among what it brings and demands, what only a Super Admin can grant.
    pub super_admin: Vec<String>,
}

/// A preview in a few letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tag {
    /// The letters; none where nothing changes.
    pub text: String,
    /// Whether the link would no longer install on some tier.
    pub loses_tiers: bool,
    /// The same in four letters at most, for a cell.
    tight: String,
}

impl Tag {
    /// Four letters at most, for a cell.
    pub fn tight(&self) -> &str {
        &self.tight
    }
}

impl Preview {
    /// A few letters for the row: `+1`, `+2 Pro+`; empty when nothing changes.
    pub fn tag(&self) -> Tag {
        let mut parts = Vec::new();
        if !self.added.is_empty() {
            parts.push(format!("+{}", self.added.len()));
        }
        if !self.removed.is_empty() {
            parts.push(format!("-{}", self.removed.len()));
        }
        match self.lost.last() {
            None => {}
            Some(Level::Free) => parts.push("Starter+".to_owned()),
            Some(Level::Starter) => parts.push("Pro+".to_owned()),
            Some(Level::Professional) => parts.push("Ent only".to_owned()),
            Some(Level::Enterprise) => parts.push("no tier".to_owned()),
        }
        Tag { text: parts.join(" "), loses_tiers: !self.lost.is_empty(), tight: self.tight() }
    }

    /// `+1`, `+2P`, `+1E!`: how many scopes, which tier it takes, and whether only a Super Admin can grant one.
    fn tight(&self) -> String {
        let mut letters = match self.added.len() {
            0 => String::new(),
            few @ 1..=9 => format!("+{few}"),
            _ => "+9".to_owned(),
        };
        letters.push_str(match self.lost.last() {
            None => "",
            Some(Level::Free) => "S",
            Some(Level::Starter) => "P",
            Some(Level::Professional) => "E",
            Some(Level::Enterprise) => "-",
        });
        if !self.super_admin.is_empty() {
            letters.push('!');
        }
        letters
    }

    /// A sentence for the status row.
    pub fn sentence(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        let list = |sign: &str, names: &[String]| names.iter().map(|name| format!("{sign} {name}")).collect::<Vec<_>>();
        parts.extend(list("+", &self.added));
        parts.extend(list("-", &self.removed));
        if parts.is_empty() {
            parts.push("no change in scopes".to_owned());
        }
        parts.extend(self.tiers.iter().cloned());
        if !self.super_admin.is_empty() {
            parts.push("only a Super Admin can grant it".to_owned());
        }
        parts.join(", ")
    }
}

/// What a feature that is not chosen asks for on the plan's day: features that ask for the same cost the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NeedKey {
    ways: Vec<&'static [&'static str]>,
    locked: bool,
}

impl Model {
    /// What choosing the row would ask for; `None` where it is chosen, is no feature, or asks for something of its own.
    pub fn need_key(&self, choice: Choice) -> Option<NeedKey> {
        let Choice::Feature(id, option) = choice else { return None };
        if self.is_chosen(choice) {
            return None;
        }
        let feature = self.catalog.feature(id).filter(|feature| feature.in_link)?;
        let day = self.answer.resolved.as_of;
        let rule = match option {
            None => feature.requires_on(day),
            Some(id) => feature.option(id)?.requires_on(day),
        };
        Some(NeedKey { ways: rule?.any_of.iter().map(|way| way.all_of).collect(), locked: feature.checked_at_setup })
    }

    /// What choosing the row, or giving it up, would change.
    pub fn preview_choice(&self, choice: Choice) -> Preview {
        let chosen = self.call_of_choice(choice).map(|chosen| chosen.call.clone());
        let found = match choice {
            Choice::Found(place) => self.found_call(place).map(|found| found.call.clone()),
            _ => None,
        };
        self.preview(|plan| match choice {
            Choice::Feature(feature, option) => plan.toggle(feature, option),
            Choice::Call(_) => plan.toggle_call(&chosen.unwrap_or_default()),
            Choice::Operation(operation) => plan.toggle_call(&call_of(operation)),
            Choice::Found(_) => plan.toggle_call(&found.unwrap_or_default()),
        })
    }

    /// What `edit` would change. It is asked for each row that is seen, so nothing is made that it does not show: no
    /// URL, no suggestions.
    pub fn preview(&self, edit: impl FnOnce(&mut Plan)) -> Preview {
        let mut plan = self.plan().clone();
        edit(&mut plan);
        let scopes = resolve_scopes(self.catalog, &plan);
        let demanded = link_scopes(self.catalog, &plan, &scopes, &self.choice).scope;
        let lens = lens(self.catalog, &demanded);
        let new = |scope: &&ResolvedScope| self.answer.resolved.scope(&scope.name).is_none();
        let added: Vec<String> = scopes.iter().filter(new).map(|scope| scope.name.clone()).collect();
        let gone = |scope: &&ResolvedScope| scopes.iter().all(|other| other.name != scope.name);
        let removed = self.answer.resolved.scopes.iter().filter(gone).map(|scope| scope.name.clone()).collect();
        let by_super_admin = |scope: &Scope| scope.super_admin == Some(Confidence::Documented);
        let by_super_admin =
            |name: &&String| demanded.contains(name) && self.catalog.scope_named(name).is_some_and(by_super_admin);
        Preview {
            super_admin: added.iter().filter(by_super_admin).cloned().collect(),
            added,
            removed,
            lost: lens.gained_by(&self.answer.lens),
            tiers: lens.change_since(&self.answer.lens),
        }
    }
}
