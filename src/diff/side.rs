//! One state of an app, before or after a change: from a plan, from scope lists alone, or from a link.
//!
//! Owns what of a plan matters to installs and links. A link tells what it demands, but not which of that is required of
//! every link: its types are read in the light of the other side.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Catalog, Scope};
use crate::plan::{Auth, Cause, Declared, Distribution, LinkChoice, Plan, Resolved, ScopeType, link_scopes, resolve};

/// The scopes of a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scopes {
    /// By type, as the app's settings hold them.
    Settings(BTreeMap<String, ScopeType>),
    /// As one link asks for them.
    Link {
        /// The names in `scope`.
        demanded: BTreeSet<String>,
        /// The names in `optional_scope`.
        optional: BTreeSet<String>,
    },
}

/// Something the app does, with the scopes that allow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// What asks.
    pub cause: Cause,
    /// One of these suffices, each whole; empty = nothing is known to be needed.
    pub ways: Vec<Vec<String>>,
    /// HubSpot checks its scopes when it is set up.
    pub locked: bool,
}

/// A link that is known to be out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownLink {
    /// What people call it.
    pub name: String,
    /// The names in `scope`.
    pub scope: Vec<String>,
    /// The names in `optional_scope`.
    pub optional: Vec<String>,
    /// Its redirect URL, where it is known.
    pub redirect: Option<String>,
    /// Its client id, where it is known.
    pub client_id: Option<String>,
}

/// One state of an app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// What the user called it.
    pub name: String,
    /// How it gets its token.
    pub auth: Auth,
    /// Whether scopes have three types by the rules that hold; before, a link could carry what it liked beside what is
    /// required.
    pub typed: bool,
    /// Whether its tokens act for one user, where that is known.
    pub user_level: Option<bool>,
    /// How it reaches accounts, where that is known.
    pub distribution: Option<Distribution>,
    /// Its client id, where it is known.
    pub client_id: Option<String>,
    /// Its scopes, without `oauth`: HubSpot adds that to every OAuth app.
    pub scopes: Scopes,
    /// Why a scope is there, where that is known.
    pub causes: BTreeMap<String, Vec<Cause>>,
    /// What the app does, by its text.
    pub uses: BTreeMap<String, Use>,
    /// Its redirect URLs; empty = not known.
    pub redirects: Vec<String>,
    /// The links that are known.
    pub links: Vec<KnownLink>,
}

impl Side {
    /// A state of which only the scope lists are known.
    pub fn of_declared(name: &str, declared: &Declared) -> Self {
        let mut scopes = BTreeMap::new();
        // The strongest type comes first, and stays.
        for (scope, kind) in declared.iter().filter(|(scope, _)| *scope != Scope::OAUTH) {
            scopes.entry(scope.to_owned()).or_insert(kind);
        }
        Self {
            name: name.to_owned(),
            auth: Auth::Oauth,
            typed: true,
            user_level: None,
            distribution: None,
            client_id: None,
            scopes: Scopes::Settings(scopes),
            causes: BTreeMap::new(),
            uses: BTreeMap::new(),
            redirects: Vec::new(),
            links: Vec::new(),
        }
    }

    /// A state that one link shows.
    pub fn of_link(link: KnownLink) -> Self {
        let names = |list: &[String]| list.iter().filter(|name| *name != Scope::OAUTH).cloned().collect();
        Self {
            scopes: Scopes::Link { demanded: names(&link.scope), optional: names(&link.optional) },
            client_id: link.client_id.clone(),
            ..Self::of_declared(&link.name, &Declared::default())
        }
        .with_link(link)
    }

    fn with_link(mut self, link: KnownLink) -> Self {
        self.links.push(link);
        self
    }

    /// The state that a plan leads to. Where the app's settings are known, they are the scopes: what features need beyond
    /// them is not there yet.
    pub fn of_plan(catalog: &'static Catalog, name: &str, plan: &Plan) -> Self {
        let resolved = resolve(catalog, plan);
        let mut declared = Declared::default();
        match &plan.app.declared {
            Some(settings) => declared.clone_from(settings),
            None => {
                for scope in &resolved.scopes {
                    declared.of_type_mut(scope.kind).push(scope.name.clone());
                }
            }
        }
        let app = &plan.app;
        Self {
            auth: app.auth,
            // A plan may be silent of both; the app's own file is not.
            user_level: app.declared.as_ref().map(|_| app.user_level),
            distribution: app.declared.as_ref().map(|_| app.distribution),
            client_id: app.client_id.clone(),
            causes: causes(&resolved),
            uses: uses(plan, &resolved),
            redirects: app.registered_redirects.clone(),
            links: links(catalog, plan, &resolved.as_declared(app)),
            ..Self::of_declared(name, &declared)
        }
    }

