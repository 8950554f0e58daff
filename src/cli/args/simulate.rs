//! Flags of `hubscope simulate`.

use super::common::Switch;
use crate::account::Role;
use crate::plan::{Auth, Distribution, Hublet};
use clap::{Args as ClapArgs, ValueEnum};
use std::path::PathBuf;

/// Flags of `hubscope simulate`.
#[derive(Debug, Clone, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct SimulateArgs {
    /// An install URL, a HubSpot project or a plan file; - is standard input (default: the project or plan here).
    pub target: Option<String>,
    /// Simulate the ready sample app.
    #[arg(long, conflicts_with_all = ["target", "project", "plan"])]
    pub example: bool,
    /// The project behind a link: its features are told of, too.
    #[arg(long, value_name = "DIR", conflicts_with = "plan")]
    pub project: Option<PathBuf>,
    /// The plan behind a link.
    #[arg(long, value_name = "FILE")]
    pub plan: Option<PathBuf>,
    /// The link with this name in the plan.
    #[arg(long, value_name = "NAME", conflicts_with = "with")]
    pub link: Option<String>,
    /// The base link and these conditionally required scopes or features.
    #[arg(long, value_name = "SCOPE", num_args = 1..)]
    pub with: Vec<String>,
    /// The account's tier: free, starter, pro or enterprise in every hub, or sales=pro,marketing=free (default: free).
    #[arg(long, visible_alias = "tier", value_name = "TIER")]
    pub account: Vec<String>,
    /// An add-on of the account: brands, transactional-email, website.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub addon: Vec<String>,
    /// Who installs (default: super-admin).
    #[arg(long, value_name = "ROLE")]
    pub installer: Option<Role>,
    /// A permission that the installer lacks, such as "Workflows > Edit".
    #[arg(long, value_name = "PERMISSION", value_delimiter = ',')]
    pub lacks: Vec<String>,
    /// Sensitive data of the account (default: off).
    #[arg(long, value_name = "STATE")]
    pub sensitive_data: Option<Switch>,
    /// App Governance of the account (default: off).
    #[arg(long, value_name = "STATE")]
    pub governance: Option<Switch>,
    /// Scopes that the account's Super Admins have approved for the app.
    #[arg(long, value_name = "SCOPE", num_args = 1..)]
    pub approved: Vec<String>,
    /// The app is listed in HubSpot's marketplace.
    #[arg(long)]
    pub listed: bool,
    /// How many accounts have the app already.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub installs: u64,
    /// Whether the developer has signed the acceptable use policy.
    #[arg(long, value_name = "STATE")]
    pub aup: Option<Signed>,
    /// The account is on the allow list of a private app; with =false, it is not.
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub allow_listed: Option<bool>,
    /// Show all tiers and installers at once.
    #[arg(long, conflicts_with = "checklist")]
    pub matrix: bool,
    /// Print what an installer needs, in Markdown, to hand to a customer.
    #[arg(long)]
    pub checklist: bool,
    /// How the app reaches accounts.
    #[arg(long, value_name = "KIND")]
    pub distribution: Option<Distribution>,
    /// How the app gets its token.
    #[arg(long, value_name = "TYPE")]
    pub auth: Option<Auth>,
    /// The app's tokens act for one user.
    #[arg(long)]
    pub user_level: bool,
    /// The app's client id, a UUID.
    #[arg(long, value_name = "ID", env = "HUBSPOT_CLIENT_ID", hide_env_values = true)]
    pub client_id: Option<String>,
    /// The redirect URL of the link.
    #[arg(long, value_name = "URL")]
    pub redirect_uri: Option<String>,
    /// The region host of the link.
    #[arg(long, value_name = "REGION")]
    pub host: Option<Hublet>,
}

/// Signed or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Signed {
    /// Signed.
    Signed,
    /// Not signed.
    Unsigned,
}
