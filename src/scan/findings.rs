//! What a scan found, as findings with the ids of the `code` family.
//!
//! Owns the sentences; which calls lack which scope is worked out in `outcome`.

use super::answer::Answer;
use super::not_read::NotRead;
use super::outcome::Scan;
use super::resolve::{CallConfidence, ScanCall};
use super::superset::Superset;
use crate::catalog::{Catalog, Confidence, Date, Scope};
use crate::diagnostic::{Diagnostic, Rule, Severity, Span, rule};
use crate::plan::{Uses, sunsets};

/// The findings, errors first, then by file and line.
pub fn findings(scan: &Scan, answer: &Answer) -> Vec<Diagnostic> {
    let mut found = compared(scan, answer);
    found.extend(left_open(scan, answer));
    sort(&mut found);
    found
}

/// What the declared scopes lack for the calls, and what of them nothing needs.
pub fn compared(scan: &Scan, answer: &Answer) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (place, lacking) in &answer.not_allowed {
        found.push(missing(&scan.calls[*place], lacking));
    }
    for (place, held) in &answer.doubtful {
        found.push(doubtful(&scan.calls[*place], held));
    }
    for (scope, places) in &answer.weak {
        for place in places.iter().take(1) {
            found.push(weak(scope, &scan.calls[*place], places.len()));
        }
    }
    found.extend(answer.unused.iter().map(|scope| unused(scope, scan)));
    found
}

/// What is not settled, whatever is declared.
pub fn left_open(scan: &Scan, answer: &Answer) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (place, call) in scan.calls.iter().enumerate() {
        if call.confidence == CallConfidence::ObjectUnknown && !call.not_for_apps {
            found.push(object_unknown(call, answer.supersets.get(&place)));
        }
    }
    found.extend(
        scan.calls.iter().filter(|call| call.confidence == CallConfidence::EndpointUnknown).map(endpoint_unknown),
    );
    found.extend(scan.calls.iter().filter_map(not_listed));
    for call in scan.calls.iter().filter(|call| call.user_level_only) {
        let message = format!("{} {} takes tokens of single users only.", call.method, call.path);
        found.push(
            at_call(rule::CODE_USER_LEVEL_ENDPOINT, call, message)
                .with_fix("Make it with the token of a user-level app."),
        );
    }
    for open in &scan.unresolved {
        // Without a line of its own it is a whole file or folder.
        let what =
            if open.text.is_empty() { "It may hold calls of HubSpot" } else { "This looks like a call of HubSpot" };
        let message = format!("{what}, and {}.", open.why);
        let at = Span { file: open.file.clone(), line: open.line, column: 1, start: 0, end: 0 };
        found.push(
            Diagnostic::new(rule::CODE_UNRESOLVED_CALL, &open.file, message)
                .with_confidence(Confidence::Inferred)
                .with_span(at)
                .with_fix("Look at it: its scopes are not counted."),
        );
    }
    found.extend(scan.not_read.iter().map(not_read));
    found
}

/// Errors first, then by file and line.
pub fn sort(found: &mut [Diagnostic]) {
    found.sort_by(|a, b| b.severity.cmp(&a.severity).then_with(|| place(a).cmp(&place(b))));
}

fn place(finding: &Diagnostic) -> Option<(&str, usize)> {
    finding.span.as_ref().map(|span| (span.file.as_str(), span.line))
}

fn span(call: &ScanCall) -> Span {
    Span { file: call.file.clone(), line: call.line, column: call.column, start: call.start, end: call.start }
}

fn at_call(rule: &'static Rule, call: &ScanCall, message: String) -> Diagnostic {
    Diagnostic::new(rule, format!("{} {}", call.method, call.path), message).with_span(span(call))
}

