//! Who can install a link: accounts by their tiers, installers by their permissions.
//!
//! Owns the questions asked of a plan's scopes on behalf of an account. It changes no plan and draws nothing.

mod lens;
mod suggest;

pub use lens::{Lens, TierVerdict, lens};
pub use suggest::{Suggestion, suggestions};
