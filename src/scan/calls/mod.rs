//! The calls of a project: from every place that sends something to what it is that is called.
//!
//! Owns the way from a call expression to a method and a path: which arguments are the target, what stands before it,
//! which callers fill what a wrapper leaves open. What an endpoint needs is `resolve`'s.

mod chain;
mod cover;
mod declared;
mod follow;
mod followed;
mod found;
mod gather;
mod method;
mod near;
mod path;
mod place;
mod pretend;
mod queries;
mod registry;
mod requests;
mod rooted;
mod sdk_call;
mod search;
mod segments;
mod sink;
mod target;
mod trace;

pub(super) use found::{Found, RawCall, Rows, Unresolved};
pub(super) use path::{Host, Known, Route};
pub(super) use search::find;
pub(super) use target::is_distinct;
