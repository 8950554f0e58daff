//! Flags of `hubscope scan`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::check::Format;

/// Flags of `hubscope scan`.
#[derive(Debug, Clone, ClapArgs)]
pub struct ScanArgs {
    /// The folders (default: this one).
    #[arg(value_name = "DIR")]
    pub folders: Vec<PathBuf>,
    /// Calls in tests count as well.
    #[arg(long)]
    pub tests: bool,
    /// How the findings are written.
    #[arg(long, value_name = "FORMAT", default_value = "human", conflicts_with = "json")]
    pub format: Format,
    /// List the calls behind this scope.
    #[arg(long, value_name = "SCOPE", conflicts_with = "json")]
    pub explain: Option<String>,
    /// Write the certificate of the least privilege to this file; catalog verify checks it.
    #[arg(long, value_name = "FILE")]
    pub certificate: Option<PathBuf>,
}
