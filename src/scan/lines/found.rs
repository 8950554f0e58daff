//! What reading a file line by line gives.

use crate::scan::calls::{RawCall, Unresolved};

/// What was found in a file.
#[derive(Debug, Default)]
pub(in crate::scan) struct Lines {
    pub(in crate::scan) calls: Vec<RawCall>,
    pub(in crate::scan) unresolved: Vec<Unresolved>,
    /// Whether it names HubSpot's API somewhere, and what becomes of that is not known.
    pub(in crate::scan) is_left: bool,
}