    /// Its scopes by type. A link's are those that fit `other`: what it demands is what the other side demands of some
    /// links or of all; and a later link may leave out what an earlier state did not require.
    pub(super) fn types_beside(&self, other: &Self, is_new: bool) -> BTreeMap<String, ScopeType> {
        let (demanded, optional) = match &self.scopes {
            Scopes::Settings(types) => return types.clone(),
            Scopes::Link { demanded, optional } => (demanded, optional),
        };
        let none = BTreeMap::new();
        let beside = match &other.scopes {
            Scopes::Settings(types) => types,
            Scopes::Link { .. } => &none,
        };
        let mut types: BTreeMap<String, ScopeType> = BTreeMap::new();
        if is_new {
            let left_out = beside.iter().filter(|(_, kind)| **kind != ScopeType::Required);
            types.extend(left_out.map(|(name, kind)| (name.clone(), *kind)));
        }
        types.extend(optional.iter().map(|name| (name.clone(), ScopeType::Optional)));
        types.extend(demanded.iter().map(|name| {
            let kind = beside.get(name).copied().filter(|kind| *kind != ScopeType::Optional);
            (name.clone(), kind.unwrap_or(ScopeType::Required))
        }));
        types
    }

    /// Whether it is known from a link alone.
    pub fn is_link(&self) -> bool {
        matches!(self.scopes, Scopes::Link { .. })
    }
}

fn causes(resolved: &Resolved) -> BTreeMap<String, Vec<Cause>> {
    let mut causes: BTreeMap<String, Vec<Cause>> = BTreeMap::new();
    for scope in &resolved.scopes {
        let known = scope.reasons.iter().map(|reason| &reason.cause);
        let telling = known.filter(|cause| !matches!(cause, Cause::EveryApp | Cause::Declared));
        causes.insert(scope.name.clone(), telling.cloned().collect());
    }
    causes
}

fn uses(plan: &Plan, resolved: &Resolved) -> BTreeMap<String, Use> {
    let mut uses: BTreeMap<String, Use> = BTreeMap::new();
    // What is switched off does nothing yet.
    let active = plan.selections.iter().filter(|selection| selection.active);
    let features = active.map(|selection| Cause::Feature(selection.spec()));
    let calls = plan.calls.iter().map(|chosen| Cause::Endpoint(chosen.call.clone()));
    for cause in features.chain(calls) {
        let unknown = Use { cause: cause.clone(), ways: Vec::new(), locked: false };
        uses.insert(cause.describe().to_owned(), unknown);
    }
    for need in &resolved.needs {
        let Some(known) = uses.get_mut(need.cause.describe()) else { continue };
        known.ways = need.ways.iter().map(|way| way.iter().map(|name| (*name).to_owned()).collect()).collect();
    }
    for scope in &resolved.scopes {
        for reason in &scope.reasons {
            let Some(known) = uses.get_mut(reason.cause.describe()) else { continue };
            known.locked |= reason.locked.is_some();
        }
    }
    uses
}

/// The base link and the named ones, as the plan would build them.
fn links(catalog: &Catalog, plan: &Plan, resolved: &Resolved) -> Vec<KnownLink> {
    if plan.app.auth != Auth::Oauth || resolved.scopes.is_empty() {
        return Vec::new();
    }
    let named = plan.links.iter().map(|link| LinkChoice::Named(link.name.clone()));
    std::iter::once(LinkChoice::Base)
        .chain(named)
        .map(|choice| {
            let scopes = link_scopes(catalog, plan, &resolved.scopes, &choice);
            let name = match choice {
                LinkChoice::Named(name) => name,
                LinkChoice::Base | LinkChoice::With(_) => "base".to_owned(),
            };
            KnownLink {
                name,
                scope: scopes.scope,
                optional: scopes.optional,
                redirect: plan.app.redirect_url.clone(),
                client_id: plan.app.client_id.clone(),
            }
        })
        .collect()
}
