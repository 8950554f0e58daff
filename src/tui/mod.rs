//! The configurator.
//!
//! ```text
//!  input ─▶ Action ─▶ update(&mut Model) ─▶ Effects ─▶ the runtime does them, and reports as Actions
//!                          │
//!                          └─▶ view(&Model) draws one frame and decides nothing
//! ```
//! `model`, `action`, `update` know no drawing; `keys` is one table from which dispatch, key line and help are made.

pub mod action;
pub mod effect;
pub mod keys;
pub mod model;
pub mod region;
mod runtime;
mod scanning;
pub mod theme;
pub mod update;
pub mod view;

pub use runtime::{Disk, Ended, RunError, run};
pub use scanning::ScanWork;
