//! Requirements on scopes and the least-privilege set that satisfies them.
//!
//! Owns [`Requirement`] (one of several all-of sets), the cost of a set, the exact search for the cheapest set, and the
//! certificate that the answer is right. It knows no features, no types and no links: those are `plan`'s.

mod certificate;
mod choice;
mod cost;
mod minimum;
mod reduce;
mod refute;
mod requirement;
#[cfg(test)]
mod test_support;

pub use certificate::{Certificate, CertificateFault, CertifiedNeed, Verified, certify, verify};
pub use choice::{Choice, choose, lacking};
pub use cost::Cost;
pub use minimum::{Minimum, minimum};
pub use refute::{Refutation, refute};
pub use requirement::Requirement;
