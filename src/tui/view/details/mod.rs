//! The details of the row under the cursor: what it is, why it is there, who has it, where the fact comes from.

mod call;
mod cell;
mod draw;
mod feature;
mod field;
mod found;
mod ghost_scope;
mod hit;
mod install;
mod link;
mod places;
mod scope;

pub(super) use draw::draw;
