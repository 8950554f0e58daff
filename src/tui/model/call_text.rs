//! How an operation is written as a call, and what its open record types are.

use crate::catalog::Operation;

/// The call of an operation: its path, with the record type where the operation is about one.
pub fn call_of(operation: &Operation) -> String {
    let call = operation.id();
    match operation.object {
        Some(object) => call.replacen("{objectType}", object, 1),
        None => call,
    }
}

/// The first hole of a call that stands for a record type.
pub fn open_object(call: &str) -> Option<&str> {
    call.match_indices('{').find_map(|(start, _)| {
        let end = call[start..].find('}')? + start;
        let hole = &call[start..=end];
        hole.to_lowercase().contains("objecttype").then_some(hole)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_holes_for_record_types_are_asked_for() {
        assert_eq!(open_object("GET /crm/v3/objects/{objectType}/{objectId}"), Some("{objectType}"));
        assert_eq!(open_object("GET /crm/v3/lists/{listId}"), None);
        assert_eq!(open_object("GET /x/{toObjectType}"), Some("{toObjectType}"));
    }
}
