//! What choosing a row would cost, before it is chosen.

use super::call_text::call_of;
use super::node::Choice;
use super::state::Model;
use crate::account::{Preview, preview};
use crate::plan::Plan;

/// What a feature that is not chosen asks for on the plan's day: features that ask for the same cost the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NeedKey {
    ways: Vec<&'static [&'static str]>,
    locked: bool,
}

impl Model {
    /// What choosing the row would ask for; `None` where it is chosen or was given up, is no feature, or asks for something of its own.
    pub fn need_key(&self, choice: Choice) -> Option<NeedKey> {
        let Choice::Feature(id, option) = choice else { return None };
        if self.is_chosen(choice) || self.comes_back(id, option) {
            return None;
        }
        let feature = self.catalog.feature(id).filter(|feature| feature.in_link)?;
        let day = self.answer.resolved.as_of;
        let rule = match option {
            None => feature.requires_on(day),
            Some(id) => feature.option(id)?.requires_on(day),
        };
        Some(NeedKey { ways: rule?.any_of.iter().map(|way| way.all_of).collect(), locked: feature.checked_at_setup })
    }

    /// What choosing the row, or giving it up, would change.
    pub fn preview_choice(&self, choice: Choice) -> Preview {
        let chosen = self.call_of_choice(choice).map(|chosen| chosen.call.clone());
        let found = match choice {
            Choice::Found(place) => self.found_call(place).map(|found| found.call.clone()),
            _ => None,
        };
        self.preview(|plan| match choice {
            Choice::Feature(feature, option) => self.toggle_feature(plan, feature, option),
            Choice::Call(_) => self.toggle_call(plan, &chosen.unwrap_or_default()),
            Choice::Operation(operation) => self.toggle_call(plan, &call_of(operation)),
            Choice::Found(_) => plan.toggle_call(&found.unwrap_or_default()),
        })
    }

    /// What `edit` would change. It is asked for each row that is seen, so nothing is made that it does not show: no
    /// URL, no suggestions.
    pub fn preview(&self, edit: impl FnOnce(&mut Plan)) -> Preview {
        let mut plan = self.plan().clone();
        edit(&mut plan);
        let resolved = &self.answer.resolved.scopes;
        preview(self.catalog, resolved, &self.answer.lens, &plan, &self.shown)
    }
}
