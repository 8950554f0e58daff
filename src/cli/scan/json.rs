//! The answer as JSON. Fields are added to it, never renamed.

use serde_json::{Value, json};

use super::declared::Own;
use super::scanned::{Part, Scanned};
use crate::plan::Declared;
use crate::scan::{Answer, ScanCall, Superset};

/// The answer for one folder.
pub(super) fn of(scanned: &Scanned) -> Value {
    let Scanned { own, scan, answer, seconds, .. } = scanned;
    let mut value = json!({
        "calls": scan.calls.iter().enumerate().map(|(place, of)| with_superset(of, answer.supersets.get(&place))).collect::<Vec<_>>(),
        "unresolved": scan.unresolved,
        "not_read": scan.not_read,
        "scopes": scopes(answer),
        "declared": declared_of(own),
        "missing": answer.missing,
        "doubtful": answer.doubtful.keys().collect::<Vec<_>>(),
        "unused": answer.unused,
        "files": scan.files,
        "bytes": scan.bytes,
        "seconds": (seconds * 1000.0).round() / 1000.0,
    });
    if let Some(fields) = value.as_object_mut().filter(|_| !scanned.parts.is_empty()) {
        fields.insert("projects".to_owned(), scanned.parts.iter().map(of_part).collect());
    }
    value
}

/// The answer for one of several projects.
fn of_part(part: &Part) -> Value {
    let Part { name, own, answer } = part;
    json!({
        "project": name,
        "declared": own.declared.as_ref().map(declared),
        "scopes": scopes(answer),
        "missing": answer.missing,
        "doubtful": answer.doubtful.keys().collect::<Vec<_>>(),
        "unused": answer.unused,
    })
}

/// What is declared, with the places of its lists where they are no project's.
fn declared_of(own: &Own) -> Option<Value> {
    let mut value = declared(own.declared.as_ref()?);
    let places: Vec<Value> = own.places().iter().map(|(file, line)| json!({"file": file, "line": line})).collect();
    if let Some(fields) = value.as_object_mut().filter(|_| !places.is_empty()) {
        fields.insert("from".to_owned(), places.into());
    }
    Some(value)
}

fn declared(declared: &Declared) -> Value {
    json!({"required": declared.required, "conditional": declared.conditional, "optional": declared.optional})
}

fn scopes(answer: &Answer) -> Value {
    json!({
        "required": answer.required,
        "reasons": answer.reasons,
        "alternatives": answer.certificate.equal_minima,
        "minimum": answer.certificate.minimum,
    })
}

/// One call, with the narrowest superset where it does not say its record type.
fn with_superset(of: &ScanCall, superset: Option<&Superset>) -> Value {
    let mut value = call(of);
    let superset = superset.map(|of| json!({"objects": of.objects, "scopes": of.scopes}));
    if let Some(fields) = value.as_object_mut() {
        fields.insert("superset".to_owned(), superset.into());
    }
    value
}

/// One call.
pub(super) fn call(call: &ScanCall) -> Value {
    let each: Vec<Value> = call.each.iter().map(|ways| json!({"any_of": ways})).collect();
    let any_of: Vec<_> = call.requirement.iter().chain(&call.accepted).chain(&call.token_request).collect();
    let mut value = json!({
        "file": call.file,
        "line": call.line,
        "column": call.column,
        "method": call.method,
        "path": call.path,
        "object": call.object,
        "endpoint": call.endpoint,
        "via": call.via,
        "requirement": {"any_of": any_of},
        "doubtful": call.doubtful,
        "candidates": call.candidates,
        "availability": call.availability,
        "tier": call.tier,
        "each": each,
        "confidence": call.confidence,
        "fact": call.fact.as_str(),
        "not_for_apps": call.not_for_apps,
        "project": call.project,
        "aside": call.aside,
        "listed": call.listed,
    });
    if let (Some(from), Some(fields)) = (&call.from, value.as_object_mut()) {
        fields.insert("from".to_owned(), json!(from));
    }
    value
}
