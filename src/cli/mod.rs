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
use moment::Moment;
use output::Streams;

/// Runs the command line `arguments` (the program's name first) at the time `now` and gives the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>, now: SystemTime) -> Exit {
    let moment = Moment::of(now);
    let args = match Args::read(arguments.into_iter().collect()) {
        Ok(args) => args,
        Err(error) => return report::usage(&error),
    };
    let mut streams = Streams::new(args.bare.common.color);
    let bare = &args.bare;
    let of_configurator = bare.example || bare.no_tui || bare.no_mouse || bare.plain || bare.no_session;
    if args.sub.is_some() && (bare.path.is_some() || of_configurator) {
        streams.say(
            "hubscope: PATH, --example, --plain, --no-tui, --no-mouse and --no-session go with the configurator, not with a subcommand",
        );
        return Exit::Trouble;
    }
    let done = match &args.sub {
        None => configure::run(&args, moment, &mut streams),
        Some(Sub::Url(url)) => url::run(&args, url, &mut streams),
        Some(Sub::Scan(scan)) => scan::run(&args, scan, &mut streams),
        Some(Sub::Explain(explain)) => explain::run(&args, explain, &mut streams),
        Some(Sub::Simulate(simulate)) => simulate::run(&args, simulate, &mut streams),
        Some(Sub::Diff(wanted)) => diff::run(&args, wanted, &mut streams),
        Some(Sub::Catalog(catalog)) => catalog::run(&args, catalog, moment, &mut streams),
        Some(Sub::Completions(completions)) => manual::completions(completions, &mut streams),
        Some(Sub::Man) => manual::man(&mut streams),
        Some(Sub::Help(help)) => help::run(help, &mut streams),
        Some(Sub::Check(check)) => check::run(&args, check, &mut streams),
    };
    match done {
        Ok(exit) => exit,
        Err(error) => report::failure(&error, &mut streams),
    }
}
