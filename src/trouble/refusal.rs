//! A refusal for the lack of scopes: which scopes, by the call where it is known, else by the names in the answer; and how the
//! kind of token at hand gets them.

use std::collections::BTreeSet;

use super::body::{Body, Mode, names, read_body};
use super::call::{Named, known_methods, named};
use super::diagnosis::{Diagnosis, Suspect};
use super::hand;
use super::names::{about_name, resolve};
use super::text::Text;
use crate::catalog::{Call, Catalog, Confidence, Match, WhoFixes};
use crate::solve::choose;

/// Answers that name more scopes than this are HubSpot's list for every kind of record.
const GENERIC: usize = 12;

/// Of so many, all are named in a sentence.
const NAMED: usize = 3;

/// What decided which scopes are lacking.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Decided {
    /// The call, which the facts know.
    Call,
    /// The call, which is none of an installed app.
    Developer,
    /// The names in the answer.
    Names,
    /// The names in the answer, one of which gave way to several.
    Replaced,
    /// Nothing.
    Nothing,
}

/// Fills in scopes, causes and mending.
pub(super) fn decide(catalog: &'static Catalog, text: &Text, declared: &[String], diagnosis: &mut Diagnosis) {
    let body = read_body(text).unwrap_or_else(|| Body { mode: Mode::Unsaid, names: names(text) });
    let mut met = named(catalog, &text.plain);
    if met.call.is_none() {
        met.call = by_path(catalog, &met, &body, diagnosis);
    }
    let found = met.call.as_ref().and_then(|call| catalog.endpoints().find(call));
    let by_call = found.as_ref().and_then(|found| by_endpoint(catalog, found, &body, diagnosis));
    let decided = by_call.unwrap_or_else(|| by_names(catalog, &body, met.call.is_some(), diagnosis));
    diagnosis.call = met.call;
    tell(catalog, decided, &body, diagnosis);
    let is_declared = |name: &String| declared.contains(name);
    if !diagnosis.any_of && !diagnosis.scopes.is_empty() && diagnosis.scopes.iter().all(is_declared) {
        let note = "The app's settings ask for this already: the token is older than they are, or another app's.";
        diagnosis.notes.insert(0, note.to_owned());
    }
}

/// The call of a path without a method, where the names in the answer fit one method alone.
fn by_path(catalog: &'static Catalog, met: &Named, body: &Body, diagnosis: &mut Diagnosis) -> Option<Call> {
    let path = met.path.as_deref()?;
    let listed = listed(body);
    let mut needs: Vec<(Call, Vec<&'static str>)> = Vec::new();
    for method in known_methods(catalog, path) {
        let call = Call::new(method, path).ok()?;
        let found = catalog.endpoints().find(&call)?;
        needs.extend(choose(catalog, &found.requirement).map(|least| (call, least.names)));
    }
    let fitting =
        || needs.iter().filter(|(_, names)| !listed.is_empty() && names.iter().all(|name| listed.contains(name)));
    if let (Some((call, _)), 1) = (fitting().next(), fitting().count()) {
        return Some(call.clone());
    }
    let told: Vec<String> =
        needs.iter().map(|(call, names)| format!("{} needs {}", call.method(), names.join(" and "))).collect();
    if let Some((call, _)) = needs.first() {
        diagnosis.notes.push(format!("The text names {} without a method: {}.", call.path(), told.join("; ")));
    }
    None
}

fn listed(body: &Body) -> BTreeSet<&str> {
    body.names.iter().map(|name| name.trim_end_matches(".v2")).collect()
}

/// The endpoint decides: what it needs is known better than what the answer lists.
fn by_endpoint(
    catalog: &'static Catalog,
    found: &Match<'_>,
    body: &Body,
    diagnosis: &mut Diagnosis,
) -> Option<Decided> {
    if found.not_for_apps {
        return Some(Decided::Developer);
    }
    if found.object_unknown {
        return None;
    }
    let least = choose(catalog, &found.requirement)?;
    let listed = listed(body);
    let foreign = !body.names.is_empty() && !least.names.iter().all(|name| listed.contains(name));
    let is_internal = || body.names.iter().all(|name| catalog.scope_id(name).is_none());
    if foreign && !is_internal() {
        let named: Vec<&str> = body.names.iter().take(5).map(String::as_str).collect();
        diagnosis.notes.push(format!(
            "The answer names {}, and such lists are known to mislead; what {} needs has decided.",
            named.join(", "),
            found.operation.id()
        ));
    } else if body.names.len() > GENERIC {
        diagnosis
            .notes
            .push("HubSpot lists the same names for every kind of record; the call's own are those above.".to_owned());
    }
    diagnosis.notes.extend(found.notes().map(str::to_owned));
    let way = found.requirement.iter().find(|way| way.all_of == least.names).and_then(|way| way.confidence);
    if let Some(first) = diagnosis.causes.first_mut() {
        first.confidence = way.unwrap_or(found.confidence);
    }
    diagnosis.scopes = least.names.into_iter().map(str::to_owned).collect();
    Some(Decided::Call)
}

/// No call, or one that no fact knows: the names in the answer, as an app asks for them.
fn by_names(catalog: &'static Catalog, body: &Body, has_call: bool, diagnosis: &mut Diagnosis) -> Decided {
    let mut scopes: BTreeSet<String> = BTreeSet::new();
    let mut replaced = false;
    for name in &body.names {
        let instead = resolve(catalog, name);
        replaced |= instead.len() > 1;
        if diagnosis.notes.len() < GENERIC {
            diagnosis.notes.extend(about_name(catalog, name));
        }
        scopes.extend(instead);
    }
    let together = (body.mode != Mode::AllOf).then(|| needed_together(catalog, &listed(body))).flatten();
    diagnosis.any_of = body.mode != Mode::AllOf && together.is_none();
    if let Some(operation) = together {
        diagnosis.notes.push(format!("HubSpot words it as if one were enough, but {operation} needs all of them."));
    } else if body.names.len() > GENERIC {
        diagnosis.notes.push(
            "HubSpot lists the same names for every kind of record, so they do not say which yours needs: give the call before \
             the answer, such as \"GET /crm/v3/objects/deals\"."
                .to_owned(),
        );
    } else if !has_call && !body.names.is_empty() {
        diagnosis.notes.push(
            "Such lists are known to mislead: with the call before the answer, what it needs decides.".to_owned(),
        );
    }
    diagnosis.scopes = scopes.into_iter().collect();
    match (diagnosis.scopes.is_empty(), replaced) {
        (true, _) => Decided::Nothing,
        (false, true) => Decided::Replaced,
        (false, false) => Decided::Names,
    }
}

/// An operation that needs just these scopes, two at least, and all of them.
fn needed_together(catalog: &'static Catalog, names: &BTreeSet<&str>) -> Option<String> {
    if !(2..=4).contains(&names.len()) {
        return None;
    }
    let is_it = |found: &Match<'_>| {
        !found.object_unknown
            && found.requirement.iter().any(|way| way.all_of.iter().copied().collect::<BTreeSet<_>>() == *names)
            // Where one of them is a way of its own, one is enough.
            && !found.requirement.iter().any(|way| way.all_of.len() == 1 && names.contains(way.all_of[0]))
    };
    let endpoints = catalog.endpoints();
    let mut operations = endpoints.operations().iter();
    let found = operations.find(|operation| {
        let path = operation
            .object
            .map_or_else(|| operation.path.to_owned(), |name| operation.path.replace("{objectType}", name));
        Call::new(operation.method, &path)
            .ok()
            .and_then(|call| endpoints.find(&call))
            .is_some_and(|found| is_it(&found))
    });
    found.map(|operation| {
        let object = operation.object.map_or_else(String::new, |name| format!(" for {name}"));
        format!("{}{object}", operation.id())
    })
}

