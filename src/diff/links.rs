//! Links in circulation: which still install after the change, and which do not.
//!
//! Of settings every link is meant that was right under them; of a link, that link. The verdict on a single link is taken
//! from the rules themselves, not from the table of moves.

use std::collections::{BTreeMap, BTreeSet};

use super::another::another;
use super::change::{Change, Types};
use super::effect::{LinkEffect, broken_by};
use super::names::listed;
use super::side::{KnownLink, Side};
use super::statement::{REASONED, RULES, Statement};
use crate::catalog::Scope;
use crate::plan::{Auth, ScopeType};

/// Which link breaks, where it is the very one that was given.
pub(super) const GIVEN: &str = "are the given one";

/// How many of the old links still install.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinksLeft {
    /// Every one.
    All,
    /// Some; which, the broken ones say.
    Some,
    /// None.
    None,
}

impl LinksLeft {
    /// The word of JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Some => "some",
            Self::None => "none",
        }
    }
}

/// Links that die.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Which: "have … in scope".
    pub links_that: String,
    /// Why.
    pub why: Statement,
    /// The scopes behind it; none where it is no scope.
    pub scopes: Vec<String>,
}

/// What becomes of one known link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkFate {
    /// The link's name.
    pub name: String,
    /// Why it dies; empty = it lives.
    pub why: Vec<String>,
}

/// What becomes of the links that are out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldLinks {
    /// How many still install.
    pub left: LinksLeft,
    /// Which do not.
    pub broken: Vec<Broken>,
    /// Links that are known by name.
    pub known: Vec<LinkFate>,
}

/// Why a link with these scopes is refused by settings with these types: the rules of a link, one by one.
pub(super) fn refusals(scope: &[String], optional: &[String], types: &Types) -> Vec<String> {
    let not_oauth = |name: &&String| *name != Scope::OAUTH;
    let demanded: BTreeSet<&String> = scope.iter().filter(not_oauth).collect();
    let mut why = missing(scope, types);
    why.extend(demanded.iter().filter_map(|name| match types.get(*name) {
        Some(ScopeType::Required | ScopeType::ConditionallyRequired) => None,
        Some(ScopeType::Optional) => Some(format!("{name} is optional, but stands in its scope")),
        None => Some(format!("{name} is not among the app's scopes")),
    }));
    why.extend(optional.iter().filter(not_oauth).filter_map(|name| match types.get(name) {
        Some(ScopeType::Optional) => None,
        Some(kind) => Some(format!("{name} is {}, but stands in its optional_scope", kind.name())),
        None => Some(format!("{name} is not among the app's scopes")),
    }));
    why
}

/// What every link has to have, and this one has not.
fn missing(scope: &[String], types: &Types) -> Vec<String> {
    let demanded: BTreeSet<&String> = scope.iter().collect();
    let missing = types.iter().filter(|(name, kind)| **kind == ScopeType::Required && !demanded.contains(name));
    missing.map(|(name, _)| format!("{name} is required, but not in its scope")).collect()
}

/// What becomes of the links of `old`.
pub(super) fn old_links(old: &Side, new: &Side, changes: &[Change], after: &Types) -> OldLinks {
    let nothing = OldLinks { left: LinksLeft::All, broken: Vec::new(), known: Vec::new() };
    if let Some(another) = another(old, new) {
        let why = Statement::inferred(another.why, REASONED);
        let links_that = another.links_that.to_owned();
        let broken = vec![Broken { links_that, why, scopes: Vec::new() }];
        return OldLinks { left: LinksLeft::None, broken, ..nothing };
    }
    if new.auth != Auth::Oauth {
        return nothing;
    }
    let known: Vec<LinkFate> = old.links.iter().map(|link| fate(link, new, after)).collect();
    // Before types were enforced, a link could carry what it liked: only what it lacks refuses it.
    let counts = |change: &&Change| new.typed || change.to == Some(ScopeType::Required);
    let changes: Vec<Change> = changes.iter().filter(counts).cloned().collect();
    let mut broken = by_moves(&changes);
    if old.is_link() {
        let dies = known.iter().any(|link| !link.why.is_empty());
        if dies && let [link] = known.as_slice() {
            let why = Statement::inferred(listed(&link.why), RULES);
            broken = vec![Broken { links_that: GIVEN.to_owned(), why, scopes: Vec::new() }];
        }
        let left = if dies { LinksLeft::None } else { LinksLeft::All };
        return OldLinks { left, broken: if dies { broken } else { Vec::new() }, known };
    }
    let (lost, kept) = redirects(old, new);
    if !lost.is_empty() {
        let why = Statement::reported("a link's redirect URL has to be one of the app's, letter for letter", RULES);
        broken.push(Broken { links_that: format!("lead back to {}", listed(&lost)), why, scopes: Vec::new() });
    }
    let other_app = old.client_id.is_some() && new.client_id.is_some() && old.client_id != new.client_id;
    if other_app {
        let why = Statement::inferred("the client id differs: it is another app", REASONED);
        broken.push(Broken { links_that: "have the old client id".to_owned(), why, scopes: Vec::new() });
    }
    let all_die = changes.iter().any(|change| change.effects().links == LinkEffect::All)
        || other_app
        || (!lost.is_empty() && kept == 0);
    let left = match (broken.is_empty(), all_die) {
        (true, _) => LinksLeft::All,
        (false, true) => LinksLeft::None,
        (false, false) => LinksLeft::Some,
    };
    OldLinks { left, broken, known }
}

fn by_moves(changes: &[Change]) -> Vec<Broken> {
    let mut groups: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for change in changes {
        groups.entry((change.from, change.to)).or_default().push(change.scope.clone());
    }
    let broken = |((from, to), scopes): ((Option<ScopeType>, Option<ScopeType>), Vec<String>)| {
        let (links_that, why) = broken_by(from, to, &scopes)?;
        Some(Broken { links_that, why, scopes })
    };
    groups.into_iter().filter_map(broken).collect()
}

fn fate(link: &KnownLink, new: &Side, after: &Types) -> LinkFate {
    let mut why = match new.typed {
        true => refusals(&link.scope, &link.optional, after),
        false => missing(&link.scope, after),
    };
    if let Some(redirect) =
        link.redirect.as_ref().filter(|url| !new.redirects.is_empty() && !new.redirects.contains(url))
    {
        why.push(format!("{redirect} is none of the app's redirect URLs"));
    }
    if let (Some(old), Some(new)) = (&link.client_id, &new.client_id)
        && old != new
    {
        why.push("its client id is another app's".to_owned());
    }
    LinkFate { name: link.name.clone(), why }
}

/// The redirect URLs that are no longer registered, and how many of the old ones still are.
fn redirects<'a>(old: &'a Side, new: &Side) -> (Vec<&'a String>, usize) {
    if new.redirects.is_empty() {
        return (Vec::new(), old.redirects.len());
    }
    let registered: BTreeSet<&String> = new.redirects.iter().collect();
    let lost: Vec<&String> = old.redirects.iter().filter(|url| !registered.contains(url)).collect();
    let kept = old.redirects.len() - lost.len();
    (lost, kept)
}
