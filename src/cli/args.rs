//! The one definition of the flags: parser, help, man page and completions come from it.

use std::path::PathBuf;

use clap::{Args as ClapArgs, CommandFactory as _, Parser, Subcommand, ValueEnum};

use super::output::ColorChoice;
use crate::catalog::{Date, day_from_text};
use crate::link::Snippet;
use crate::plan::{Auth, Distribution, Hublet};

/// Compute the scopes a HubSpot app needs and leave with an install URL that HubSpot accepts.
///
/// Without a subcommand the configurator opens in the terminal: on the HubSpot project in PATH (default: the current
/// folder or the nearest one above with hsproject.json), else on hubscope.json, else on an empty plan. It draws on the
/// terminal even when standard output is captured: url=$(hubscope) leaves the finished URL in the variable.
#[derive(Debug, Parser)]
#[command(name = "hubscope", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Args {
    /// A folder of a HubSpot project, or a plan file.
    pub path: Option<PathBuf>,
    /// Open a ready sample app.
    #[arg(long)]
    pub example: bool,
    /// Draw nothing: print the link of a complete plan, or say what is missing.
    #[arg(long)]
    pub no_tui: bool,
    /// Leave the mouse to the terminal.
    #[arg(long)]
    pub no_mouse: bool,
    /// The app.
    #[command(flatten)]
    pub app: AppArgs,
    /// Flags of every command.
    #[command(flatten)]
    pub common: Common,
    /// The subcommand.
    #[command(subcommand)]
    pub sub: Option<Sub>,
}

/// Flags that work everywhere.
#[derive(Debug, Clone, ClapArgs)]
#[command(next_help_heading = "Everywhere")]
pub struct Common {
    /// Apply the rules of this day, such as 2019-12-01 (default: the catalog's date).
    #[arg(long, global = true, value_name = "DATE", value_parser = parse_date)]
    pub as_of: Option<Date>,
    /// Advanced scope settings of the app, which were optional before 2024-10-21.
    #[arg(long, global = true, value_name = "STATE")]
    pub advanced_scopes: Option<Switch>,
    /// Take the endpoint facts from this file, as catalog import writes it.
    #[arg(long = "catalog", global = true, value_name = "FILE")]
    pub facts: Option<PathBuf>,
    /// Print JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// Colour messages.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// On.
    On,
    /// Off.
    Off,
}

/// The app's settings.
#[derive(Debug, Clone, Default, ClapArgs)]
#[command(next_help_heading = "App")]
pub struct AppArgs {
    /// The app's client id, a UUID.
    #[arg(long, value_name = "ID", env = "HUBSPOT_CLIENT_ID", hide_env_values = true)]
    pub client_id: Option<String>,
    /// The redirect URL of the link, one that the app has registered.
    #[arg(long, value_name = "URL")]
    pub redirect_uri: Option<String>,
    /// How the app reaches accounts.
    #[arg(long, value_name = "KIND")]
    pub distribution: Option<Distribution>,
    /// How the app gets its token.
    #[arg(long, value_name = "TYPE")]
    pub auth: Option<Auth>,
    /// The app's tokens act for one user.
    #[arg(long)]
    pub user_level: bool,
    /// The account that the link is for.
    #[arg(long, value_name = "ID")]
    pub account: Option<String>,
    /// The app's number, for the link of a static-auth app.
    #[arg(long, value_name = "ID")]
    pub app_id: Option<String>,
    /// The region host of the link.
    #[arg(long, value_name = "REGION")]
    pub host: Option<Hublet>,
}

impl AppArgs {
    /// These flags, and those of `before` where they say nothing: a flag may stand before or after the subcommand.
    pub fn or(&self, before: &Self) -> Self {
        Self {
            client_id: self.client_id.clone().or_else(|| before.client_id.clone()),
            redirect_uri: self.redirect_uri.clone().or_else(|| before.redirect_uri.clone()),
            distribution: self.distribution.or(before.distribution),
            auth: self.auth.or(before.auth),
            user_level: self.user_level || before.user_level,
            account: self.account.clone().or_else(|| before.account.clone()),
            app_id: self.app_id.clone().or_else(|| before.app_id.clone()),
            host: self.host.or(before.host),
        }
    }
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Sub {
    /// Print the install URL.
    #[command(
        after_help = "Features and their options: hubscope catalog features. Calls: hubscope catalog endpoints.\n\n\
        hubscope url --client-id ID --redirect-uri URL --feature webhooks.classic:deal.creation --optional crm.export"
    )]
    Url(Box<UrlArgs>),
    /// Find the HubSpot calls in source code, and the scopes that they need.
    Scan(ScanArgs),
    /// Say what a scope, a call or a feature is, what it needs, and how well that is known.
    Explain(ExplainArgs),
    /// Show the facts that answers are made from.
    Catalog(CatalogArgs),
    /// Print a completion script for a shell.
    Completions(CompletionsArgs),
    /// Print the man page.
    Man,
}

