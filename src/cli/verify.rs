//! `hubscope catalog verify`: re-checks certificates of the least privilege from scratch.

use std::path::Path;

use anyhow::{Context as _, bail};
use serde_json::{Value, json};

use super::args::VerifyArgs;
use super::exit::Exit;
use super::output::Streams;
use crate::catalog::Catalog;
use crate::prose::counted;
use crate::solve::{Certificate, CertificateFault, Verified, verify};
use crate::terminal::sanitize;

/// One certificate and what its check found.
type Checked = (Certificate, Result<Verified, Vec<CertificateFault>>);

/// Checks every certificate of the file, and says for each whether it holds.
pub(super) fn run(args: &VerifyArgs, catalog: &Catalog, as_json: bool, streams: &mut Streams) -> anyhow::Result<Exit> {
    let checked: Vec<Checked> = read(&args.file)?
        .into_iter()
        .map(|certificate| {
            let found = verify(catalog, &certificate);
            (certificate, found)
        })
        .collect();
    let holds = checked.iter().all(|(_, found)| found.is_ok());
    if as_json {
        let stages: Vec<Value> = checked.iter().map(machine).collect();
        streams.json(&json!({"holds": holds, "stages": stages}))?;
    } else {
        streams.write(&checked.iter().map(human).collect::<String>())?;
    }
    let today = catalog.as_of().to_string();
    let mut others: Vec<&str> =
        checked.iter().map(|(one, _)| one.catalog.as_str()).filter(|day| *day != today).collect();
    others.dedup();
    for day in others {
        streams
            .say(&format!("hubscope: made with the catalog of {}, checked with the facts of {today}", sanitize(day)));
    }
    Ok(if holds { Exit::Done } else { Exit::No })
}

/// The certificates of a file: a list, or one. An empty list proves nothing, and is none.
fn read(path: &Path) -> anyhow::Result<Vec<Certificate>> {
    let is_stdin = path == Path::new("-");
    let name = if is_stdin { "standard input".to_owned() } else { path.display().to_string() };
    let text = if is_stdin { std::io::read_to_string(std::io::stdin()) } else { std::fs::read_to_string(path) };
    let text = text.with_context(|| format!("cannot read {name}"))?;
    // What is one and not a list is read as one, so that the error says what is wrong with it.
    let read = if text.trim_start().starts_with('[') {
        serde_json::from_str::<Vec<Certificate>>(&text)
    } else {
        serde_json::from_str::<Certificate>(&text).map(|one| vec![one])
    };
    let certificates = read.with_context(|| format!("{name} is no certificate"))?;
    if certificates.is_empty() {
        bail!("{name} has no certificate: the list is empty");
    }
    Ok(certificates)
}

fn machine((certificate, found): &Checked) -> Value {
    let faults = found.as_ref().err().into_iter().flatten();
    json!({
        "when": certificate.when,
        "minimum": *found == Ok(Verified::Minimum),
        "faults": faults.map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn human((certificate, found): &Checked) -> String {
    let when = sanitize(&certificate.when);
    match found {
        Ok(verified) => {
            let needs = counted(certificate.requirements.len(), "requirement");
            let scopes = counted(certificate.set.len(), "scope");
            format!("{when}: holds: {needs}, {scopes}, {}\n", least(certificate, *verified))
        }
        Err(faults) => {
            let lines = faults.iter().map(|fault| format!("  {}\n", sanitize(&fault.to_string())));
            format!("{when}: does not hold\n{}", lines.collect::<String>())
        }
    }
}

/// What is proved of the cost.
fn least(certificate: &Certificate, verified: Verified) -> String {
    if verified == Verified::NotProvedMinimum {
        return "nothing can be left out; not proved minimum".to_owned();
    }
    let at_least = if certificate.equal_minima_exact { "" } else { "at least " };
    match certificate.equal_minima {
        1 if certificate.equal_minima_exact => "the only minimum".to_owned(),
        equal => format!("the first by name of {at_least}{equal} equal minima"),
    }
}