/// Ways as people read them.
fn ways(ways: &[Vec<&'static str>]) -> String {
    let shown: Vec<String> = ways.iter().take(4).map(|way| way.join(" and ")).collect();
    let more = ways.len().saturating_sub(4);
    let rest = if more > 0 { format!(", or {more} more") } else { String::new() };
    format!("{}{rest}", shown.join(", or "))
}

/// What the call needs: of each of its record types, where it is made with several.
fn needs(call: &ScanCall) -> String {
    let Some(first) = call.each.first() else { return ways(&call.requirement) };
    let mut each: Vec<String> = Vec::new();
    for need in &call.each {
        let (one, several) = (ways(need), need.len() > 1 && call.each.iter().any(|other| other != first));
        let one = if several { format!("({one})") } else { one };
        if !each.contains(&one) {
            each.push(one);
        }
    }
    each.join(" and ")
}

fn missing(call: &ScanCall, lacking: &[&'static str]) -> Diagnostic {
    let of = format!("{} {}", call.method, call.path);
    let doubt = match call.fact {
        Confidence::Documented => String::new(),
        fact => format!(" ({})", fact.as_str()),
    };
    let aside = call.aside.map_or_else(String::new, |aside| format!(" Only {} makes this call.", aside.describe()));
    let message = format!("{of} needs {}{doubt}, and no declared scope allows it.{aside}", needs(call));
    let fix = match lacking {
        [] => "Declare the scopes of one of these ways as required ones.".to_owned(),
        [one] => format!("Declare {one} as a required scope."),
        several => format!("Declare {} as required scopes.", several.join(", ")),
    };
    let subject = lacking.first().map_or(of, |name| (*name).to_owned());
    let found = Diagnostic::new(rule::CODE_SCOPE_MISSING, subject, message)
        .with_confidence(call.fact)
        .with_span(span(call))
        .with_fix(fix);
    // What the installed app never does is no error of its.
    if call.aside.is_some() { found.at_most(Severity::Warning) } else { found }
}

fn doubtful(call: &ScanCall, held: &[&'static str]) -> Diagnostic {
    let of = format!("{} {}", call.method, call.path);
    let held = held.join(" and ");
    let message =
        format!("{of} needs {}, and only {held} is declared for it: whether that is enough is doubtful.", needs(call));
    Diagnostic::new(rule::CODE_SCOPE_MISSING, of, message)
        .with_confidence(Confidence::Inferred)
        .with_span(span(call))
        .with_fix(format!("Declare {} as required, or try the call with what is declared.", needs(call)))
}

fn weak(scope: &str, call: &ScanCall, count: usize) -> Diagnostic {
    let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
    let message = format!(
        "{} {}{more} needs {scope}, which not every install grants: it is only optional or conditionally required.",
        call.method, call.path
    );
    Diagnostic::new(rule::CODE_SCOPE_MISSING_OPTIONAL, scope, message)
        .with_span(span(call))
        .with_fix("Let the code cope without it, or make the scope required.")
}

fn unused(scope: &str, scan: &Scan) -> Diagnostic {
    let open = scan.unresolved.len();
    let care = match open {
        0 => String::new(),
        1 => " 1 place is not settled and may need it.".to_owned(),
        many => format!(" {many} places are not settled and may need it."),
    };
    let message =
        format!("{scope} is declared, and no call, webhook, card or component that was found needs it.{care}");
    Diagnostic::new(rule::CODE_SCOPE_UNUSED, scope, message)
        .with_confidence(Confidence::Inferred)
        .with_fix("Remove it, unless something outside of this code needs it.")
}

/// That the scopes which the file lists for a call do not allow it.
fn not_listed(call: &ScanCall) -> Option<Diagnostic> {
    let listed = call.listed.as_ref()?;
    let holds =
        |way: &Vec<&'static str>| way.iter().all(|name| *name == Scope::OAUTH || listed.iter().any(|own| own == name));
    let of_call = call.requirement.iter().chain(&call.accepted).chain(&call.doubtful).chain(&call.candidates);
    let is_settled = call.confidence != CallConfidence::ObjectUnknown && !call.requirement.is_empty();
    if !is_settled || of_call.clone().any(holds) {
        return None;
    }
    let message = format!(
        "{} {} needs {}, and what is listed for it here does not allow it: {}.",
        call.method,
        call.path,
        needs(call),
        listed.join(", ")
    );
    let found = at_call(rule::CODE_SCOPE_MISSING, call, message)
        .with_confidence(call.fact)
        .with_fix(format!("List {} for it.", needs(call)));
    // Whoever grants the scopes may know of more than this list.
    Some(found.at_most(Severity::Warning))
}

fn endpoint_unknown(call: &ScanCall) -> Diagnostic {
    let message = format!(
        "{} {} goes to HubSpot, and no source of HubSpot's has this method and path: what it needs is not known.",
        call.method, call.path
    );
    at_call(rule::CODE_UNRESOLVED_CALL, call, message)
        .with_confidence(Confidence::Inferred)
        .with_fix("Compare method and path with HubSpot's reference: its scopes are not counted.")
}

fn not_read(file: &NotRead) -> Diagnostic {
    let at = Span { file: file.file.clone(), line: 1, column: 1, start: 0, end: 0 };
    let message = format!("It names HubSpot, and {}.", file.why.sentence());
    Diagnostic::new(rule::CODE_NOT_READ, &file.file, message)
        .with_span(at)
        .with_fix("Look whether it calls HubSpot: what it needs may not be counted.")
}

fn object_unknown(call: &ScanCall, superset: Option<&Superset>) -> Diagnostic {
    let message = open_types(call);
    let (narrowest, fix) = match superset {
        Some(Superset { objects, scopes }) => {
            let of_types = if objects.len() == 1 { "type" } else { "types" };
            let scopes = listed(scopes);
            (
                format!(
                    " For {}, the record {of_types} that this project works with, {scopes} will do.",
                    listed(objects)
                ),
                format!("Declare {scopes}, and the scope of every other type that it is called with."),
            )
        }
        None => (String::new(), "Declare the scope of each type that it is called with.".to_owned()),
    };
    at_call(rule::CODE_UNRESOLVED_CALL, call, format!("{message}{narrowest}"))
        .with_confidence(Confidence::Inferred)
        .with_fix(fix)
}

/// What is known of the record types of a call, and what is not.
fn open_types(call: &ScanCall) -> String {
    let of = format!("{} {}", call.method, call.path);
    let open = ways(&call.requirement);
    let known = call.object.as_ref().map(|objects| listed(&objects.split(',').collect::<Vec<_>>()));
    match known {
        // One place is called with several types: some are known.
        Some(known) if !call.each.is_empty() => {
            let which = if open.is_empty() { String::new() } else { format!(": {open}") };
            format!("{of} needs the scope of the record type, and the code does not say which besides {known}{which}.")
        }
        // A path with two types: what is known is one side.
        Some(known) => {
            let own = if open.is_empty() { String::new() } else { format!(" ({open})") };
            format!(
                "{of} needs the scopes of both record types: that of {known}{own} and that of the other, which the code does not say."
            )
        }
        None if open.is_empty() => {
            format!("{of} needs the scope of the record type, and the code does not say which type that is.")
        }
        None => format!("{of} needs the scope of the record type, and the code does not say which: {open}."),
    }
}

/// What HubSpot has ended of the calls, or ends until `to`, each at the first call that it concerns.
pub fn ending(catalog: &Catalog, scan: &Scan, to: Date) -> Vec<Diagnostic> {
    let name = |call: &ScanCall| format!("{} {}", call.method, call.path);
    let mut calls: Vec<String> = scan.calls.iter().map(name).collect();
    calls.sort();
    calls.dedup();
    let uses = Uses { calls, ..Uses::default() };
    let at = |finding: &Diagnostic| scan.calls.iter().find(|call| name(call) == finding.subject).map(span);
    let found = sunsets(catalog, &uses, catalog.as_of(), to).into_iter();
    found.map(|finding| at(&finding).into_iter().fold(finding, Diagnostic::with_span)).collect()
}

/// Names with commas, and "and" before the last.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
