//! The names of the scopes in a link: what HubSpot says to each.

use super::context::Context;
use crate::check::rules::scope;
use crate::link::Known;

pub(super) fn check(context: &mut Context<'_>) {
    let asker = context.options.asker;
    let mut found = Vec::new();
    for (known, parameter) in context.lists() {
        for name in parameter.names.iter().filter(|name| !name.placeholder && !name.name.is_empty()) {
            if found.len() >= scope::MOST_FINDINGS {
                break;
            }
            let set = |new: &str| context.edit(&name.range, new);
            let of_name = scope::check(context.catalog, asker, &name.name, known == Known::Scope, set);
            found.extend(of_name.into_iter().map(|finding| (name.range.clone(), finding)));
        }
    }
    for (range, finding) in found {
        context.add(range, finding);
    }
}
