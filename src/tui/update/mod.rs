//! From an action to the next state and to what the world should do. No I/O happens here.

mod announce;
mod app;
mod ask;
mod command;
mod earlier;
mod features;
mod intake;
mod link;
mod mouse;
mod moves;
mod pasted;
mod scopes;
mod typing;

pub use intake::update;
