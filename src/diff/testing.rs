//! States of an app for tests: scope lists in a few words.

use super::side::Side;
use crate::plan::{Declared, ScopeType};

/// Settings with these lists, names separated by spaces.
pub(super) fn settings(required: &str, conditional: &str, optional: &str) -> Side {
    let names = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    let declared = Declared { required: names(required), conditional: names(conditional), optional: names(optional) };
    Side::of_declared("settings", &declared)
}

/// Settings with this one scope, or without it.
pub(super) fn with(kind: Option<ScopeType>) -> Side {
    let mut lists = Declared::default();
    if let Some(kind) = kind {
        lists.of_type_mut(kind).push("crm.lists.read".to_owned());
    }
    Side::of_declared("settings", &lists)
}
