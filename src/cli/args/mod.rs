//! The one definition of the flags: parser, help, man page and completions come from it. One file a subcommand that has
//! many.

mod app;
mod catalog;
mod check;
mod common;
mod scan;
mod simulate;
mod url;
mod values;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args as ClapArgs, CommandFactory as _, Parser, Subcommand};

pub(super) use app::AppArgs;
pub(super) use catalog::{CatalogArgs, CatalogSub, FactsArgs, Filter, ImportArgs, VerifyArgs};
pub(super) use check::{CheckArgs, Format, LinkAuth, Mend};
pub(super) use common::{Common, Switch, types_hold};
pub(super) use scan::ScanArgs;
pub(super) use simulate::{Signed, SimulateArgs};
pub(super) use url::{LinkSet, UrlArgs};
pub(super) use values::parse_level;

/// Compute the scopes a HubSpot app needs and leave with an install URL that HubSpot accepts.
///
/// Without a subcommand the configurator opens in the terminal: on the HubSpot project in PATH (default: the current
/// folder or the nearest one above with hsproject.json), else on hubscope.json, else on an empty plan. It draws on the
/// terminal even when standard output is captured: url=$(hubscope) leaves the finished URL in the variable.
#[derive(Debug, Parser)]
#[command(name = "hubscope", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Args {
    /// Everything but the subcommand.
    #[command(flatten)]
    pub bare: Bare,
    /// The subcommand.
    #[command(subcommand)]
    pub sub: Option<Sub>,
}

/// What the command without a subcommand understands.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[command(name = "hubscope")]
pub struct Bare {
    /// A folder of a HubSpot project, or a plan file.
    pub path: Option<PathBuf>,
    /// Open a ready sample app.
    #[arg(long)]
    pub example: bool,
    /// Draw nothing: print the link of a complete plan, or say what is missing.
    #[arg(long)]
    pub no_tui: bool,
    /// Ask line by line instead of drawing: for a screen reader, a dumb terminal or a pipe.
    #[arg(long, conflicts_with = "no_tui")]
    pub plain: bool,
    /// Leave the mouse to the terminal.
    #[arg(long)]
    pub no_mouse: bool,
    /// Neither offer earlier unsaved work nor keep any.
    #[arg(long)]
    pub no_session: bool,
    /// The app.
    #[command(flatten)]
    pub app: AppArgs,
    /// Flags of every command.
    #[command(flatten)]
    pub common: Common,
}

impl Args {
    /// Reads the command line, the program's name first.
    pub fn read(arguments: Vec<OsString>) -> Result<Self, clap::Error> {
        // To define every flag of every subcommand takes as long as to draw: the configurator does without. A word
        // may be a subcommand, and only the whole definition says well what is wrong.
        match Bare::try_parse_from(&arguments) {
            Ok(bare) if bare.path.is_none() => Ok(Self { bare, sub: None }),
            _ => Self::try_parse_from(arguments),
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
    /// Check links, HubSpot projects, config files and files that hold links.
    #[command(after_help = "hubscope check                          the project here\n\
        hubscope check 'https://app.hubspot.com/oauth/authorize?…' --project .\n\
        hubscope check .env README.md --against src/app/app-hsmeta.json\n\n\
        Exit status: 0 no error (with --strict: no warning either), 1 at least one, 2 the check could not run. For CI: hubscope help ci.")]
    Check(Box<CheckArgs>),
    /// Find the HubSpot calls in source code, and the scopes that they need.
    #[command(after_help = "hubscope scan                the code here, held against its project\n\
        hubscope scan --fix --write  add what calls lack to the app's settings\n\
        hubscope scan --watch        tell what each change of a file changes in need\n\n\
        Lines of --watch --json: {\"event\":\"scan\",\"folder\",…} with the fields of a scan for each DIR, then \
        {\"event\":\"change\",\"folder\",\"calls\",\"unresolved\",\"scopes\",\"missing\",\"missing_optional\",\"unused\"} \
        for each change, where each of the last six is {\"gained\":[…],\"lost\":[…]}.\n\n\
        Exit status: 0 no call lacks a scope, 1 at least one does, 2 the scan could not run, 130 a watch was ended by Ctrl-C.")]
    Scan(ScanArgs),
    /// Say what a scope, a call, a feature, a rule or an error is, what it needs, and how well that is known.
    Explain(ExplainArgs),
    /// Say whether an account and an installer can install, what is left out, and what then works.
    #[command(after_help = "hubscope simulate --account pro --installer marketplace-access\n\
        hubscope simulate \"https://app.hubspot.com/oauth/authorize?...\" --matrix")]
    Simulate(Box<SimulateArgs>),
    /// Say what a change of scopes does: to accounts that installed the app, to links, to tokens; and in which order it is safe.
    #[command(
        after_help = "OLD and NEW: a HubSpot project, a plan, an install URL, a config file, or git:REV (git:REV:PATH) \
        for what they were at a revision; - is standard input.\n\nhubscope diff git:HEAD ."
    )]
    Diff(DiffArgs),
    /// Show the facts that answers are made from.
    Catalog(CatalogArgs),
    /// Print a completion script for a shell.
    Completions(CompletionsArgs),
    /// Print the man page.
    Man,
    /// Show help on a topic, or on a subcommand.
    Help(HelpArgs),
}

