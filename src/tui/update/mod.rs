//! From an action to the next state and to what the world should do. No I/O happens here.

mod announce;
mod app;
mod ask;
mod code;
mod command;
mod earlier;
mod features;
mod find;
mod intake;
mod link;
mod matrix;
mod mouse;
mod moves;
mod offer;
mod pasted;
mod pasted_text;
mod scopes;
mod token;
mod typing;

pub use intake::update;
