//! The page of the fewest links: whom each serves, what it gives, what its accounts cannot have.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::paper;
use super::prose::Text;
use crate::catalog::{Level, addon_name};
use crate::offer::OfferedLink;
use crate::tui::model::{Model, OfferPage};

/// Draws the page.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, scroll: u16) {
    let Some(page) = &canvas.model.offer else { return };
    let text = told(canvas.model, page);
    paper::draw(canvas, area, "The fewest links", &text.0, scroll);
}

fn told(model: &Model, page: &OfferPage) -> Text {
    let mut text = Text::default();
    let every = if page.offer.refused.is_empty() { "every tier" } else { "every other tier" };
    text.say(match page.offer.links.len() {
        0 => "No tier is served: the required scopes alone refuse all of them.".to_owned(),
        1 => format!("One link gives accounts on {every} all that they can have."),
        many => format!("{many} links give accounts on {every} all that they can have."),
    });
    for link in &page.offer.links {
        of_link(model, page, link, &mut text);
    }
    for (level, scopes) in &page.offer.refused {
        text.heading(&format!("{}: no link", level.as_str()));
        text.item(format!("refused by {}", scopes.join(", ")));
    }
    text
}

fn of_link(model: &Model, page: &OfferPage, link: &OfferedLink, text: &mut Text) {
    let in_plan = model.link_with(link);
    let added = page.adds.iter().find(|add| add.with == link.with).map(|add| add.name.clone());
    let name = in_plan.clone().or(added).unwrap_or_else(|| link.name.clone());
    let with = link.addon.as_ref().map_or_else(String::new, |addon| format!(" with the add-on {}", addon_name(addon)));
    text.heading(&format!("{name}: for {}{with}", names(&link.tiers)));
    text.item(match (&in_plan, link.with.is_empty()) {
        (_, true) => "the base link, with no conditional scope".to_owned(),
        (Some(_), _) => format!("in the plan, with {}", link.with.join(", ")),
        (None, _) => format!("new, with {}", link.with.join(", ")),
    });
    if !link.gives.is_empty() {
        text.item(format!("gives {}", link.gives.join(", ")));
    }
    if !link.without.is_empty() {
        text.item(format!("cannot have {}", link.without.join(", ")));
    }
    if !link.unsure.is_empty() {
        text.dim(format!("no fact settles whether it installs on {}", names(&link.unsure)));
    }
}

fn names(levels: &[Level]) -> String {
    levels.iter().map(|level| level.as_str()).collect::<Vec<_>>().join(", ")
}
