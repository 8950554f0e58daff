//! The answer in words: the scopes with the calls and features behind them, and the findings.

use std::collections::{BTreeMap, BTreeSet};

use super::scanned::{Part, Scanned};
use crate::cli::output::Streams;
use crate::cli::report;
use crate::diagnostic::rule;
use crate::prose::counted;
use crate::scan::{CallConfidence, FeatureNeed, ScanCall, not_read_line};
use crate::terminal::sanitize;

/// The summary, and the findings on standard error.
pub(super) fn whole(scanned: &Scanned, streams: &mut Streams) -> anyhow::Result<()> {
    summary(scanned, streams)?;
    // What was not read is one line of the summary, however many files it is.
    let findings = scanned.findings();
    report::findings(findings.iter().filter(|finding| finding.rule != rule::CODE_NOT_READ), streams);
    Ok(())
}

/// The scopes, each with the first call behind it, and the counts.
fn summary(scanned: &Scanned, streams: &mut Streams) -> anyhow::Result<()> {
    let Scanned { scan, answer, seconds, folder, .. } = scanned;
    let head = format!(
        "{}: {} in {} ({} bytes, {seconds:.2} s)",
        folder.display(),
        counted(scan.calls.len(), "call"),
        counted(scan.files, "file"),
        scan.bytes
    );
    streams.line(&sanitize(&head))?;
    for scope in &answer.required {
        let places = answer.reasons.get(scope).map(Vec::as_slice).unwrap_or_default();
        let first = places.first().and_then(|place| scan.calls.get(*place)).map(in_one_line);
        let more = if places.len() > 1 { format!(", and {} more", places.len() - 1) } else { String::new() };
        let first = first.or_else(|| scanned.own.features.iter().find_map(|need| of_feature(scanned, need, scope)));
        let because = first.map_or_else(String::new, |first| format!("  {first}{more}"));
        streams.line(&sanitize(&format!("  {scope}{because}")))?;
    }
    tiers(scanned, streams)?;
    open_types(scanned, streams)?;
    if let Some(line) = not_read_line(&scan.not_read) {
        streams.line(&sanitize(&format!("  {line}")))?;
    }
    if !answer.certificate.minimum {
        streams.line("  (that nothing is cheaper is not proved)")?;
    }
    if scanned.own.is_found() && scanned.own.declared.is_some() {
        let places: Vec<String> =
            scanned.own.places().iter().take(3).map(|(file, line)| format!("{file}:{line}")).collect();
        let more = scanned.own.places().len().saturating_sub(3);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let line =
            format!("  There is no HubSpot project; the scopes in {}{more} are taken for declared.", places.join(", "));
        streams.line(&sanitize(&line))?;
    }
    if let Some(sentence) = all_is_well(scanned) {
        streams.line(&sentence)?;
    }
    each_project(scanned, streams)
}

/// How each of several projects stands to its own calls.
fn each_project(scanned: &Scanned, streams: &mut Streams) -> anyhow::Result<()> {
    for Part { name, own, answer } in &scanned.parts {
        let calls = scanned.scan.calls.iter().filter(|call| call.project.as_ref() == Some(name)).count();
        let stands = match (&own.declared, answer.missing.as_slice()) {
            (None, _) => "it has no app that could be read".to_owned(),
            (Some(_), []) if calls == 0 => "no call of it was found".to_owned(),
            (Some(_), []) => "no scope is missing".to_owned(),
            (Some(_), missing) => format!("missing: {}", missing.join(", ")),
        };
        streams.line(&sanitize(&format!("  {name}: {}; {stands}", counted(calls, "call"))))?;
    }
    let outside = scanned.scan.calls.iter().filter(|call| call.project.is_none()).count();
    if scanned.own.project.is_none() && !scanned.parts.is_empty() && outside > 0 {
        let lies = if outside == 1 { "lies" } else { "lie" };
        streams.line(&format!("  {} {lies} in no project, and no app was compared", counted(outside, "call")))?;
    }
    Ok(())
}

/// What accounts the API of a call is for beside its scopes, as its specification states it: the first call of each API.
fn tiers(scanned: &Scanned, streams: &mut Streams) -> anyhow::Result<()> {
    let mut known: BTreeMap<&str, (&ScanCall, usize)> = BTreeMap::new();
    for call in &scanned.scan.calls {
        if let Some(tier) = call.tier.as_deref() {
            known.entry(tier).and_modify(|(_, count)| *count += 1).or_insert((call, 1));
        }
    }
    for (tier, (call, count)) in known {
        let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
        let does = if count > 1 { "are" } else { "is" };
        streams.line(&sanitize(&format!("  {}{more} {does} for accounts with {tier}", in_one_line(call))))?;
    }
    Ok(())
}

/// The calls that do not say their record types, with the narrowest scopes for those that the project works with.
fn open_types(scanned: &Scanned, streams: &mut Streams) -> anyhow::Result<()> {
    let is_open = |call: &&ScanCall| call.confidence == CallConfidence::ObjectUnknown && !call.not_for_apps;
    let open = scanned.scan.calls.iter().filter(is_open).count();
    if open == 0 {
        return Ok(());
    }
    let does = if open == 1 { "does" } else { "do" };
    let all = scanned.answer.supersets.values();
    let (mut objects, mut scopes): (BTreeSet<&str>, BTreeSet<&str>) = (BTreeSet::new(), BTreeSet::new());
    for superset in all {
        objects.extend(&superset.objects);
        scopes.extend(&superset.scopes);
    }
    let join = |names: BTreeSet<&str>| names.into_iter().collect::<Vec<_>>().join(", ");
    let head = format!("  {} {does} not say the record type, and what it needs is not counted", counted(open, "call"));
    let line = if scopes.is_empty() {
        format!("{head}: the scope of each type that it is called with")
    } else {
        format!("{head}: for {} it is {}; for others, theirs as well", join(objects), join(scopes))
    };
    streams.line(&sanitize(&line))
}

/// That the declared scopes cover the calls. What only an optional scope covers, or is not settled, is said by findings.
fn all_is_well(scanned: &Scanned) -> Option<String> {
    let Scanned { scan, answer, own, .. } = scanned;
    if own.declared.is_none() || !answer.not_allowed.is_empty() || !answer.missing.is_empty() || !answer.weak.is_empty()
    {
        return None;
    }
    match scan.calls.iter().filter(|call| call.confidence != CallConfidence::ObjectUnknown).count() {
        0 => None,
        1 => Some("The one call is covered by the declared scopes.".to_owned()),
        many if many < scan.calls.len() => Some(format!(
            "{many} of {} calls are covered by the declared scopes; the others are not settled.",
            scan.calls.len()
        )),
        many => Some(format!("All {many} calls are covered by the declared scopes.")),
    }
}

/// The call in one line: its place, and what it is.
pub(super) fn in_one_line(call: &ScanCall) -> String {
    format!("{}:{} {} {}", call.file, call.line, call.method, call.path)
}

/// The feature in one line, where it needs `scope`.
pub(super) fn of_feature(scanned: &Scanned, need: &FeatureNeed, scope: &str) -> Option<String> {
    need.ways.iter().any(|way| way.contains(&scope)).then(|| match scanned.own.place_of(&need.of) {
        Some(place) => format!("{place} {}", need.of),
        None => need.of.clone(),
    })
}