/// The first cause and its mending, from what has decided and the kind of token.
fn tell(catalog: &'static Catalog, decided: Decided, body: &Body, diagnosis: &mut Diagnosis) {
    if decided == Decided::Call {
        // What only might be without the call is decided by it.
        let doubts: Vec<&str> =
            diagnosis.message.also.iter().filter(|also| also.without_call).map(|also| also.cause).collect();
        diagnosis.causes.retain(|cause| !doubts.contains(&cause.cause.as_str()));
    }
    if decided == Decided::Developer {
        developer(diagnosis);
        return;
    }
    let scopes = phrase(&diagnosis.scopes, diagnosis.any_of);
    let mending = hand::lacking(&diagnosis.kinds, &scopes);
    if diagnosis.kinds.is_empty() {
        diagnosis.notes.push(hand::without_link(catalog, &scopes));
    }
    let link = catalog.credential("oauth-token").into_iter().collect::<Vec<_>>();
    let general = || hand::lacking(&link, &scopes).map(|(fix, _)| fix);
    let Some(first) = diagnosis.causes.first_mut() else { return };
    if let Some((fix, confidence)) = mending {
        first.fix = fix;
        first.confidence = first.confidence.min(confidence);
    } else if decided != Decided::Nothing {
        first.fix = general().unwrap_or_else(|| first.fix.clone());
    }
    match decided {
        Decided::Nothing => {}
        Decided::Replaced => {
            // Many names took the place of one: which of them the call takes, only the call tells.
            first.cause = format!(
                "The answer names {}, which apps do not ask for; which of the names in its place is lacking depends on the \
                 call.",
                few(&body.names)
            );
            first.fix = format!("Give the call before the answer, such as \"GET /crm/v3/owners\". Or: {}", first.fix);
            first.confidence = first.confidence.min(Confidence::Inferred);
        }
        Decided::Call | Decided::Names | Decided::Developer => {
            first.cause = match (&diagnosis.scopes[..], diagnosis.any_of) {
                (names @ [_, _, ..], true) => format!("The token holds none of {}; one of them is enough.", few(names)),
                (names, _) => format!("The token lacks {}.", few(names)),
            };
        }
    }
}

/// No scope opens a call of the developer.
fn developer(diagnosis: &mut Diagnosis) {
    diagnosis.causes.truncate(1);
    if let Some(first) = diagnosis.causes.first_mut() {
        *first = Suspect {
            cause: "This is a call of the developer: no scope of an installed app opens it.".to_owned(),
            who_fixes: WhoFixes::Developer,
            fix: "Make it with the developer API key or with a token of the app itself (client credentials), as its \
                  documentation says."
                .to_owned(),
            ..first.clone()
        };
    }
}

/// The scopes as an object of a sentence.
fn phrase(names: &[String], any_of: bool) -> String {
    match names {
        [] => "the scope that the call needs".to_owned(),
        [one] => one.clone(),
        many if many.len() > NAMED && any_of => "one of the scopes below".to_owned(),
        many if many.len() > NAMED => "the scopes below".to_owned(),
        many if any_of => format!("one of {}", many.join(", ")),
        many => many.join(" and "),
    }
}

/// The first names, and how many more there are.
fn few(names: &[String]) -> String {
    const SHOWN: usize = 6;
    match names.len().saturating_sub(SHOWN) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names[..SHOWN].join(", ")),
    }
}
