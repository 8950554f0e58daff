//! A way from a sink to its callers, as far as it was followed.

use crate::scan::value::Site;

/// A way that is followed, with the calls of those that it stands for.
#[derive(Default)]
pub(super) struct Followed {
    /// The way that it came from.
    pub(super) before: Vec<usize>,
    pub(super) through: Vec<Vec<Site>>,
    pub(super) is_reached: bool,
}
