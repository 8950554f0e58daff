//! A type of records as JSON.

use serde_json::{Value, json};

use crate::catalog::Object;

/// A type as `catalog objects` gives it.
pub(in crate::cli) fn json(object: &Object) -> Value {
    json!({
        "kind": "object", "id": object.id, "plural": object.plural, "singular": object.singular, "upper": object.upper,
        "aliases": object.aliases, "of": object.kind, "scopes": scopes(object), "note": object.note,
        "confidence": object.confidence,
    })
}

/// The beginning of its scopes' names; `None` where it has none of its own.
pub(in crate::cli) fn scopes(object: &Object) -> Option<String> {
    object.scope_segment.map(|segment| format!("crm.objects.{segment}"))
}
