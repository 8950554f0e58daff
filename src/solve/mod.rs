//! Requirements on scopes and the least-privilege set that satisfies them.
//!
//! Owns [`Requirement`] (one of several all-of sets), the cost of a set, and the exact search for the cheapest set. It
//! knows no features, no types and no links: those are `plan`'s.

mod cost;
mod minimum;
mod requirement;

pub use cost::Cost;
pub use minimum::{Minimum, minimum};
pub use requirement::Requirement;
