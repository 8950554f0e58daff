//! The command line: one file a subcommand, one definition of the flags.
//!
//! Results go to standard output, messages to standard error. Exit codes are those of [`Exit`].

mod answer;
mod app_file;
mod args;
mod catalog;
mod certificate;
mod change;
mod check;
mod code;
mod configure;
mod diff;
mod endpoints;
mod exit;
mod explain;
mod facts;
mod facts_diff;
mod failure;
mod files;
mod help;
mod import;
mod manual;
mod moment;
mod offer;
mod output;
mod page;
mod plain;
mod plan_file;
mod readings;
mod report;
mod scan;
mod session;
mod simulate;
mod source;
mod url;
mod verify;

use std::ffi::OsString;
use std::time::SystemTime;

pub use args::{Args, command};
pub use exit::Exit;

use args::Sub;
use failure::usage;
use moment::Moment;
use output::Streams;

/// Runs the command line `arguments` (the program's name first) at the time `now` and gives the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>, now: SystemTime) -> Exit {
    let moment = Moment::of(now);
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // What cannot be parsed may have asked for JSON all the same.
    let asks_for_json = args::ask_for_json(&arguments);
    let args = match Args::read(arguments) {
        Ok(args) => args,
        Err(error) => return report::usage(&error, asks_for_json),
    };
    let mut streams = Streams::new(args.bare.common.color).for_documents(asks_for_json);
    match run_read(&args, moment, &mut streams) {
        Ok(exit) => exit,
        Err(error) => report::failure(&error, &mut streams),
    }
}

/// Runs what was read from the command line.
fn run_read(args: &Args, moment: Moment, streams: &mut Streams) -> anyhow::Result<Exit> {
    let bare = &args.bare;
    let of_configurator = bare.example || bare.no_tui || bare.no_mouse || bare.plain || bare.no_session;
    if args.sub.is_some() && (bare.path.is_some() || of_configurator) {
        let flags = "PATH, --example, --plain, --no-tui, --no-mouse and --no-session";
        usage!("{flags} go with the configurator, not with a subcommand");
    }
    if args.bare.common.json && matches!(args.sub, Some(Sub::Completions(_) | Sub::Man | Sub::Help(_))) {
        usage!("completions, man and help write text for a shell or for people; leave --json out");
    }
    match &args.sub {
        None => configure::run(args, moment, streams),
        Some(Sub::Url(url)) => url::run(args, url, streams),
        Some(Sub::Scan(scan)) => scan::run(args, scan, streams),
        Some(Sub::Explain(explain)) => explain::run(args, explain, streams),
        Some(Sub::Simulate(simulate)) => simulate::run(args, simulate, streams),
        Some(Sub::Diff(wanted)) => diff::run(args, wanted, streams),
        Some(Sub::Catalog(catalog)) => catalog::run(args, catalog, moment, streams),
        Some(Sub::Completions(completions)) => manual::completions(completions, streams),
        Some(Sub::Man) => manual::man(streams),
        Some(Sub::Help(help)) => help::run(help, streams),
        Some(Sub::Check(check)) => check::run(args, check, streams),
    }
}
