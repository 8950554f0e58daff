//! After a change: what it did to the scopes, as the status row says it.

use crate::plan::{ScopeChange, ScopeType};
use crate::tui::model::{Answer, Message, Model};

/// Says in the status row what a change did to the scopes, where there is nothing else to say of it.
pub(super) fn announce(model: &mut Model, before: &Answer) {
    model.message = Some(told(model, before));
}

/// What a change did to the scopes.
pub(super) fn told(model: &Model, before: &Answer) -> Message {
    told_or(model, before, "Scopes unchanged.")
}

/// The same, with what to say where the scopes stay as they were. An error that the change brought comes before all else.
pub(super) fn told_or(model: &Model, before: &Answer, otherwise: &str) -> Message {
    let of_scope = |change| match change {
        ScopeChange::New(scope) => format!("+ {} ({})", scope.name, scope.kind.name()),
        ScopeChange::Moved(scope) => format!("{} is {} now", scope.name, scope.kind.name()),
        ScopeChange::Gone(scope) => format!("- {}", scope.name),
    };
    let mut parts: Vec<String> =
        model.answer.resolved.changes_since(&before.resolved).into_iter().map(of_scope).collect();
    parts.extend(moved_links(before, &model.answer));
    // What asks for the same shuts out the same.
    if model.answer.built.scopes.scope != before.built.scopes.scope || model.answer.app != before.app {
        parts.extend(model.standing().change_since(before.standing(model.catalog)));
    }
    let new_error =
        model.answer.worst().filter(|finding| finding.is_error() && !before.built.diagnostics.contains(finding));
    match new_error.map(|finding| finding.message.clone()) {
        Some(message) => Message::fault(message),
        None if parts.is_empty() => Message::plain(otherwise),
        None => Message::plain(parts.join(", ")),
    }
}

/// Which named links a scope left because it is optional now, and which it came back to.
fn moved_links(before: &Answer, after: &Answer) -> Vec<String> {
    let is_optional = |answer: &Answer, name: &str| {
        answer.resolved.scope(name).is_some_and(|scope| scope.kind == ScopeType::Optional)
    };
    let mut parts = Vec::new();
    for link in &after.links {
        let Some(old) = before.links.iter().find(|old| old.name == link.name) else { continue };
        let left = old.with.iter().filter(|item| !link.with.contains(item) && is_optional(after, item));
        parts.extend(left.map(|item| format!("the link {} demands {item} no more", link.name)));
        let came = link.with.iter().filter(|item| !old.with.contains(item) && is_optional(before, item));
        parts.extend(came.map(|item| format!("the link {} demands {item} again", link.name)));
    }
    parts
}
