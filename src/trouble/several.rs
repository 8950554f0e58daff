//! Several refusals in one text, such as a log: where each stands, so that one is answered and the others are told.

use std::ops::Range;

use super::body::names;
use super::call::named;
use super::diagnosis::Unanswered;
use super::recognise::{Recognised, of_text};
use super::text::{Text, decode, objects};
use crate::catalog::{Catalog, Message};

/// So many lines are looked at.
const MOST: usize = 400;

/// A refusal and where it stands.
struct Refusal {
    span: Range<usize>,
    message: &'static Message,
    names: Vec<String>,
}

/// The part of `text` that is about its first refusal, and the refusals after it; `None` = it has one at most.
pub(super) fn first(catalog: &'static Catalog, text: &str) -> Option<(String, Vec<Unanswered>)> {
    let text = decode(text);
    let found = refusals(catalog, &text);
    let (one, others) = found.split_first().filter(|(_, others)| !others.is_empty())?;
    // A call stands before its answers or after them.
    let call_of = |part: &str| {
        let met = named(catalog, &Text::read(part).plain);
        (met.call.clone(), met.call.is_some() || met.path.is_some())
    };
    let is_before = call_of(&text[..one.span.start]).1 || call_of(&text[one.span.clone()]).1;
    let parts: Vec<&str> = (0..found.len())
        .map(|at| {
            let next = found.get(at + 1).map_or(text.len(), |next| next.span.start);
            if is_before {
                &text[at.checked_sub(1).map_or(0, |last| found[last].span.end)..found[at].span.end]
            } else {
                &text[if at == 0 { 0 } else { found[at].span.start }..next]
            }
        })
        .collect();
    let mut told: Vec<(Unanswered, &[String])> = Vec::new();
    for (refusal, part) in std::iter::once(one).chain(others).zip(&parts) {
        let call = call_of(part).0;
        let is_again = |(other, names): &(Unanswered, &[String])| {
            let same_call = other.call == call || other.call.is_none() || call.is_none();
            other.message.id == refusal.message.id && *names == refusal.names && same_call
        };
        if !told.iter().any(is_again) {
            told.push((Unanswered { message: refusal.message, call }, &refusal.names));
        }
    }
    let more: Vec<Unanswered> = told.into_iter().skip(1).map(|(other, _)| other).collect();
    (!more.is_empty()).then(|| (parts[0].to_owned(), more))
}

/// The note on them.
pub(super) fn note(more: &[Unanswered]) -> String {
    const NAMED: usize = 5;
    let name = |one: &Unanswered| one.call.as_ref().map_or_else(|| one.message.id.to_owned(), ToString::to_string);
    let mut names: Vec<String> = more.iter().take(NAMED).map(name).collect();
    if more.len() > NAMED {
        names.push(format!("{} more", more.len() - NAMED));
    }
    let (count, are) = if more.len() == 1 {
        ("one more refusal".to_owned(), "is")
    } else {
        (format!("{} more refusals", more.len()), "are")
    };
    format!("The text holds {count}, which {are} not answered here ({}): ask one at a time.", names.join(", "))
}

/// The refusals of `text` in order: each JSON object that is one; beside them, each line that has a sentence of its own.
fn refusals(catalog: &'static Catalog, text: &str) -> Vec<Refusal> {
    let values = objects(text);
    let mut found: Vec<Refusal> =
        values.iter().filter_map(|(span, _)| refusal(catalog, text, span.clone(), true)).collect();
    let is_inside =
        |span: &Range<usize>| values.iter().any(|(value, _)| value.start < span.end && span.start < value.end);
    let mut at = 0;
    let mut general = Vec::new();
    for line in text.split_inclusive('\n').take(MOST) {
        let span = at..at + line.trim_end().len();
        at += line.len();
        if is_inside(&span) {
            continue;
        }
        match refusal(catalog, text, span, false) {
            Some(line) if line.message.general => general.push(line),
            Some(line) => found.push(line),
            None => {}
        }
    }
    // A line such as `403 Forbidden` belongs to the body beside it.
    if found.is_empty() {
        found = general;
    }
    found.sort_by_key(|one| one.span.start);
    found
}

fn refusal(catalog: &'static Catalog, text: &str, span: Range<usize>, is_json: bool) -> Option<Refusal> {
    let read = Text::read(&text[span.clone()]);
    let message = match of_text(catalog, &read)? {
        Recognised::Sentence(message) => message,
        // A line of a body that is cut off is no refusal of its own.
        Recognised::Body(_) if !is_json && !read.plain.contains("proper permissions") => return None,
        Recognised::Body(_) => catalog.messages().get("api.missing-scopes")?,
        Recognised::Link(_) | Recognised::Scopes(_) | Recognised::Document(_) => return None,
    };
    Some(Refusal { span, message, names: names(&read) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calls(text: &str) -> Option<Vec<String>> {
        let (_, more) = first(Catalog::embedded(), text)?;
        Some(more.iter().map(|one| one.call.as_ref().map_or("-".to_owned(), ToString::to_string)).collect())
    }

    fn body(scope: &str) -> String {
        format!(
            "{{\"category\":\"MISSING_SCOPES\",\"errors\":[{{\"context\":{{\"requiredGranularScopes\":[\"{scope}\"]}}}}]}}"
        )
    }

    #[test]
    fn each_refusal_of_a_log_is_told_with_its_call() {
        let (deals, owners) = (body("crm.objects.deals.read"), body("crm.objects.owners.read"));
        for log in [
            format!("GET /crm/v3/objects/deals -> 403 {deals}\nGET /crm/v3/owners -> 403 {owners}"),
            format!("GET /crm/v3/objects/deals 403 Forbidden\n{deals}\n\nGET /crm/v3/owners 403 Forbidden\n{owners}\n"),
            format!("{deals}\n  at GET /crm/v3/objects/deals\n{owners}\n  at GET /crm/v3/owners"),
            "GET /crm/v3/objects/deals: 403 Forbidden\nGET /crm/v3/owners: 403 Forbidden".to_owned(),
            "GET /crm/v3/objects/deals This oauth-token (x) does not have proper permissions! (requires any of [a.read])\n\
             GET /crm/v3/owners This oauth-token (x) does not have proper permissions! (requires any of [b.read])"
                .to_owned(),
        ] {
            assert_eq!(calls(&log), Some(vec!["GET /crm/v3/owners".to_owned()]), "{log}");
            let part = first(Catalog::embedded(), &log).unwrap().0;
            assert!(part.contains("deals") && !part.contains("owners.read"), "{part}");
        }
        assert_eq!(calls(&format!("{deals} {owners}")), Some(vec!["-".to_owned()]));
    }

    #[test]
    fn one_refusal_is_one_however_often_it_is_told() {
        let deals = body("crm.objects.deals.read");
        for log in [
            deals.clone(),
            format!("GET /crm/v3/objects/deals 403 Forbidden\n{deals}"),
            format!("GET /crm/v3/objects/deals {deals}\nretry: GET /crm/v3/objects/deals {deals}\nCaused by: {deals}"),
            "Error: 403 Forbidden\n  at GET /crm/v3/owners\n403 Forbidden".to_owned(),
            "{[\n".repeat(500),
        ] {
            assert_eq!(calls(&log), None, "{log}");
        }
    }
}
