//! The terminal as a device: what it can do, taking it over and giving it back, what comes in and what goes out.
//!
//! Owns the modes of the terminal, the one channel of events, and the way a frame is written. It knows no screen, no
//! key binding and no plan; the configurator draws and decides.
//!
//! ```text
//! probe ── Abilities ──▶ session: raw mode, other screen ── given back on every way out
//! input: reader thread ┐
//!        signal thread ┼──▶ one channel ──▶ the main thread sleeps on it
//!        workers       ┘
//! output: a frame is one write        escape: text from outside loses its control characters
//! hyperlink: addresses and the marks of their cells
//! ```

pub mod hyperlink;
pub mod input;
mod kept;
mod modes;
pub mod output;
mod panics;
pub mod probe;
mod reader;
pub mod session;
pub mod signal;

pub use crate::escape::sanitize;
pub use hyperlink::Links;
pub use input::{Event, Input};
pub use output::{Terminal, terminal};
pub use probe::{Abilities, Color, DrawOn, Environment};
pub use reader::when_reader_leaves;
pub use session::Session;
pub use signal::{Signal, stop_here};
