//! The rules by family: one file each. What their ids stand for is in the table.

pub(super) mod account;
pub(super) mod code;
pub(super) mod feature;
pub(super) mod matching;
pub(super) mod scope;
pub(super) mod url;
