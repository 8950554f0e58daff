//! Calls as rows: whether they are chosen, and what they leave open.

use super::call_text::{call_of, open_object};
use super::node::Choice;
use super::state::Model;
use crate::catalog::{Call, nearest};
use crate::plan::ChosenCall;

impl Model {
    /// Whether the call says nothing about its need before its record type is named.
    pub fn needs_object(&self, call: &str) -> bool {
        open_object(call).is_some()
            && Call::parse(call)
                .ok()
                .and_then(|call| self.catalog.endpoints().find(&call))
                .is_some_and(|found| found.object_unknown)
    }

    /// The call with the record type that was typed in its first open place; an `Err` says what would be one.
    pub fn with_object(&self, call: &str, typed: &str) -> Result<String, String> {
        let Some(object) = self.catalog.objects().resolve(typed) else {
            let names = self.catalog.objects().all().iter().flat_map(|object| [object.plural, object.singular]);
            let near = nearest(typed, names, 2);
            let hint = if near.is_empty() { "such as contacts, deals or 0-1".to_owned() } else { near.join(" or ") };
            return Err(format!("{typed:?} is no record type; try {hint}."));
        };
        let hole = open_object(call).unwrap_or_default();
        // A custom object keeps the name that it was given: the account knows it by that.
        let name = if object.kind == "custom" { typed } else { object.plural };
        Ok(call.replacen(hole, name, 1))
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
            Choice::Found(place) => {
                let call = &self.found_call(place)?.call;
                self.plan().calls.iter().find(|chosen| chosen.call == *call)
            }
        }
    }

    /// Whether what the row stands for is chosen.
    pub fn is_chosen(&self, choice: Choice) -> bool {
        match choice {
            Choice::Feature(feature, option) => self.plan().selected(feature, option).next().is_some(),
            Choice::Call(_) | Choice::Operation(_) | Choice::Found(_) => self.call_of_choice(choice).is_some(),
        }
    }
}
