//! Chosen calls as rows: how an operation becomes a call, and what its open record types are.

use super::node::Choice;
use super::state::Model;
use crate::catalog::{Call, Operation};
use crate::plan::ChosenCall;

/// The call of an operation: its path, with the record type where the operation is about one.
pub fn call_of(operation: &Operation) -> String {
    let call = operation.id();
    match operation.object {
        Some(object) => call.replacen("{objectType}", object, 1),
        None => call,
    }
}

/// The first hole of a call that stands for a record type.
pub fn open_object(call: &str) -> Option<&str> {
    call.match_indices('{').find_map(|(start, _)| {
        let end = call[start..].find('}')? + start;
        let hole = &call[start..=end];
        hole.to_lowercase().contains("objecttype").then_some(hole)
    })
}

impl Model {
    /// Whether the call says nothing about its need before its record type is named.
    pub fn needs_object(&self, call: &str) -> bool {
        open_object(call).is_some()
            && Call::parse(call)
                .ok()
                .and_then(|call| self.catalog.endpoints().find(&call))
                .is_some_and(|found| found.object_unknown)
    }

    /// The chosen call in this place of the plan.
    pub fn chosen_call(&self, place: usize) -> Option<&ChosenCall> {
        self.plan().calls.get(place)
    }

    /// The chosen call that a row stands for.
    pub fn call_of_choice(&self, choice: Choice) -> Option<&ChosenCall> {
        match choice {
            Choice::Feature(..) => None,
            Choice::Call(place) => self.chosen_call(place),
            Choice::Operation(operation) => {
                let call = call_of(operation);
                self.plan().calls.iter().find(|chosen| chosen.call == call)
            }
        }
    }

    /// Whether what the row stands for is chosen.
    pub fn is_chosen(&self, choice: Choice) -> bool {
        match choice {
            Choice::Feature(feature, option) => self.plan().selected(feature, option).next().is_some(),
            Choice::Call(_) | Choice::Operation(_) => self.call_of_choice(choice).is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_holes_for_record_types_are_asked_for() {
        assert_eq!(open_object("GET /crm/v3/objects/{objectType}/{objectId}"), Some("{objectType}"));
        assert_eq!(open_object("GET /crm/v3/lists/{listId}"), None);
        assert_eq!(open_object("GET /x/{toObjectType}"), Some("{toObjectType}"));
    }
}
