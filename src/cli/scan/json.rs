//! The answer as JSON. Fields are added to it, never renamed.

use serde_json::{Value, json};

use super::scanned::Scanned;
use crate::scan::{ScanCall, Superset};

/// The answer for one folder.
pub(super) fn of(scanned: &Scanned) -> Value {
    let Scanned { own, scan, answer, seconds, .. } = scanned;
    let declared = own.declared.as_ref().map(|declared| {
        json!({"required": declared.required, "conditional": declared.conditional, "optional": declared.optional})
    });
    json!({
        "calls": scan.calls.iter().enumerate().map(|(place, of)| with_superset(of, answer.supersets.get(&place))).collect::<Vec<_>>(),
        "unresolved": scan.unresolved,
        "not_read": scan.not_read,
        "scopes": {
            "required": answer.required,
            "reasons": answer.reasons,
            "alternatives": answer.certificate.equal_minima,
            "minimum": answer.certificate.minimum,
        },
        "declared": declared,
        "missing": answer.missing,
        "doubtful": answer.doubtful.keys().collect::<Vec<_>>(),
        "unused": answer.unused,
        "files": scan.files,
        "bytes": scan.bytes,
        "seconds": (seconds * 1000.0).round() / 1000.0,
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
    json!({
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
        "each": each,
        "confidence": call.confidence,
        "fact": call.fact.as_str(),
        "not_for_apps": call.not_for_apps,
        "project": call.project,
    })
}
