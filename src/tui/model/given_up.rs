//! What was given up, so that what is chosen again is as it was: its parameters, its *when*, its file.
//!
//! Kept for the walk, and no part of the plan: undo knows nothing of it.

use super::grid::Member;
use crate::plan::{ChosenCall, Plan, Selection};

/// What was given up, the last at the end.
#[derive(Debug, Clone, Default)]
pub(super) struct GivenUp {
    /// What one change took out stands together.
    selections: Vec<Vec<Selection>>,
    pub(super) calls: Vec<ChosenCall>,
}

impl GivenUp {
    /// Notes what `after` has no more of `before`.
    pub(super) fn note(&mut self, before: &Plan, after: &Plan) {
        let is_gone = |one: &&Selection| after.selected(&one.feature, one.option.as_deref()).next().is_none();
        let gone: Vec<Selection> = before.selections.iter().filter(is_gone).cloned().collect();
        if !gone.is_empty() {
            let is_known = |one: &Selection| gone.iter().any(|new| one.is_of(&new.feature, new.option.as_deref()));
            self.selections.iter_mut().for_each(|group| group.retain(|one| !is_known(one)));
            self.selections.retain(|group| !group.is_empty());
            self.selections.push(gone);
        }
        let is_gone = |one: &&ChosenCall| after.calls.iter().all(|other| other.call != one.call);
        for call in before.calls.iter().filter(is_gone) {
            self.calls.retain(|other| other.call != call.call);
            self.calls.push(call.clone());
        }
    }

    /// What the feature or option was when it was given up.
    pub(super) fn of(&self, feature: &str, option: Option<&str>) -> Vec<Selection> {
        self.selections.iter().flatten().filter(|one| one.is_of(feature, option)).cloned().collect()
    }

    /// What the last change that took something out of the cell took out of it.
    pub(super) fn of_cell(&self, cell: &[Member]) -> Vec<Selection> {
        let is_in = |one: &&Selection| cell.iter().any(|(feature, option)| one.is_of(feature, *option));
        let groups = self.selections.iter().rev();
        let mut found = groups.map(|group| group.iter().filter(is_in).cloned().collect::<Vec<_>>());
        found.find(|group| !group.is_empty()).unwrap_or_default()
    }
}
