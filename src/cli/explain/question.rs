//! What is asked beside the thing itself.

use crate::catalog::{Catalog, Date};
use crate::plan::Plan;

/// The facts to answer from, and the flags.
pub(super) struct Question<'a> {
    /// The facts.
    pub(super) catalog: &'static Catalog,
    /// The day whose rules hold.
    pub(super) day: Date,
    /// The scopes of `--scopes`; `None` without the flag.
    pub(super) scopes: Option<Vec<&'a str>>,
    /// The plan of `--project` or `--plan`; `None` without them.
    pub(super) plan: Option<Plan>,
    /// Whether JSON is wanted.
    pub(super) as_json: bool,
}
