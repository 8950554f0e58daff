//! The configurator line by line: questions and numbered answers, for a screen reader, a dumb terminal or a pipe.
//!
//! ```text
//!  a line ─▶ Talk::answer ─▶ the same update, plan and link as the configurator's ─▶ lines to say, effects to do
//! ```
//! Owns the questions and their words. It reads and writes nothing: the loop in `cli` does, and escapes what is said. No
//! cursor is moved and no colour is needed.

mod app;
mod changes;
mod choices;
mod converse;
mod features;
mod leave;
mod link;
mod pasted;
mod scopes;
mod sheet;
mod status;
mod talk;
#[cfg(test)]
mod tests;
mod typed;

pub use talk::{Talk, Turn};
