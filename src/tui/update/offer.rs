//! The fewest links: computed, shown on a page of their own, taken as named links or left.

use crate::plan::ScopeType;
use crate::prose::counted;
use crate::tui::action::Command;
use crate::tui::model::{Model, Page};

/// Shows the fewest links for every tier, where links can differ.
pub(super) fn show(model: &mut Model) {
    if !model.has_links() {
        model.complain("This app has one link, and no scopes stand in it: links cannot differ.");
        return;
    }
    if model.answer.resolved.of_type(ScopeType::ConditionallyRequired).next().is_none() {
        model.complain("Every account gets the same link: no scope is conditionally required, so links cannot differ.");
        return;
    }
    model.offer = Some(Box::new(model.fewest_links()));
    model.page = Some(Page::Offer(0));
}

/// Takes the links that the plan lacks.
pub(super) fn take(model: &mut Model) {
    let Some(page) = model.offer.take() else { return };
    if page.adds.is_empty() {
        model.complain("The plan has these links already.");
        model.offer = Some(page);
        return;
    }
    model.page = None;
    let names: Vec<String> = page.adds.iter().map(|link| link.name.clone()).collect();
    let count = model.take_offer(*page);
    model.say(format!(
        "{} added: {}. {} on one makes it the current one; {} takes them back.",
        counted(count, "link"),
        names.join(", "),
        model.key(Command::Choose),
        model.key(Command::Undo)
    ));
}
