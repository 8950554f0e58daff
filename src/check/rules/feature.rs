//! The app's features against its scopes: what a webhook, a card or another component needs and the app's lists lack.
//!
//! The needs are those of the plan's own resolution, so that a check and the configurator cannot disagree.

use std::collections::{HashMap, HashSet};

use crate::catalog::{Catalog, Confidence};
use crate::diagnostic::{Diagnostic, Severity, rule};
use crate::plan::{Cause, Declared, Plan, Resolved, ScopeType, Selection, ServedNeed, has_variable, resolve};
use crate::project::ProjectFeature;

/// What the app's lists hold, as far as a feature can count on it.
#[derive(Debug)]
pub(in crate::check) struct Held<'a> {
    required: HashSet<&'a str>,
    any: HashSet<&'a str>,
    /// A placeholder stands in a list: nobody knows what else it holds.
    is_open: bool,
}

impl<'a> Held<'a> {
    /// Of an app; a static token has its required scopes only.
    pub(in crate::check) fn new(lists: impl IntoIterator<Item = &'a Declared>, is_static: bool) -> Self {
        let mut held = Self { required: HashSet::new(), any: HashSet::new(), is_open: false };
        for (name, kind) in lists.into_iter().flat_map(Declared::iter) {
            held.is_open |= has_variable(name);
            if kind == ScopeType::Required {
                held.required.insert(name);
            }
            if kind == ScopeType::Required || !is_static {
                held.any.insert(name);
            }
        }
        held
    }
}

/// The scopes that each feature needs on the plan's day.
#[derive(Debug)]
pub(in crate::check) struct Needs {
    of_feature: HashMap<String, ServedNeed>,
    resolved: Resolved,
}

impl Needs {
    /// Those of the plan.
    pub(in crate::check) fn of(catalog: &'static Catalog, plan: &Plan) -> Self {
        let resolved = resolve(catalog, plan);
        let named = |need: &ServedNeed| match &need.cause {
            Cause::Feature(spec) => Some((spec.clone(), need.clone())),
            _ => None,
        };
        Self { of_feature: resolved.needs.iter().filter_map(named).collect(), resolved }
    }

    /// What HubSpot ends of all that the plan uses, until the plan's day.
    pub(in crate::check) fn sunsets(&self) -> impl Iterator<Item = Diagnostic> {
        self.resolved.diagnostics.iter().filter(|finding| finding.rule == rule::PLAN_SUNSET).cloned()
    }

    /// How well it is known that `spec` needs `scope`.
    fn confidence(&self, spec: &str, scope: &str) -> Confidence {
        let reasons = self.resolved.scope(scope).into_iter().flat_map(|scope| &scope.reasons);
        let of_spec = reasons.filter(|reason| matches!(&reason.cause, Cause::Feature(of) if of == spec));
        of_spec.map(|reason| reason.confidence).max().unwrap_or(Confidence::Inferred)
    }
}

/// A scope that a feature lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Lack {
    /// The finding, without its place.
    pub(in crate::check) finding: Diagnostic,
    /// The scopes to add to the required ones, or to move there.
    pub(in crate::check) scopes: Vec<String>,
}

/// What `selection` lacks among `held`.
pub(in crate::check) fn check(
    catalog: &Catalog,
    needs: &Needs,
    held: &Held<'_>,
    selection: &Selection,
) -> Option<Lack> {
    let spec = selection.spec();
    let need = needs.of_feature.get(&spec)?;
    let all_in = |set: &HashSet<&str>| need.ways.iter().any(|way| way.iter().all(|name| set.contains(name)));
    if need.ways.is_empty() || all_in(&held.required) {
        return None;
    }
    let checked_at_setup = catalog.feature(&selection.feature).is_some_and(|feature| feature.checked_at_setup);
    if all_in(&held.any) {
        return checked_at_setup.then(|| not_required(needs, need, held, &spec)).flatten();
    }
    let way = &need.ways[need.by.unwrap_or(0)];
    let scopes: Vec<String> =
        way.iter().filter(|name| !held.any.contains(*name)).map(|&name| name.to_owned()).collect();
    (!held.is_open).then(|| missing(catalog, needs, selection, scopes))
}

