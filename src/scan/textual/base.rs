//! What stands before the paths of a document: the address of a server.

use super::template::Part;
use crate::scan::calls::Host;

/// What stands before paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Base {
    pub(super) host: Host,
    pub(super) parts: Vec<Part>,
}
