//! What is chosen again comes back as it was when it was given up.

use super::grid::Member;
use super::state::Model;
use crate::plan::{Plan, Selection};

impl Model {
    /// Chooses the feature or option in `plan`, as it was when it was given up, or gives it up.
    pub fn toggle_feature(&self, plan: &mut Plan, feature: &str, option: Option<&str>) {
        let is_chosen = plan.selected(feature, option).next().is_some();
        let back = if is_chosen { Vec::new() } else { self.given_up.of(feature, option) };
        if back.is_empty() { plan.toggle(feature, option) } else { plan.selections.extend(back) }
    }

    /// Chooses the call in `plan`, as it was when it was given up, or gives it up.
    pub fn toggle_call(&self, plan: &mut Plan, call: &str) {
        let is_chosen = plan.calls.iter().any(|one| one.call == call);
        match self.given_up.calls.iter().find(|one| one.call == call) {
            Some(back) if !is_chosen => plan.calls.push(back.clone()),
            _ => plan.toggle_call(call),
        }
    }

    /// What was given up of the open cell, which choosing it brings back.
    pub fn back_in_cell(&self, cell: &[Member]) -> Vec<Selection> {
        self.given_up.of_cell(cell)
    }

    /// Whether choosing the feature or option brings it back as something of its own.
    pub(super) fn comes_back(&self, feature: &str, option: Option<&str>) -> bool {
        !self.given_up.of(feature, option).is_empty()
    }
}
