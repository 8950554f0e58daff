//! hubscope
pub mod catalog;
pub mod diagnostic;
pub mod plan;
pub mod project;
