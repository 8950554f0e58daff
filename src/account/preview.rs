//! What a change of a plan would do to its scopes, to tiers and to installers, before it is made.

use super::{Lens, lens};
use crate::catalog::{Catalog, Confidence, Level, Scope};
use crate::plan::{LinkChoice, Plan, ResolvedScope, link_scopes, resolve_scopes};

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

/// What the plan `changed` changes for the link of `choice`; `before` are the scopes without the change, `was` the tiers.
pub fn preview(
    catalog: &'static Catalog,
    before: &[ResolvedScope],
    was: &Lens,
    changed: &Plan,
    choice: &LinkChoice,
) -> Preview {
    let scopes = resolve_scopes(catalog, changed);
    let demanded = link_scopes(catalog, changed, &scopes, choice).scope;
    let is = lens(catalog, &demanded);
    let lacks = |all: &[ResolvedScope], name: &str| all.iter().all(|other| other.name != name);
    let names = |from: &[ResolvedScope], other: &[ResolvedScope]| -> Vec<String> {
        from.iter().filter(|scope| lacks(other, &scope.name)).map(|scope| scope.name.clone()).collect()
    };
    let (added, removed) = (names(&scopes, before), names(before, &scopes));
    let by_super_admin = |scope: &Scope| scope.super_admin == Some(Confidence::Documented);
    let by_super_admin =
        |name: &&String| demanded.contains(name) && catalog.scope_named(name).is_some_and(by_super_admin);
    Preview {
        super_admin: added.iter().filter(by_super_admin).cloned().collect(),
        added,
        removed,
        lost: is.gained_by(was),
        tiers: is.change_since(was),
    }
}
