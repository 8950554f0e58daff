//! One frame from the model. It decides nothing: everything shown is in the model or follows from it.

mod app;
mod canvas;
mod details;
mod features;
mod find;
mod first;
mod frame;
mod ghosts;
mod head;
mod installs;
mod keyline;
mod layout;
mod link;
mod linked;
mod list;
mod matrix;
mod offer;
mod page;
mod paper;
mod pasted;
mod pasted_text;
mod progress;
mod prose;
mod scopes;
mod seen;
mod status;
mod strip;
mod text;

pub use frame::draw;
pub use layout::{Shape, shape};
pub use seen::Seen;
