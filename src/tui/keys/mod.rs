//! Keys: what they are called, and what they do where.

mod chord;
mod table;

pub use chord::Chord;
pub use table::{Binding, Context, TABLE, bindings, command_for};
