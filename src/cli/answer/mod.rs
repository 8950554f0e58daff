//! Facts as JSON, with the fields of the contract: `catalog` lists with them what `explain` answers one by one.
//!
//! Owns what is computed on top of a fact for such an answer: the endpoints of a scope. It
//! writes no prose and no tables.

pub(super) mod endpoint;
pub(super) mod ends;
pub(super) mod feature;
pub(super) mod link;
pub(super) mod object;
mod openings;
pub(super) mod rule;
pub(super) mod scope;

pub(super) use openings::{Opened, Openings};
