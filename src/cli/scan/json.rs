//! The answer as JSON. Fields are added to it, never renamed.

use serde_json::{Value, json};

use super::scanned::Scanned;
use crate::scan::ScanCall;

/// The answer for one folder.
pub(super) fn of(scanned: &Scanned) -> Value {
    let Scanned { own, scan, answer, seconds, .. } = scanned;
    let declared = own.declared.as_ref().map(|declared| {
        json!({"required": declared.required, "conditional": declared.conditional, "optional": declared.optional})
    });
    json!({
        "calls": scan.calls.iter().map(call).collect::<Vec<_>>(),
        "unresolved": scan.unresolved,
        "scopes": {
            "required": answer.required,
            "reasons": answer.reasons,
            "alternatives": answer.certificate.equal_minima,
            "minimum": answer.certificate.minimum,
        },
        "declared": declared,
        "missing": answer.missing,
        "unused": answer.unused,
        "files": scan.files,
        "bytes": scan.bytes,
        "seconds": (seconds * 1000.0).round() / 1000.0,
    })
}

/// One call.
pub(super) fn call(call: &ScanCall) -> Value {
    json!({
        "file": call.file,
        "line": call.line,
        "column": call.column,
        "method": call.method,
        "path": call.path,
        "object": call.object,
        "endpoint": call.endpoint,
        "via": call.via,
        "requirement": {"any_of": call.requirement},
        "confidence": call.confidence,
        "not_for_apps": call.not_for_apps,
    })
}
