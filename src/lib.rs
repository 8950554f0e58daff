//! hubscope
pub mod catalog;
pub mod clipboard;
pub mod diagnostic;
pub mod plan;
pub mod terminal;
