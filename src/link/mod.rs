//! The install URL: built by HubSpot's exact rules, and read back.
//!
//! Owns the encoding, the order of parameters, the hosts, and the checks of the values that are no scopes (client id,
//! redirect URL, account). Which scopes a link carries is decided in `plan`.

mod build;
mod encode;
mod found;
mod parse;
mod read;
mod replace;
mod settings;
mod snippet;
mod state;
#[cfg(test)]
mod tests;

pub use build::{Built, LinkKind, build};
pub use encode::{decode, encode};
pub use found::{FoundLink, find_links};
pub use parse::{
    Between, Kind, Known, Parameter, ParsedLink, Place, Placeholders, ScopeName, Separator, WhyNot, bad_pairs,
    double_encoded, parse, parse_continued,
};
pub use read::{InstallUrl, read};
pub use replace::{Replaced, apply_replacements};
pub use settings::{check_account, check_client_id, check_redirect};
pub use snippet::{Snippet, snippet};
pub use state::random_state;
