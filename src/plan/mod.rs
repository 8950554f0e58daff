//! What the developer wants, and what it needs.
//!
//! Owns the [`Plan`] (app settings, chosen features, explicit scopes, named links), the one pure function [`resolve`]
//! that every face of the tool shows, the plan file and the undo history. It reads no files and builds no link.

mod app;
mod selection;
mod when;

pub use app::{App, Auth, Clicker, Declared, Distribution, Hublet, State};
pub use selection::{NamedLink, Pin, PinOrigin, Selection};
pub use when::{ScopeType, When};
