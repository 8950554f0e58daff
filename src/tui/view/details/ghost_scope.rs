//! Details of a scope that the code needs and the plan does not have.

use super::scope;
use crate::tui::model::Model;
use crate::tui::view::prose::Text;

/// So many places of each call are listed.
const MOST_PLACES: usize = 3;

/// A scope that the code needs and the plan does not have.
pub(super) fn describe(model: &Model, place: usize, text: &mut Text) -> String {
    let Some(scope) = model.ghost_scopes().get(place) else { return String::new() };
    text.say("Missing: the code needs it, and the plan does not have it. It is in no link yet.");
    for found in scope.calls.iter().filter_map(|place| model.found_call(*place)) {
        text.heading(&found.call);
        for place in found.places.iter().take(MOST_PLACES) {
            text.item(format!("{}:{}", place.file, place.line));
        }
        if let Some(more @ 1..) = found.places.len().checked_sub(MOST_PLACES) {
            text.dim(format!("+{more} more"));
        }
    }
    text.heading("Taking it");
    text.item("takes these calls into the plan, each always");
    text.item(model.preview_ghosts(&scope.calls).sentence());
    if let Some(fact) = model.catalog.scope_named(&scope.name) {
        scope::facts(model, fact, text);
    }
    scope.name.clone()
}
