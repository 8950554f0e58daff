//! Why one of the ways to be allowed a call is the one to take, and what its scopes ask of an account.

use crate::catalog::{Catalog, Match, Tier};
use crate::cli::page::together;
use crate::solve::Choice;
use crate::solve::Cost;

/// Why it is this one of the ways of `found`.
pub(super) fn why(least: &Choice, found: &Match<'_>) -> String {
    let reason = match &least.before {
        None if found.ways().count() < 2 => "It is the only way.".to_owned(),
        None if found.accepted.is_empty() => "Every other way asks for more.".to_owned(),
        None => "The other ways are enough where they are held, and are not chosen.".to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Call;
    use crate::solve::choose;

    #[test]
    fn the_only_way_is_said_of_calls_with_one_way_only() {
        let catalog = Catalog::embedded();
        let endpoints = catalog.endpoints();
        let calls = endpoints
            .operations()
            .iter()
            .flat_map(|operation| operation.paths().filter_map(move |path| Call::new(operation.method, &path).ok()));
        for call in calls {
            let Some(found) = endpoints.find(&call) else { continue };
            let Some(least) = choose(catalog, &found.requirement) else { continue };
            let is_only = why(&least, &found).contains("the only way");
            assert_eq!(is_only, found.ways().count() == 1, "{call}: {}", why(&least, &found));
        }
    }
}
