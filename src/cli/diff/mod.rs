//! `hubscope diff`: what a change of scopes does to accounts, links and tokens, and in which order it is safe.

mod config;
mod json;
mod revision;
mod target;

use super::args::{Args, DiffArgs, types_hold};
use super::exit::Exit;
use super::facts;
use super::failure::usage;
use super::output::Streams;
use super::report;
use crate::catalog::eras;
use crate::diagnostic::Diagnostic;
use crate::diff::{diff, markdown, report as told};
use crate::terminal::sanitize;
use target::Target;

/// Compares the two states and says what the change does.
pub(super) fn run(args: &Args, wanted: &DiffArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let catalog = facts::catalog(&args.bare.common, streams)?;
    let both_from_input = wanted.old == "-" && wanted.new == "-";
    if both_from_input {
        usage!("standard input can be one of the two sides only");
    }
    let mut old = Target::open(catalog, &args.bare.common, &wanted.old, &wanted.new, streams)?;
    let mut new = Target::open(catalog, &args.bare.common, &wanted.new, &wanted.old, streams)?;
    let typed = types_hold(&args.bare.common, eras::of(args.bare.common.as_of.unwrap_or(catalog.as_of())));
    (old.side.typed, new.side.typed) = (typed, typed);
    let found = diff(catalog, &old.side, &new.side);
    if args.bare.common.json {
        streams.json(&json::of(&found))?;
    } else {
        // A file that cannot be read leaves scopes out: that is said before an answer rests on it.
        for side in [&old, &new] {
            report::findings(side.findings.iter().filter(|finding| Diagnostic::is_error(finding)), streams);
        }
        let lines = if wanted.markdown { markdown(&found) } else { told(&found) };
        let safe: Vec<_> = lines.iter().map(|line| sanitize(line)).collect();
        streams.write(&(safe.join("\n") + "\n"))?;
    }
    Ok(if wanted.exit_code && found.asks_for_action() { Exit::No } else { Exit::Done })
}
