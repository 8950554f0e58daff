//! `hubscope scan`: the calls in source code, the scopes they need, held against what the project declares.

mod declared;
mod explain;
mod fix;
mod human;
mod json;
pub(super) mod scanned;
mod watch;

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::args::{Args, Format, ScanArgs};
use super::exit::Exit;
use super::failure::usage;
use super::output::Streams;
use super::readings::{Readings, Unreadable};
use super::{certificate, facts};
use crate::prose::counted;
use crate::terminal::sanitize;
use scanned::{How, scanned};

/// Scans the folders, or explains one scope.
pub(super) fn run(args: &Args, scan: &ScanArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let catalog = facts::catalog(&args.bare.common, streams)?;
    let here = [PathBuf::from(".")];
    let folders = if scan.folders.is_empty() { &here[..] } else { &scan.folders[..] };
    if scan.watch {
        return watch::run(catalog, folders, scan, &args.bare.common, streams);
    }
    let how = How { tests: scan.tests, day: args.bare.common.as_of, declared: scan.declared.as_deref() };
    let scan_all = || {
        let mut readings = Readings::default();
        for folder in folders {
            let scanned = scanned(catalog, folder, how);
            readings.take(&folder.display().to_string(), scanned);
        }
        readings.finish()
    };
    let (mut all, unreadable) = scan_all()?;
    unreadable.say(streams);
    if let Some(path) = &scan.certificate {
        if !unreadable.is_empty() {
            usage!("no certificate is written, for not all folders could be scanned");
        }
        let certificates: Vec<_> = all.iter().map(|one| one.answer.certificate.clone()).collect();
        certificate::write(path, &certificates)?;
    }
    if let Some(scope) = &scan.explain {
        let as_json = args.bare.common.json || scan.format == Format::Json;
        return explain::run(catalog, &all, scope, as_json, streams);
    }
    if !args.bare.common.json && matches!(scan.format, Format::Sarif | Format::Github) {
        let checked: Vec<_> = all.iter().map(scanned::Scanned::checked).collect();
        streams.write(&match scan.format {
            Format::Sarif => crate::check::report::sarif(&checked),
            _ => crate::check::report::github(&checked),
        })?;
    } else if args.bare.common.json || scan.format == Format::Json {
        streams.json(&document(&all, folders.len(), unreadable.clone()))?;
    } else {
        for one in &all {
            human::whole(one, streams)?;
        }
    }
    if scan.fix && fix::run(catalog, args.bare.common.as_of, &all, scan.write, streams)? {
        let before = std::mem::take(&mut all);
        all = scan_all()?.0;
        left(&before, &all, streams);
    }
    for finding in all.iter().flat_map(scanned::Scanned::unread) {
        streams.say(&format!("hubscope: {}", sanitize(&finding.message)));
    }
    if all.iter().any(scanned::Scanned::has_unread_app) {
        streams.say("hubscope: the app could not be read, so nothing is known of the scopes that it declares");
        return Ok(Exit::Trouble);
    }
    if !unreadable.is_empty() {
        return Ok(Exit::Trouble);
    }
    let lacks = all.iter().any(scanned::Scanned::lacks_surely);
    Ok(if lacks { Exit::No } else { Exit::Done })
}

/// The answer for programs: of one folder, or of each that was named, with what could not be read.
fn document(all: &[scanned::Scanned], named: usize, mut unreadable: Unreadable) -> serde_json::Value {
    for finding in all.iter().filter(|one| one.has_unread_app()).flat_map(scanned::Scanned::unread) {
        unreadable.push(&finding.subject, &finding.message);
    }
    let mut value = match all {
        [one] if named == 1 => json::of(one),
        several => serde_json::json!({"folders": several.iter().map(json::of).collect::<Vec<_>>()}),
    };
    unreadable.name_in(&mut value);
    value
}

/// What was added, and what is left, which decides how the run ends.
fn left(before: &[scanned::Scanned], after: &[scanned::Scanned], streams: &mut Streams) {
    let missing = |all: &[scanned::Scanned]| -> BTreeSet<&'static str> {
        all.iter().flat_map(|one| one.answer.missing.iter().copied()).collect()
    };
    let added = missing(before).difference(&missing(after)).count();
    let calls: usize = after.iter().map(|one| one.answer.not_allowed.len()).sum();
    let now = match calls {
        0 => "nothing is missing now".to_owned(),
        1 => "1 call still lacks a scope".to_owned(),
        many => format!("{many} calls still lack a scope"),
    };
    streams.say(&format!("hubscope: added {}; {now}", counted(added, "scope")));
}
