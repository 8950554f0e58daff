//! `hubscope check`: links, projects, config files and files that hold links.
//!
//! Owns the order of things: targets are read and checked, allowed rules left out, the report printed, edits shown or
//! written. What is wrong is decided in `check`.

mod app_side;
mod fixes;
mod locked;
mod target;

use super::args::{Args, CheckArgs, Format};
use super::exit::Exit;
use super::facts;
use super::failure::Failure;
use super::output::Streams;
use crate::catalog::Catalog;
use crate::check::{Allowed, Tally, report};
use crate::prose::counted;
use target::Reader;

/// Checks what the arguments name.
pub(super) fn run(args: &Args, check: &CheckArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let catalog = facts::catalog(&args.bare.common, streams)?;
    let allowed = Allowed::parse(&check.allow).map_err(|error| {
        let near = error.near.clone();
        anyhow::Error::from(error).context(Failure::usage("--allow").near(near))
    })?;
    let reader = Reader::new(catalog, &args.bare.common, check, &allowed)?;
    let (mut targets, unreadable) = reader.read_all()?;
    for target in &mut targets {
        target.checked.diagnostics.retain(|finding| !allowed.has(finding.rule));
    }
    let checked: Vec<_> = targets.iter().map(|target| target.checked.clone()).collect();
    let format = if args.bare.common.json { Format::Json } else { check.format };
    match format {
        Format::Human => streams.write(&report::human(&checked, streams.look()))?,
        Format::Json => {
            let mut document = report::json_value(&checked);
            unreadable.name_in(&mut document);
            streams.json(&document)?;
        }
        Format::Sarif => streams.write(&report::sarif(&checked))?,
        Format::Github => streams.write(&report::github(&checked))?,
    }
    unreadable.say(streams);
    let mut tally = Tally::of(&checked);
    if check.fix.is_some() && fixes::run(&targets, reader.side(), check, streams)? {
        tally = left(catalog, args, check, &allowed, tally, streams)?;
    }
    if !unreadable.is_empty() {
        return Ok(Exit::Trouble);
    }
    let fails = tally.errors > 0 || check.strict && tally.warnings > 0;
    Ok(if fails { Exit::No } else { Exit::Done })
}

/// What is left after files were written, which decides how the run ends. Standard input cannot be read again.
fn left(
    catalog: &'static Catalog,
    args: &Args,
    check: &CheckArgs,
    allowed: &Allowed,
    before: Tally,
    streams: &mut Streams,
) -> anyhow::Result<Tally> {
    if check.targets.iter().any(|target| target == "-") {
        return Ok(before);
    }
    let reader = Reader::new(catalog, &args.bare.common, check, allowed)?;
    let mut checked: Vec<_> = reader.read_all()?.0.into_iter().map(|target| target.checked).collect();
    for one in &mut checked {
        one.diagnostics.retain(|finding| !allowed.has(finding.rule));
    }
    let tally = Tally::of(&checked);
    let found = [(tally.errors, "error"), (tally.warnings, "warning")].into_iter().filter(|(count, _)| *count > 0);
    let found: Vec<String> = found.map(|(count, of)| counted(count, of)).collect();
    streams.say(&match found.is_empty() {
        true => "hubscope: after that, nothing is wrong".to_owned(),
        false => {
            let remain = if tally.errors + tally.warnings == 1 { "remains" } else { "remain" };
            format!("hubscope: after that, {} {remain} for a person to mend", found.join(" and "))
        }
    });
    Ok(tally)
}
