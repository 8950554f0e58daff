//! The rules by family: one file each, with its part of the table.

pub(super) mod account;
pub(super) mod code;
pub(super) mod config;
pub(super) mod feature;
pub(super) mod matching;
pub(super) mod plan;
pub(super) mod scope;
pub(super) mod url;
