//! Whom the link shuts out: tiers and installers.

use std::collections::HashMap;

use super::context::Context;
use crate::check::rules::account::check_accounts;
use crate::link::Known;

pub(super) fn check(context: &mut Context<'_>) {
    let link = context.link;
    let written = || link.all(Known::Scope).flat_map(|parameter| &parameter.names).filter(|name| !name.placeholder);
    let names: Vec<&str> = written().map(|name| name.name.as_str()).collect();
    let places: HashMap<&str, _> = written().map(|name| (name.name.as_str(), name.range.clone())).collect();
    let list = link.first(Known::Scope).map(crate::link::Parameter::bytes);
    for finding in check_accounts(context.catalog, &names) {
        let place = places.get(finding.subject.as_str()).cloned().or_else(|| list.clone());
        context.add(place.unwrap_or_else(|| context.nowhere()), finding);
    }
}
