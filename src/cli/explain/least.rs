//! Why one of the ways to be allowed a call is the one to take, and what its scopes ask of an account.

use crate::catalog::{Catalog, Tier};
use crate::cli::page::together;
use crate::solve::Choice;
use crate::solve::Cost;

/// Why it is this one.
pub(super) fn why(least: &Choice) -> String {
    let reason = match &least.before {
        None => "It is the only way.".to_owned(),
        Some((other, Some(count))) => {
            format!(
                "It has fewer {count} than the next way, {}. Counted in this order: {}.",
                together(other),
                Cost::order()
            )
        }
        Some((other, None)) => {
            format!("{} costs the same; the name that comes first is taken.", together(other))
        }
    };
    format!("{}. {reason}", together(&least.names))
}

/// What a scope asks of an account, and what took its place.
pub(super) fn scope_line(catalog: &Catalog, name: &str) -> Option<String> {
    let scope = catalog.scope_named(name)?;
    let tier = scope.tier.as_ref().map_or_else(|| "tier not known".to_owned(), Tier::describe);
    let confidence = scope.tier_confidence().as_str();
    let admin =
        scope.super_admin.map_or_else(String::new, |known| format!("; a Super Admin grants it ({})", known.as_str()));
    let replaced = match scope.replaced_by {
        [] => String::new(),
        names => format!("; replaced by {}", names.join(", ")),
    };
    Some(format!("{name}: {tier} ({confidence}){admin}{replaced}"))
}
