//! What `hubscope check` finds in a link, a project, a config file or a source file.
//!
//! Owns the rules by family, the table of their ids, the shape of a checked target and the reports made of it. It reads no
//! files and prints nothing: texts come from above, reports are strings.

mod checked;
mod rule;
mod rules;
mod table;

pub use checked::{Checked, Parsed, ParsedFeature, ParsedLists, ParsedProject, ParsedSource, ParsedUrl, Tally};
pub use rule::Rule;
pub use rules::account::check_accounts;
pub use table::{all_rules, rule};
