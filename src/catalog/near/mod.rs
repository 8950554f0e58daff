//! What a person meant by a name that is not in the catalog: the one place for near names.
//!
//! Owns how a name falls into words, which words mean the same, and how near is near enough. What is said of a near name,
//! and whether it is written anywhere, is decided above.

mod index;
mod names;
mod of_catalog;
mod rows;
mod scopes;
mod split;
mod typed;

#[cfg(test)]
mod tests;

pub(in crate::catalog) use index::NearIndex;
pub use index::Said;
pub use names::{alike, nearest};
pub(in crate::catalog) use rows::rows;
pub use scopes::NearScopes;
pub use split::slip as slip_of;
pub use typed::{Word, words_of};
