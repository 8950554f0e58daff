//! The lists of scopes as lists: missing, doubled, in both, without `oauth`.

use std::collections::HashSet;

use super::context::{Context, clip, removal};
use crate::catalog::Confidence;
use crate::diagnostic::{Diagnostic, rule};
use crate::link::{Known, ScopeName};

pub(super) fn check(context: &mut Context<'_>) {
    missing(context);
    duplicates(context);
    in_both(context);
    missing_oauth(context);
}

fn is_name(name: &ScopeName) -> bool {
    !name.placeholder && !name.name.is_empty()
}

fn missing(context: &mut Context<'_>) {
    let link = context.link;
    let parameter = link.first(Known::Scope);
    let there = parameter.is_some_and(|parameter| link.is_open(parameter) || parameter.names.iter().any(is_name));
    if there || link.has_unseen_parameters() {
        return;
    }
    let optional: Vec<&str> = link
        .all(Known::OptionalScope)
        .flat_map(|parameter| &parameter.names)
        .filter(|name| is_name(name))
        .map(|name| name.name.as_str())
        .collect();
    let message = match optional.as_slice() {
        [] => "The link has no scopes.".to_owned(),
        [one] => format!("The link has no scope parameter; {} stands in optional_scope alone.", clip(one)),
        several => format!("The link has no scope parameter; all {} scopes stand in optional_scope.", several.len()),
    };
    let finding = Diagnostic::new(rule::URL_MISSING_SCOPE, "scope", message)
        .with_fix("Add scope with all scopes that the app's settings require, oauth among them.");
    let range = parameter.map_or_else(|| context.nowhere(), |parameter| parameter.name.start..parameter.end());
    context.add(range, finding);
}

fn duplicates(context: &mut Context<'_>) {
    let mut found = Vec::new();
    for (known, parameter) in context.lists() {
        let mut seen = HashSet::new();
        for (i, name) in parameter.names.iter().enumerate().filter(|(_, name)| is_name(name)) {
            if seen.insert(&name.name) {
                continue;
            }
            let message = format!("{} stands twice in {}.", clip(&name.name), known.as_str());
            let finding = Diagnostic::new(rule::URL_DUPLICATE_SCOPE, clip(&name.name), message)
                .with_fix("Take one of them out.")
                .with_edits([context.edit(&removal(parameter, i), "")]);
            found.push((name.range.clone(), finding));
        }
    }
    for (range, finding) in found {
        context.add(range, finding);
    }
}

fn in_both(context: &mut Context<'_>) {
    let link = context.link;
    let scope: HashSet<&str> = link
        .all(Known::Scope)
        .flat_map(|parameter| &parameter.names)
        .filter(|name| is_name(name))
        .map(|name| &*name.name)
        .collect();
    let mut told = HashSet::new();
    for parameter in link.all(Known::OptionalScope) {
        for (i, name) in parameter.names.iter().enumerate().filter(|(_, name)| is_name(name)) {
            if !scope.contains(&*name.name) || !told.insert(&name.name) {
                continue;
            }
            let message =
                format!("{} stands in scope and in optional_scope; it can be only one of the two.", clip(&name.name));
            let finding = Diagnostic::new(rule::URL_SCOPE_IN_BOTH, clip(&name.name), message)
                .with_hubspot_says(mismatch(context))
                .with_fix("Take it out of optional_scope, if the app's settings require it; else out of scope.")
                .with_edits([context.edit(&removal(parameter, i), "")]);
            context.add(name.range.clone(), finding);
        }
    }
}

/// The sentence for a link whose scopes do not match the app's settings.
fn mismatch(context: &Context<'_>) -> &'static str {
    context.messages().text("install.mismatch")
}

fn missing_oauth(context: &mut Context<'_>) {
    let link = context.link;
    let all = || link.all(Known::Scope).flat_map(|parameter| &parameter.names);
    if all().any(|name| name.placeholder || name.name == "oauth") || link.all(Known::Scope).any(|p| link.is_open(p)) {
        return;
    }
    let Some(parameter) = link.all(Known::Scope).find(|parameter| parameter.names.iter().any(is_name)) else {
        return;
    };
    let start = parameter.names[0].before.range.end;
    let message = "The link does not ask for oauth, which HubSpot adds to every OAuth app; links without it are reported \
                   to fail.";
    let finding = Diagnostic::new(rule::URL_MISSING_OAUTH, "oauth", message)
        .with_hubspot_says(mismatch(context))
        .with_confidence(Confidence::Reported)
        .with_fix("Add oauth to scope.")
        .with_edits([context.edit(&(start..start), format!("oauth{}", Context::space(parameter)))]);
    context.add(link.trimmed(parameter), finding);
}
