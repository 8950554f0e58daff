//! Which scopes one link carries: the base link, a named one, or the base with more.

use super::resolved::{of_type, scope_named};
use super::{Cause, NamedLink, Plan, ResolvedScope, ScopeType, Selection, parse_feature};
use crate::catalog::{Catalog, Scope, nearest};
use crate::diagnostic::{Diagnostic, rule};
use crate::prose::did_you_mean;

/// Which link is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum LinkChoice {
    /// All required and all optional scopes, no conditionally required one.
    #[default]
    Base,
    /// The link with this name.
    Named(String),
    /// The base link and these scopes or features.
    With(Vec<String>),
}

/// The scopes of one link, sorted, `oauth` first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkScopes {
    /// For the parameter `scope`.
    pub scope: Vec<String>,
    /// For the parameter `optional_scope`.
    pub optional: Vec<String>,
    /// The conditionally required ones among `scope`.
    pub conditional: Vec<String>,
    /// What cannot be in this link.
    pub diagnostics: Vec<Diagnostic>,
}

/// The scopes of the link that `choice` means.
pub fn link_scopes(catalog: &Catalog, plan: &Plan, scopes: &[ResolvedScope], choice: &LinkChoice) -> LinkScopes {
    let mut diagnostics = Vec::new();
    let wanted: Vec<String> = match choice {
        LinkChoice::Base => Vec::new(),
        LinkChoice::With(items) => items.clone(),
        LinkChoice::Named(name) => match plan.links.iter().find(|link| link.name == *name) {
            Some(link) => link.with.clone(),
            None => {
                diagnostics.push(unknown_link(&plan.links, name));
                Vec::new()
            }
        },
    };
    let mut conditional: Vec<String> = Vec::new();
    for item in &wanted {
        match added_by(catalog, scopes, item) {
            Ok(names) => conditional.extend(names),
            Err(finding) => diagnostics.push(*finding),
        }
    }
    conditional.sort();
    conditional.dedup();
    let names = |kind| of_type(scopes, kind).map(|scope| scope.name.clone());
    let mut scope: Vec<String> = names(ScopeType::Required).chain(conditional.iter().cloned()).collect();
    scope.sort_by(|a, b| (a != Scope::OAUTH, a).cmp(&(b != Scope::OAUTH, b)));
    LinkScopes { scope, optional: names(ScopeType::Optional).collect(), conditional, diagnostics }
}

/// The conditionally required scopes that `item` (a scope or a feature) brings into a link.
fn added_by(catalog: &Catalog, scopes: &[ResolvedScope], item: &str) -> Result<Vec<String>, Box<Diagnostic>> {
    if let Some(scope) = scope_named(scopes, item) {
        return match scope.kind {
            ScopeType::Required => Ok(Vec::new()),
            ScopeType::ConditionallyRequired => Ok(vec![scope.name.clone()]),
            ScopeType::Optional => Err(Box::new(optional_in_scope(catalog, scope))),
        };
    }
    let mut added = Vec::new();
    for feature in features_of(catalog, item) {
        let mut served = scopes.iter().filter(|scope| serves(scope, &feature)).peekable();
        if served.peek().is_none() {
            return Err(Box::new(not_in_plan(catalog, scopes, &feature)));
        }
        let conditional = served.filter(|scope| scope.kind == ScopeType::ConditionallyRequired);
        added.extend(conditional.map(|scope| scope.name.clone()));
    }
    Ok(added)
}

/// The features that `item` names, one for each option; a feature without its options stands for all that are chosen.
fn features_of(catalog: &Catalog, item: &str) -> Vec<String> {
    match parse_feature(catalog, item) {
        Ok(selections) => selections.iter().map(Selection::spec).collect(),
        Err(_) => vec![item.to_owned()],
    }
}

fn serves(scope: &ResolvedScope, feature: &str) -> bool {
    scope.reasons.iter().any(|reason| match &reason.cause {
        Cause::Feature(spec) => {
            spec.strip_prefix(feature).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '[']))
        }
        Cause::Endpoint(call) => call == feature,
        Cause::EveryApp | Cause::Pinned(_) | Cause::Declared => false,
    })
}

fn unknown_link(links: &[NamedLink], name: &str) -> Diagnostic {
    let known: Vec<&str> = links.iter().map(|link| link.name.as_str()).collect();
    let finding = Diagnostic::new(rule::PLAN_UNKNOWN_LINK, name, format!("There is no link named {name}."));
    if known.is_empty() {
        finding.with_fix("The plan has no named links; leave --link out for the base link.")
    } else {
        finding.with_fix(format!("The plan's links are {}.", known.join(", ")))
    }
}

fn optional_in_scope(catalog: &Catalog, scope: &ResolvedScope) -> Diagnostic {
    let message =
        format!("{} is optional, so it stands in optional_scope and cannot be demanded in scope.", scope.name);
    Diagnostic::new(rule::MATCH_OPTIONAL_IN_SCOPE, &scope.name, message)
        .with_hubspot_says(catalog.messages().text("install.mismatch"))
        .with_fix("Make it conditionally required, or leave it out of the link's additions.")
}

fn not_in_plan(catalog: &Catalog, scopes: &[ResolvedScope], item: &str) -> Diagnostic {
    let names = of_type(scopes, ScopeType::ConditionallyRequired).map(|scope| scope.name.as_str());
    let near = nearest(item, names, 2);
    let finding = Diagnostic::new(
        rule::MATCH_NOT_CONFIGURED,
        item,
        format!("{item} is not in this plan, so no link can carry it."),
    )
    .with_hubspot_says(catalog.messages().text("install.mismatch"));
    let id = item.split(':').next().unwrap_or(item);
    if catalog.feature(id).is_some() && catalog.scope_named(item).is_none() {
        return finding.with_fix(format!("Add it first, for example with --feature {item}@per-link."));
    }
    match did_you_mean(near.get(..1).unwrap_or_default()) {
        Some(question) => finding.with_fix(question),
        None => finding.with_fix(format!("Add it first, for example with --conditional {item}.")),
    }
}
