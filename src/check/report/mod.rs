//! What was found, as text: for people, for programs, for SARIF readers, for GitHub's log.
//!
//! Owns the four formats. Each is a pure function from the checked targets to a string that is safe to print: text from
//! outside is escaped here, for only here is it known which bytes are the report's own.
//!
//! ```text
//!  human ──▶ summary, window          json
//!  sarif ──▶ fingerprint, place       github ──▶ place
//!             place ──▶ columns
//! ```

mod columns;
mod fingerprint;
mod github;
mod human;
mod json;
mod place;
mod sarif;
mod summary;
mod window;

pub use github::github;
pub use human::{Look, human};
pub use json::{json, json_value};
pub use sarif::sarif;
