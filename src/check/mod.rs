//! What `hubscope check` finds in a link, a project, a config file or a source file.
//!
//! Owns the rules by family, the shape of a checked target and the reports made of it. It reads no
//! files and prints nothing: texts come from above, reports are strings.

mod against;
mod allow;
mod app_side;
mod ask;
mod checked;
mod link;
mod lock;
mod project;
pub mod report;
mod rules;

pub use allow::{Allowed, NoSuchRule};
pub use app_side::AppSide;
pub use ask::ask_of_link;
pub use checked::{Checked, Parsed, ParsedFeature, ParsedLists, ParsedProject, ParsedSource, ParsedUrl, Tally};
pub use link::{check_one_link, check_source, looks_like_link};
pub use lock::{Lock, lock};
pub use project::{check_config, check_project, no_project};
pub use rules::account::check_accounts;
pub use rules::code::with_code;
pub use rules::url::{LinkName, LinkOptions, LinkReport, RepairedLink, check_link, check_links, repair_link};
