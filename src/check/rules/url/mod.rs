//! A link by itself: its host, its parameters, its encoding.
//!
//! Owns the rules `url/…` and the repair that their edits make. What a scope's name means is judged by others, who get the
//! names with their places.

mod accounts;
mod context;
mod encoding;
mod names;
mod parameters;
mod place;
mod places;
mod raw;
mod repair;
mod report;
mod run;
mod scopes;
mod separator;
mod template;
mod values;

pub use context::LinkOptions;
pub(in crate::check) use repair::next_edits;
pub use repair::{RepairedLink, repair_link};
pub use report::{LinkName, LinkReport};
pub use run::{check_link, check_links};