/// Flags of `hubscope url`.
#[derive(Debug, Clone, ClapArgs)]
pub struct UrlArgs {
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

/// Flags of `hubscope scan`.
#[derive(Debug, Clone, ClapArgs)]
pub struct ScanArgs {
    /// The folders (default: this one).
    #[arg(value_name = "DIR")]
    pub folders: Vec<PathBuf>,
    /// Calls in tests count as well.
    #[arg(long)]
    pub tests: bool,
    /// List the calls behind this scope.
    #[arg(long, value_name = "SCOPE", conflicts_with = "json")]
    pub explain: Option<String>,
    /// Write the certificate of the least privilege to this file; catalog verify checks it.
    #[arg(long, value_name = "FILE")]
    pub certificate: Option<PathBuf>,
}

/// Flags of `hubscope explain`.
#[derive(Debug, Clone, ClapArgs)]
pub struct ExplainArgs {
    /// A scope name, a call such as "GET /crm/v3/owners", a feature ID or ID:OPTION. feature:ID where a scope has the name, too.
    #[arg(required = true)]
    pub what: Vec<String>,
    /// Say whether these scopes allow the call, and which lack.
    #[arg(long, value_name = "SCOPES")]
    pub scopes: Vec<String>,
}

/// Flags of `hubscope catalog`.
#[derive(Debug, Clone, ClapArgs)]
pub struct CatalogArgs {
    /// What to show.
    #[command(subcommand)]
    pub what: CatalogSub,
}

/// What the catalog shows.
#[derive(Debug, Clone, Subcommand)]
pub enum CatalogSub {
    /// Its date, its size and its sources.
    Info,
    /// The scopes.
    Scopes(Filter),
    /// The features and their options.
    Features(Filter),
    /// The endpoints and the scopes they need.
    Endpoints(Filter),
    /// Rebuild the endpoint facts from a checkout of HubSpot's public OpenAPI collection.
    Import(ImportArgs),
    /// Check a certificate of the least privilege from scratch.
    Verify(VerifyArgs),
}

/// Flags of `hubscope catalog verify`.
#[derive(Debug, Clone, ClapArgs)]
pub struct VerifyArgs {
    /// The file of the certificate; - is standard input.
    #[arg(value_name = "CERT")]
    pub file: PathBuf,
}

/// Flags of `hubscope catalog import`.
#[derive(Debug, Clone, ClapArgs)]
pub struct ImportArgs {
    /// The folder of the checkout.
    pub dir: PathBuf,
    /// Write the facts to this file.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The commit of the checkout, where git cannot say it.
    #[arg(long, value_name = "HASH")]
    pub commit: Option<String>,
    /// The day of that commit, where git cannot say it.
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub date: Option<Date>,
}

/// Which rows are shown.
#[derive(Debug, Clone, ClapArgs)]
pub struct Filter {
    /// Words that must all stand in a row's id, label or group.
    pub words: Vec<String>,
}

/// Flags of `hubscope completions`.
#[derive(Debug, Clone, ClapArgs)]
pub struct CompletionsArgs {
    /// The shell.
    pub shell: clap_complete::Shell,
}

fn parse_date(text: &str) -> Result<Date, String> {
    day_from_text(text).ok_or_else(|| "write it as 2019-12-01".to_owned())
}

/// The definition, for the man page and completions.
pub fn command() -> clap::Command {
    Args::command()
}

/// Values of a flag, in the words that the plan file uses.
macro_rules! value_enum {
    ($type:ty) => {
        impl ValueEnum for $type {
            fn value_variants<'a>() -> &'a [Self] {
                &Self::ALL
            }

            fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
                Some(clap::builder::PossibleValue::new(self.as_str()))
            }
        }
    };
}

value_enum!(Distribution);
value_enum!(Auth);
value_enum!(Hublet);
value_enum!(Snippet);
