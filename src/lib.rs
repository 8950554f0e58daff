//! hubscope
pub mod account;
pub mod catalog;
pub mod diagnostic;
pub mod link;
pub mod plan;
pub mod solve;
pub mod tui;
