//! `hubscope simulate`: who can install, what is left out, what the token then holds.
//!
//! Owns the flags and the pages; what is said comes from `account`.

mod everywhere;
mod holds;
mod install;
mod json;
mod once;
mod target;

use super::args::{Args, SimulateArgs};
use super::exit::Exit;
use super::facts;
use super::output::Streams;
use super::report;
use crate::account::{checklist, matrix, simulate, working};
use crate::catalog::Verdict;
use crate::terminal::sanitize;
use serde_json::json;
use target::Target;

/// Answers; the answer is no where nothing installs.
pub(super) fn run(args: &Args, flags: &SimulateArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let catalog = facts::catalog(&args.bare.common, streams)?;
    let target = Target::open(catalog, args, flags, streams)?;
    let install = install::of_flags(catalog, flags, &target)?;
    for note in install::unused(flags, &target, &install) {
        streams.say(&format!("hubscope: {note}"));
    }
    let as_json = args.bare.common.json;
    if !as_json {
        report::findings(&target.findings, streams);
    }
    if flags.checklist {
        let text = checklist(catalog, &install, &target.ask);
        match as_json {
            true => streams.json(&json!({"checklist": text}))?,
            false => {
                let lines: Vec<String> = text.lines().map(|line| sanitize(line).into_owned()).collect();
                streams.write(&format!("{}\n", lines.join("\n")))?;
            }
        }
        return Ok(Exit::Done);
    }
    let all = matrix(catalog, &install, &target.ask);
    if flags.matrix {
        match as_json {
            true => streams.json(&json::matrix(&install, &target, &all))?,
            false => streams.write(everywhere::page(catalog, &install, &target, &all).text())?,
        }
        let refused = all.cells.iter().all(|cell| cell.outcome.installs == Verdict::No);
        return Ok(if refused { Exit::No } else { Exit::Done });
    }
    let outcome = simulate(catalog, &install, &target.ask);
    let works = working(&target.ask, &outcome);
    match as_json {
        true => streams.json(&json::outcome(catalog, &install, &target, &outcome, &works))?,
        false => streams.write(once::page(catalog, flags, &install, &target, &outcome, &works, &all).text())?,
    }
    Ok(if outcome.installs == Verdict::No { Exit::No } else { Exit::Done })
}
