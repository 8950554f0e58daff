//! What is asked beside the thing itself.

use crate::catalog::{Catalog, Date};

/// The facts to answer from, and the flags.
pub(super) struct Question<'a> {
    /// The facts.
    pub(super) catalog: &'static Catalog,
    /// The day whose rules hold.
    pub(super) day: Date,
    /// The scopes of `--scopes`; `None` without the flag.
    pub(super) scopes: Option<Vec<&'a str>>,
    /// Whether JSON is wanted.
    pub(super) as_json: bool,
}
