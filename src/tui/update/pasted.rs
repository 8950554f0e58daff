//! A pasted link: offered on a page of its own, taken into the plan or left.

use super::announce::told;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Page, counted};

/// Offers the link in `text`; false where the text is none.
pub(super) fn offer(model: &mut Model, text: &str) -> bool {
    let Some(pasted) = model.read_link(text) else { return false };
    model.typing = None;
    model.pasted = Some(Box::new(pasted));
    model.page = Some(Page::Pasted(0));
    true
}

/// Copies the link without taking it, repaired where it can be.
pub(super) fn copy(model: &mut Model) -> Vec<Effect> {
    let Some(pasted) = &model.pasted else { return Vec::new() };
    let (text, what) = match (&pasted.repaired, pasted.left.len()) {
        (Some(repaired), 0) => (repaired.clone(), "the repaired link".to_owned()),
        (Some(repaired), left) => {
            let what = format!("the partly repaired link ({} in it, HubSpot would refuse it)", counted(left, "error"));
            (repaired.clone(), what)
        }
        (None, _) => (pasted.given.clone(), "the link as it was pasted".to_owned()),
    };
    vec![Effect::Copy { text, what }]
}

/// Takes the link into the plan, repaired or as it is.
pub(super) fn take(model: &mut Model, repaired: bool) {
    let Some(pasted) = model.pasted.take() else { return };
    model.page = None;
    let before = model.answer.clone();
    model.take_link(pasted.to_take(repaired));
    let lead = format!("The link is taken as {}:", model.link_name());
    model.message = Some(told(model, &before).after(lead));
}
