//! Endpoints as rows of a table.

use crate::catalog::{Availability, Match, Operation, Way};
use crate::prose::together;

/// The texts that words of a filter are looked up in.
pub(super) fn texts(operation: &Operation) -> Vec<&'static str> {
    let object = operation.object.into_iter();
    [operation.method.as_str(), operation.path, operation.api].into_iter().chain(object).collect()
}

/// Endpoint, object, what it needs, how well that is known, API.
pub(super) fn row(found: &Match<'_>) -> Vec<String> {
    let object = found.operation.object.unwrap_or("-");
    vec![
        found.operation.id(),
        object.to_owned(),
        needs(found),
        found.confidence.as_str().to_owned(),
        found.operation.api.to_owned(),
    ]
}

fn needs(found: &Match<'_>) -> String {
    const MOST: usize = 6;
    let written = |ways: &[Way]| {
        let each = ways.iter().map(|way| together(&way.all_of, " + "));
        each.collect::<Vec<_>>().join(" | ")
    };
    match (&found.requirement[..], &found.user_level[..]) {
        _ if found.not_for_apps => "not for installed apps".to_owned(),
        _ if found.availability == Availability::Unpublished => "name of the scope not published".to_owned(),
        _ if found.availability == Availability::ClientCredentials => {
            format!("token request: {}", written(&found.token_request))
        }
        (ways, _) if found.object_unknown && ways.len() > MOST => "scope of the object".to_owned(),
        ([], []) if found.object_unknown => "scope of the object".to_owned(),
        ([], []) => "no scope is known".to_owned(),
        ([], users) => format!("user-level apps only: {}", written(users)),
        (ways, _) => written(ways),
    }
}
