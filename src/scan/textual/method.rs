//! The method that a mapping says.

use super::keys::{self, Meaning};
use super::tree::{Id, Tree};
use crate::catalog::Method;

/// The method that a mapping says, itself or in its options.
pub(super) fn method_in(tree: &Tree, entries: &[(&str, Id)]) -> Option<Method> {
    let of = |entries: &[(&str, Id)]| {
        let said = entries.iter().filter(|(key, _)| keys::meaning(key) == Meaning::Method);
        said.filter_map(|(_, id)| tree.text(tree.meant(*id))).find_map(Method::from_word)
    };
    of(entries).or_else(|| {
        let options = entries.iter().filter(|(key, _)| keys::is_options(key));
        options.map(|(_, id)| tree.entries(*id)).filter(|below| !has_target(below)).find_map(|below| of(&below))
    })
}

fn has_target(entries: &[(&str, Id)]) -> bool {
    entries.iter().any(|(key, _)| keys::meaning(key) == Meaning::Target)
}
