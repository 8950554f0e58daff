//! `hubscope check`: links, projects, config files and files that hold links.
//!
//! Owns the order of things: targets are read and checked, allowed rules left out, the report printed, edits shown or
//! written. What is wrong is decided in `check`.

mod app_side;
mod fixes;
mod locked;
mod target;

use anyhow::Context as _;

use super::args::{Args, CheckArgs, Format};
use super::exit::Exit;
use super::facts;
use super::output::Streams;
use crate::check::{Allowed, Tally, report};
use target::Reader;

/// Checks what the arguments name.
pub(super) fn run(args: &Args, check: &CheckArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let catalog = facts::catalog(&args.bare.common)?;
    let allowed = Allowed::parse(&check.allow).context("--allow")?;
    let reader = Reader::new(catalog, &args.bare.common, check, &allowed)?;
    let mut targets = reader.read_all()?;
    for target in &mut targets {
        target.checked.diagnostics.retain(|finding| !allowed.has(finding.rule));
    }
    let checked: Vec<_> = targets.iter().map(|target| target.checked.clone()).collect();
    let format = if args.bare.common.json { Format::Json } else { check.format };
    streams.write(&match format {
        Format::Human => report::human(&checked, streams.look()),
        Format::Json => report::json(&checked),
        Format::Sarif => report::sarif(&checked),
        Format::Github => report::github(&checked),
    })?;
    if check.fix.is_some() {
        fixes::run(&targets, reader.side(), check, streams)?;
    }
    let tally = Tally::of(&checked);
    let fails = tally.errors > 0 || check.strict && tally.warnings > 0;
    Ok(if fails { Exit::No } else { Exit::Done })
}
