//! The fewest links are computed for every tier, and taken into the plan as named links.

use super::offer_page::OfferPage;
use super::state::Model;
use crate::catalog::Level;
use crate::offer::{OfferedLink, fewest, wishes};
use crate::plan::{LinkChoice, NamedLink, link_scopes};

impl Model {
    /// The fewest links that give accounts on every tier all that they can have.
    pub fn fewest_links(&self) -> OfferPage {
        let resolved = &self.answer.resolved;
        let offer = fewest(self.catalog, resolved, &wishes(resolved), &Level::ALL);
        let adds = offer.links.iter().filter(|link| self.link_with(link).is_none());
        let adds = adds.map(|link| NamedLink { name: self.free_name(&link.name), with: link.with.clone() }).collect();
        OfferPage { offer, adds }
    }

    /// The name of the link of the plan that demands what `offered` does; the base link is one.
    pub fn link_with(&self, offered: &OfferedLink) -> Option<String> {
        if offered.with.is_empty() {
            return Some("base".to_owned());
        }
        let plan = self.plan();
        let demands = |name: &str| {
            let choice = LinkChoice::Named(name.to_owned());
            link_scopes(self.catalog, plan, &self.answer.resolved.scopes, &choice).conditional
        };
        plan.links.iter().find(|link| demands(&link.name) == offered.with).map(|link| link.name.clone())
    }

    /// Takes the links that the plan lacks; says how many there were.
    pub fn take_offer(&mut self, page: OfferPage) -> usize {
        let count = page.adds.len();
        self.change(|plan| plan.links.extend(page.adds));
        count
    }

    /// `wanted`, or with a number after it where the plan has a link of that name.
    fn free_name(&self, wanted: &str) -> String {
        let is_free = |name: &String| self.plan().links.iter().all(|link| link.name != *name);
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        std::iter::once(wanted.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
    }
}
