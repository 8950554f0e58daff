//! `hubscope scan`: the calls in source code, the scopes they need, held against what the project declares.

mod declared;
mod human;
mod json;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context as _;

use super::args::{Args, ScanArgs};
use super::exit::Exit;
use super::output::Streams;
use super::{certificate, facts, report};
use crate::catalog::Catalog;
use crate::scan::{Answer, Options, Scan, findings, scan};
use declared::Own;

/// A folder with all that was found.
pub(super) struct Scanned {
    folder: PathBuf,
    own: Own,
    scan: Scan,
    answer: Answer,
    seconds: f64,
}

/// Scans the folders, or explains one scope.
pub(super) fn run(args: &Args, scan: &ScanArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let catalog = facts::catalog(&args.common)?;
    let here = [PathBuf::from(".")];
    let folders = if scan.folders.is_empty() { &here[..] } else { &scan.folders[..] };
    let mut all = Vec::new();
    for folder in folders {
        all.push(scanned(catalog, folder, scan.tests)?);
    }
    if let Some(path) = &scan.certificate {
        let certificates: Vec<_> = all.iter().map(|one| one.answer.certificate.clone()).collect();
        certificate::write(path, &certificates)?;
    }
    if let Some(scope) = &scan.explain {
        let mut known = false;
        for one in &all {
            known |= human::explain(one, scope, streams)?;
        }
        return Ok(if known { Exit::Done } else { Exit::No });
    }
    if args.common.json {
        let values: Vec<serde_json::Value> = all.iter().map(json::of).collect();
        let value = match <[serde_json::Value; 1]>::try_from(values) {
            Ok([one]) => one,
            Err(several) => serde_json::json!({"folders": several}),
        };
        streams.json(&value)?;
    } else {
        for one in &all {
            human::summary(one, streams)?;
            report::findings(&findings(catalog, &one.scan, &one.answer), streams);
        }
    }
    let lacks = all.iter().any(|one| !one.answer.not_allowed.is_empty());
    Ok(if lacks { Exit::No } else { Exit::Done })
}

fn scanned(catalog: &'static Catalog, folder: &Path, tests: bool) -> anyhow::Result<Scanned> {
    std::fs::metadata(folder).with_context(|| format!("cannot open {}", folder.display()))?;
    let begun = Instant::now();
    let scan = scan(catalog, folder, Options { tests });
    let own = Own::of(catalog, folder);
    let answer = scan.answer(catalog, &own.features, own.declared.as_ref());
    let seconds = begun.elapsed().as_secs_f64();
    Ok(Scanned { folder: folder.to_owned(), own, scan, answer, seconds })
}
