//! What source code asks of HubSpot: its calls, the scopes that they need, what is left open.
//!
//! ```text
//!  folder ─▶ prefilter ─▶ lower (eight grammars, one form) ─▶ evaluate (constants, wrappers, files) ─▶ calls ─▶ resolve
//! ```
//! Owns the way from bytes to calls and from calls to the least set of scopes. The disk is read in `walk` and `tracked` only; `watched`
//! tells who waits for changes where to look. It prints nothing.

mod answer;
mod aside;
mod broken;
mod calls;
mod condition;
mod evaluate;
mod findings;
mod folder;
mod following;
mod form;
mod generated;
mod graphql;
mod importing;
mod kind;
mod known;
mod leads;
mod lines;
mod lists;
mod lower;
mod need;
mod not_read;
mod notebook;
mod outcome;
mod parameter;
mod prefilter;
mod program;
mod read;
mod reference;
mod resolve;
mod scripts;
mod sdk;
mod source;
mod superset;
mod textual;
mod tracked;
mod value;
mod walk;
mod watched;
mod whose;
mod words;

pub use answer::{Answer, Whose};
pub use aside::Aside;
pub use findings::{compared, ending, findings, left_open, sort};
pub use folder::{Options, scan, scan_while};
pub use lists::{ScopeList, lists_in};
pub use need::FeatureNeed;
pub use not_read::{NotRead, Why, not_read_line};
pub use outcome::{Open, Scan};
pub use resolve::{CallConfidence, Place, ScanCall};
pub use sdk::sdk_call;
pub use superset::Superset;
pub use walk::GoesOn;
pub use watched::{folders, is_looked_at};
