//! The step Features: the tree is folded, chosen from, and each choice has a *when*.

use super::announce::announce;
use crate::plan::When;
use crate::tui::model::{Model, Pane, Step};

/// Unfolds the row, or goes in.
pub(super) fn unfold(model: &mut Model) {
    if model.step == Step::Features && model.pane == Pane::Main {
        model.tree.unfold();
    }
}

/// Folds the row, or goes to its heading.
pub(super) fn fold(model: &mut Model) {
    if model.step == Step::Features && model.pane == Pane::Main {
        model.tree.fold();
    }
}

/// Chooses the row, or gives it up; a heading is unfolded or folded.
pub(super) fn toggle(model: &mut Model) {
    let Some(node) = model.tree.current().copied() else { return };
    let Some((feature, option)) = node.choice() else {
        if node.open {
            model.tree.fold();
        } else {
            model.tree.unfold();
        }
        return;
    };
    let before = model.answer.clone();
    model.change(|plan| plan.toggle(feature, option));
    announce(model, &before);
}

/// Steps through always, per link, if available; locked features say why they are always needed.
pub(super) fn step_when(model: &mut Model) {
    let Some((id, option)) = model.current_selection() else {
        model.complain("Add the row first: w says when what is added is needed.");
        return;
    };
    let Some(feature) = model.catalog.feature(id) else { return };
    if feature.checked_at_setup {
        model.complain("Always: HubSpot checks this scope when the feature is set up, so it must be required.");
        return;
    }
    if !feature.in_link {
        model.complain("Its scopes belong in a token request, never in a link.");
        return;
    }
    let before = model.answer.clone();
    let mut now = When::Always;
    model.change(|plan| {
        for selection in plan.selections.iter_mut().filter(|selection| selection.is_of(id, option)) {
            selection.when = selection.when.next();
            now = selection.when;
        }
    });
    announce(model, &before);
    let what = model.message.take().map(|message| message.text).unwrap_or_default();
    model.say(format!("{}: {}. {what}", now.as_str(), now.summary()));
}