/// Flags of `hubscope help`.
#[derive(Debug, Clone, ClapArgs)]
pub struct HelpArgs {
    /// A topic (ci) or a subcommand.
    pub topic: Vec<String>,
}

/// Flags of `hubscope explain`.
#[derive(Debug, Clone, ClapArgs)]
pub struct ExplainArgs {
    /// A scope name, a call such as "GET /crm/v3/owners", a feature ID or ID:OPTION, a rule of check such as
    /// config/placeholder; a sentence of HubSpot's install page, an
    /// error of the token endpoint, the body of a 403 or 401 (- reads standard input); a kind of token such as
    /// private-app; a topic such as reconnect. feature:ID where a scope has the name, too. Without an argument, the topics
    /// and kinds of tokens are listed. Tokens in what is pasted are neither shown nor kept.
    pub what: Vec<String>,
    /// The kind of token that an error is about: oauth, static, private-app, service-key, user-level …; default: that of
    /// the project or plan here.
    #[arg(long, value_name = "KIND")]
    pub auth: Option<String>,
    /// Say whether these scopes allow the call, and which lack.
    #[arg(long, value_name = "SCOPES")]
    pub scopes: Vec<String>,
    /// Of a feature, say what adding it to this project would change: scopes, tiers, installers.
    #[arg(long, value_name = "DIR", conflicts_with = "plan")]
    pub project: Option<PathBuf>,
    /// The same for this plan file.
    #[arg(long, value_name = "FILE")]
    pub plan: Option<PathBuf>,
}

/// Flags of `hubscope diff`.
#[derive(Debug, Clone, ClapArgs)]
pub struct DiffArgs {
    /// The state before.
    pub old: String,
    /// The state after.
    pub new: String,
    /// Print a release note in Markdown.
    #[arg(long, conflicts_with = "json")]
    pub markdown: bool,
    /// Exit with 1 when an account has to authorise again, if only for what is new, or a link dies.
    #[arg(long)]
    pub exit_code: bool,
}

/// Flags of `hubscope completions`.
#[derive(Debug, Clone, ClapArgs)]
pub struct CompletionsArgs {
    /// The shell.
    pub shell: clap_complete::Shell,
}

/// Whether the command line asks for JSON, also one that cannot be parsed.
pub(super) fn ask_for_json(arguments: &[OsString]) -> bool {
    let words: Vec<&str> = arguments.iter().skip(1).map_while(|word| word.to_str().or(Some(""))).collect();
    let flags = words.split(|word| *word == "--").next().unwrap_or_default();
    let of_two = flags.windows(2).any(|two| two == ["--format", "json"]);
    of_two || flags.iter().any(|word| matches!(*word, "--json" | "--format=json"))
}

/// The definition, for the man page and completions.
pub fn command() -> clap::Command {
    Args::command()
}
