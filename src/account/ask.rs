//! What an install asks for: the scopes of one link, whether they come from a plan, a project or the link itself.
//!
//! Owns the step from each of these to names; whether they are granted is decided at the gates.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Rule, rule};
use crate::link::{Built, LinkKind, build};
use crate::plan::{LinkChoice, Plan, Resolved, ResolvedScope, ServedNeed};

/// Why a static-auth app has one type of scope.
const STATIC_TYPES: &str = "a static-auth app gets its required scopes only";

/// What an install asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask {
    /// What must be granted: the names of `scope`, each once.
    pub scope: Vec<String>,
    /// What is granted if it can be: the names of `optional_scope`, each once.
    pub optional: Vec<String>,
    /// The scopes whose type cannot be weaker, and why.
    pub locked: BTreeMap<String, &'static str>,
    /// The names of `scope` that only this link demands: they are conditionally required.
    pub conditional: BTreeSet<String>,
    /// Why HubSpot refuses the link whoever installs.
    pub faults: Vec<Diagnostic>,
    /// The features and calls behind the scopes.
    pub needs: Vec<ServedNeed>,
    /// Why not all of its scopes are known, where they are not.
    pub unknown: Option<&'static str>,
    /// What else of the link leaves open whether it installs.
    pub doubts: Vec<String>,
}

impl Ask {
    /// The link of a plan.
    pub fn of_plan(catalog: &'static Catalog, plan: &Plan, resolved: &Resolved, choice: &LinkChoice) -> Self {
        Self::of_built(build(catalog, plan, resolved, choice), resolved)
    }

    /// A link of a plan that is built already.
    pub fn of_built(built: Built, resolved: &Resolved) -> Self {
        let of_static = (built.kind == LinkKind::Static).then_some(STATIC_TYPES);
        let why = |scope: &ResolvedScope| of_static.or_else(|| scope.locked());
        let locked = resolved.scopes.iter().filter_map(|scope| Some((scope.name.clone(), why(scope)?)));
        Self {
            locked: locked.collect(),
            faults: built.diagnostics.into_iter().filter(|fault| fault.is_error() && !is_open(fault)).collect(),
            needs: resolved.needs.clone(),
            conditional: built.scopes.conditional.into_iter().collect(),
            scope: built.scopes.scope,
            optional: built.scopes.optional,
            unknown: None,
            doubts: Vec::new(),
        }
    }

    /// A link as it stands, with what is wrong with it.
    pub fn of_link(scope: &[String], optional: &[String], faults: Vec<Diagnostic>) -> Self {
        Self { scope: once(scope), optional: once(optional), faults, ..Self::default() }
    }
}

/// Each name once, in the order in which it is met.
fn once(names: &[String]) -> Vec<String> {
    let mut met = BTreeSet::new();
    names.iter().filter(|name| met.insert(name.as_str())).cloned().collect()
}

/// What is not given yet is no fault of who installs: a project knows no client id.
fn is_open(fault: &Diagnostic) -> bool {
    const NOT_GIVEN: [&Rule; 4] = [
        rule::URL_MISSING_CLIENT_ID,
        rule::URL_MISSING_REDIRECT_URI,
        rule::PLAN_STATIC_LINK_INCOMPLETE,
        rule::CONFIG_PLACEHOLDER,
    ];
    NOT_GIVEN.contains(&fault.rule)
}
