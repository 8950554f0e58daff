//! Flags of `hubscope scan`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::check::Format;

/// Flags of `hubscope scan`.
#[derive(Debug, Clone, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct ScanArgs {
    /// The folders (default: this one).
    #[arg(value_name = "DIR")]
    pub folders: Vec<PathBuf>,
    /// Calls in tests count as well.
    #[arg(long)]
    pub tests: bool,
    /// Hold the calls against these scopes: a list with commas, or a file that has one. Default: what the HubSpot project
    /// declares; where there is none, the lists in code and settings, of which is told only.
    #[arg(long, value_name = "FILE|LIST")]
    pub declared: Option<String>,
    /// How the findings are written.
    #[arg(long, value_name = "FORMAT", default_value = "human", conflicts_with = "json")]
    pub format: Format,
    /// List the calls and the features behind this scope.
    #[arg(long, value_name = "SCOPE", conflicts_with_all = ["json", "format", "fix"])]
    pub explain: Option<String>,
    /// Write the certificate of the least privilege to this file; catalog verify checks it.
    #[arg(long, value_name = "FILE")]
    pub certificate: Option<PathBuf>,
    /// Show the edit that adds the scopes that calls lack to the app's settings. Nothing is moved or taken out.
    #[arg(long)]
    pub fix: bool,
    /// Write the edit of --fix.
    #[arg(long, requires = "fix")]
    pub write: bool,
    /// Scan, then stay and tell what each change of a file changes in what the app needs, until Ctrl-C.
    /// A change that alters no need is not told. With --json each line is an object.
    #[arg(long, conflicts_with_all = ["fix", "write", "certificate", "explain"])]
    pub watch: bool,
}
