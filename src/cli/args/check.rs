//! Flags of `hubscope check`.

use clap::{Args as ClapArgs, ValueEnum};
use std::path::PathBuf;

/// Flags of `hubscope check`.
#[derive(Debug, Clone, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct CheckArgs {
    /// An install URL, a folder of a HubSpot project, an app config file, a file that holds links, or - for standard input
    /// (default: the project here).
    #[arg(value_name = "TARGET")]
    pub targets: Vec<String>,
    /// Match links against the app of this project.
    #[arg(long, value_name = "DIR", conflicts_with = "against")]
    pub project: Option<PathBuf>,
    /// Match links against the app of this config file.
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
    /// How the findings are written.
    #[arg(long, value_name = "FORMAT", default_value = "human", conflicts_with = "json")]
    pub format: Format,
    /// Warnings fail the check, too.
    #[arg(long)]
    pub strict: bool,
    /// Leave out findings of this rule, or of a family: scope/legacy, url/*.
    #[arg(long, value_name = "RULE", num_args = 1)]
    pub allow: Vec<String>,
    /// Every declared scope must have a reason in hubscope.json.
    #[arg(long)]
    pub locked: bool,
    /// Leave the project's source code out.
    #[arg(long)]
    pub no_code: bool,
    /// What a link is for, where nothing else says it: an OAuth app or a static-auth app.
    #[arg(long, value_name = "TYPE")]
    pub link_auth: Option<LinkAuth>,
    /// The app's tokens act for one user, where no project says it.
    #[arg(long)]
    pub user_level: bool,
    /// Fill in the ${VARIABLES} of the project with this profile.
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// Show the edits that mend what a program can mend. A link that does not match its app: mend the link, or with
    /// =settings the app's settings.
    #[arg(long, value_name = "WHAT", num_args = 0..=1, require_equals = true, default_missing_value = "link")]
    pub fix: Option<Mend>,
    /// Write the edits of --fix.
    #[arg(long, requires = "fix")]
    pub write: bool,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the line, with the place underlined.
    Human,
    /// For scripts.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
}

/// The kind of app that a link installs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LinkAuth {
    /// By an OAuth link with scopes.
    Oauth,
    /// By a link without scopes.
    Static,
}

/// Which side of a mismatch is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Mend {
    /// The link.
    Link,
    /// The app's settings.
    Settings,
}
