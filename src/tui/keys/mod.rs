//! Keys: what they are called, and what they do where.

mod chord;
mod effective;
mod names;
mod rebind;
mod table;

pub use chord::Chord;
pub use effective::Keys;
pub use names::{name_of, named};
pub use rebind::rebound;
pub use table::{Binding, Context, TABLE};
