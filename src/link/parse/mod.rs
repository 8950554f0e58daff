//! An install URL as people really write it, taken apart without losing a byte.
//!
//! ```text
//!  "https://app-eu1.hubspot.com/oauth/123/authorize?client_id=${ID}&amp;scope=a%20b#x"
//!  │└────────────── place ──────────────────────┘ └─────── parameters ─────────┘ └ fragment
//!  └ glued on
//! ```
//! Owns the reading: what is a placeholder, where a parameter ends, which names a list holds. Every part is a range of
//! bytes of the text. It never fails and judges nothing: the rules of `check` do.

mod frame;
mod known;
mod names;
mod parameter;
mod parsed;
mod percent;
mod place;
mod placeholder;
mod query;
mod stand_in;

pub use known::Known;
pub use names::{Between, ScopeName};
pub use parameter::{Parameter, Separator};
pub use parsed::{ParsedLink, parse, parse_continued};
pub use percent::{bad_pairs, double_encoded};
pub use place::{Kind, Place, WhyNot};
pub use placeholder::Placeholders;
