//! The answer in words: the scopes with the calls behind them.

use super::scanned::Scanned;
use crate::cli::output::Streams;
use crate::scan::ScanCall;
use crate::terminal::sanitize;

/// The scopes, each with the first call behind it, and the counts.
pub(super) fn summary(scanned: &Scanned, streams: &mut Streams) -> anyhow::Result<()> {
    let Scanned { scan, answer, seconds, folder, .. } = scanned;
    let head = format!(
        "{}: {} calls in {} files ({} bytes, {seconds:.2} s)",
        folder.display(),
        scan.calls.len(),
        scan.files,
        scan.bytes
    );
    streams.line(&sanitize(&head))?;
    for scope in &answer.required {
        let places = answer.reasons.get(scope).map(Vec::as_slice).unwrap_or_default();
        let first = places.first().and_then(|place| scan.calls.get(*place)).map(reason);
        let more = if places.len() > 1 { format!(", and {} more", places.len() - 1) } else { String::new() };
        let because = first.map_or_else(String::new, |first| format!("  {first}{more}"));
        streams.line(&sanitize(&format!("  {scope}{because}")))?;
    }
    if !answer.certificate.minimum {
        streams.line("  (that nothing is cheaper is not proved)")?;
    }
    Ok(())
}

/// The calls behind `scope`; says whether there are any.
pub(super) fn explain(scanned: &Scanned, scope: &str, streams: &mut Streams) -> anyhow::Result<bool> {
    let calls: Vec<&ScanCall> =
        scanned.scan.calls.iter().filter(|call| call.requirement.iter().any(|way| way.contains(&scope))).collect();
    for call in &calls {
        let others = call.requirement.iter().filter(|way| !way.contains(&scope)).count();
        let instead = if others > 0 { format!(" (or {others} other ways)") } else { String::new() };
        streams.line(&sanitize(&format!("{}{instead}", reason(call))))?;
    }
    if calls.is_empty() {
        streams.say(&sanitize(&format!("hubscope: no call that was found needs {scope}.")));
    }
    Ok(!calls.is_empty())
}

fn reason(call: &ScanCall) -> String {
    format!("{}:{} {} {}", call.file, call.line, call.method, call.path)
}