/// What is to be said of components of a kind that HubSpot is giving up: once a file.
pub(in crate::check) fn deprecated(catalog: &Catalog, features: &[ProjectFeature]) -> Vec<Diagnostic> {
    let mut seen = HashSet::new();
    let old = features.iter().filter_map(|found| {
        let feature = catalog.feature(&found.selection.feature)?;
        (feature.status == Some("deprecated")).then_some((found, feature))
    });
    old.filter(|(found, _)| seen.insert((found.span.file.as_str(), found.selection.feature.as_str())))
        .map(|(found, feature)| {
            let message = format!("{} are a kind of component that HubSpot is giving up.", feature.name);
            let note = feature.note.unwrap_or("Move it to the current kind of component.");
            Diagnostic::new(rule::FEATURE_DEPRECATED, feature.id, message)
                .with_fix(note)
                .with_confidence(feature.confidence)
                .with_span(found.span.clone())
        })
        .collect()
}

fn missing(catalog: &Catalog, needs: &Needs, selection: &Selection, scopes: Vec<String>) -> Lack {
    let spec = selection.spec();
    let names = scopes.join(" and ");
    let confidence = scopes.iter().map(|name| needs.confidence(&spec, name)).min().unwrap_or(Confidence::Inferred);
    let (rule, off) = if selection.active {
        (rule::FEATURE_SCOPE_MISSING, "")
    } else {
        (rule::FEATURE_SCOPE_MISSING_INACTIVE, " once it is switched on")
    };
    let feature = catalog.feature(&selection.feature);
    let contested = feature.and_then(|feature| feature.contested);
    // What HubSpot's own template does without, and what nobody has read on a page of HubSpot's, refuses nothing.
    let is_sure = contested.is_none() && confidence == Confidence::Documented;
    let most = if is_sure { Severity::Error } else { Severity::Warning };
    let but = contested.map_or_else(String::new, |what| format!(" {what}"));
    let message = format!("{spec} needs {names}{off}, and none of the app's lists has {}.{but}", it(&scopes));
    let finding = Diagnostic::new(rule, spec, message)
        .at_most(most)
        .with_confidence(confidence)
        .with_fix(format!("Add {names} to requiredScopes."));
    let object = selection.option.as_deref().unwrap_or_default();
    let finding = match feature.and_then(|feature| catalog.messages().at_setup(feature, &names, object)) {
        Some(says) => finding.with_hubspot_says(says),
        None => finding,
    };
    Lack { finding, scopes }
}

fn not_required(needs: &Needs, need: &ServedNeed, held: &Held<'_>, spec: &str) -> Option<Lack> {
    let way = need.ways.iter().find(|way| way.iter().all(|name| held.any.contains(name)))?;
    let scopes: Vec<String> =
        way.iter().filter(|name| !held.required.contains(*name)).map(|&name| name.to_owned()).collect();
    let names = scopes.join(" and ");
    let message = format!(
        "{spec} needs {names}, which the app declares but does not require: where a link or an account leaves {} out, \
         the feature does not work.",
        it(&scopes)
    );
    let confidence = scopes.iter().map(|name| needs.confidence(spec, name)).min().unwrap_or(Confidence::Inferred);
    let finding = Diagnostic::new(rule::FEATURE_SCOPE_NOT_REQUIRED, spec, message)
        .with_confidence(confidence)
        .with_fix(format!("Move {names} to requiredScopes."));
    Some(Lack { finding, scopes })
}

fn it(scopes: &[String]) -> &'static str {
    if scopes.len() == 1 { "it" } else { "them" }
}
