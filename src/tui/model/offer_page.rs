//! The fewest links for every tier, before they are taken.

use crate::offer::Offer;
use crate::plan::NamedLink;

/// The fewest links, and which of them the plan lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferPage {
    /// The links, and the tiers that none serves.
    pub offer: Offer,
    /// What taking them adds to the plan.
    pub adds: Vec<NamedLink>,
}
