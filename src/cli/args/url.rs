//! Flags of `hubscope url`.

use super::app::AppArgs;
use super::values::parse_level;
use crate::catalog::Level;
use crate::link::Snippet;
use clap::{Args as ClapArgs, ValueEnum};
use std::path::PathBuf;

/// Flags of `hubscope url`.
#[derive(Debug, Clone, ClapArgs)]
pub struct UrlArgs {
    /// A HubSpot project or a plan file.
    #[arg(conflicts_with_all = ["project", "plan"])]
    pub path: Option<PathBuf>,
    /// Read this HubSpot project.
    #[arg(long, value_name = "DIR", conflicts_with = "plan")]
    pub project: Option<PathBuf>,
    /// Read this plan file; - is standard input.
    #[arg(long, value_name = "FILE")]
    pub plan: Option<PathBuf>,
    /// A feature the app has: ID, ID:OPTION, ID:OPTION,OPTION, each with @per-link or @if-available where it is not always needed.
    #[arg(long = "feature", value_name = "FEATURE")]
    pub features: Vec<String>,
    /// An API call the app makes, with @per-link or @if-available where it is not always needed.
    #[arg(long = "endpoint", value_name = "METHOD /PATH")]
    pub endpoints: Vec<String>,
    /// Keep the scopes that the project declares; with =false, only what features and calls need.
    #[arg(long, num_args = 0..=1, require_equals = true, default_value_t = true, default_missing_value = "true")]
    pub keep_declared: bool,
    /// A required scope.
    #[arg(long = "scope", value_name = "SCOPE", num_args = 1..)]
    pub scopes: Vec<String>,
    /// A conditionally required scope.
    #[arg(long = "conditional", value_name = "SCOPE", num_args = 1..)]
    pub conditional: Vec<String>,
    /// An optional scope.
    #[arg(long = "optional", value_name = "SCOPE", num_args = 1..)]
    pub optional: Vec<String>,
    /// The link with this name in the plan.
    #[arg(long, value_name = "NAME", conflicts_with = "with")]
    pub link: Option<String>,
    /// The base link and these conditionally required scopes or features.
    #[arg(long, value_name = "SCOPE", num_args = 1..)]
    pub with: Vec<String>,
    /// Print every named link, its name before it.
    #[arg(long, conflicts_with_all = ["link", "with", "snippet"])]
    pub for_each_link: bool,
    /// Print the fewest links that give accounts on each tier all that they can have, and say which accounts each is for.
    #[arg(long, value_name = "SET", conflicts_with_all = ["link", "with", "snippet", "for_each_link"])]
    pub links: Option<LinkSet>,
    /// With --links: the tiers that are to be served (default: all): free, starter, pro, enterprise.
    #[arg(long, value_name = "TIER", value_delimiter = ',', value_parser = parse_level, requires = "links")]
    pub for_tiers: Vec<Level>,
    /// With --links: the per-link features, calls or scopes that are to be had (default: all of them).
    #[arg(long, value_name = "FEATURE", value_delimiter = ',', requires = "links")]
    pub for_features: Vec<String>,
    /// The link's state: auto makes a random one.
    #[arg(long, value_name = "auto|VALUE")]
    pub state: Option<String>,
    /// Print the link in a form to paste.
    #[arg(long, value_name = "KIND", conflicts_with = "json")]
    pub snippet: Option<Snippet>,
    /// Write the certificate of the least privilege to this file; catalog verify checks it.
    #[arg(long, value_name = "FILE")]
    pub certificate: Option<PathBuf>,
    /// Print also what HubSpot would refuse.
    #[arg(long)]
    pub force: bool,
    /// The app.
    #[command(flatten)]
    pub app: AppArgs,
}

/// Which links are worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LinkSet {
    /// As few as serve every account.
    Fewest,
}
