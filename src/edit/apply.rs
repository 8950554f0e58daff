//! The edits of a fix, done to the text of one file.
//!
//! Owns the order in which they are looked at and what is told of each. Where two of them touch the same bytes, the first
//! one counts and the other is left out, with the reason.

use super::changes::Changes;
use super::splice::{Splice, Splices};
use super::tree::Tree;
use crate::diagnostic::Edit;

/// A text with edits done to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edited {
    /// The text as it is now.
    pub text: String,
    /// The edits that were done, in the order given.
    pub applied: Vec<Edit>,
    /// Those that were not, with the reason as the end of a sentence.
    pub skipped: Vec<(Edit, String)>,
}

/// Does `edits` to `text`, the file that all of them mean. Pointers and bytes mean the text before any of them.
///
/// In JSON, no byte changes that is not part of an edit, its comma, or the white space around it.
pub fn apply(text: &str, edits: &[Edit]) -> Edited {
    let mut told: Vec<Option<Result<(), String>>> = vec![None; edits.len()];
    let mut splices = Splices::default();
    if edits.iter().any(|edit| rank(edit).is_some()) {
        change_values(text, edits, &mut told, &mut splices);
    }
    for (edit, told) in edits.iter().zip(&mut told) {
        if let Edit::Replace { start, end, with, .. } = edit {
            let fits = text.get(*start..*end).is_some();
            let splice = Splice { start: *start, end: *end, with: with.clone() };
            *told = Some(match fits {
                false => Err("its bytes are no part of the text".to_owned()),
                true if text.get(*start..*end) == Some(with) => Err("it stands there already".to_owned()),
                true if splices.take(splice) => Ok(()),
                true => Err("another edit changes the same bytes".to_owned()),
            });
        }
    }
    let mut edited = Edited { text: splices.apply(text), ..Edited::default() };
    for (edit, told) in edits.iter().zip(told) {
        match told {
            Some(Err(why)) => edited.skipped.push((edit.clone(), why)),
            Some(Ok(())) | None => edited.applied.push(edit.clone()),
        }
    }
    edited
}

/// The edits of JSON values, as bytes.
fn change_values(text: &str, edits: &[Edit], told: &mut [Option<Result<(), String>>], splices: &mut Splices) {
    let tree = match Tree::parse(text) {
        Ok(tree) => tree,
        Err(why) => {
            for (edit, told) in edits.iter().zip(told) {
                *told = rank(edit).map(|_| Err(why.clone()));
            }
            return;
        }
    };
    let mut order: Vec<(_, usize)> =
        edits.iter().enumerate().filter_map(|(i, edit)| rank(edit).map(|rank| (rank, i))).collect();
    order.sort_unstable();
    let mut changes = Changes::new(&tree);
    for (_, i) in order {
        let result = match &edits[i] {
            Edit::Remove { path, .. } => changes.remove(path),
            Edit::Set { path, value, .. } => changes.set(path, value),
            Edit::Add { path, value, .. } => changes.add(path, value),
            Edit::Replace { .. } => Ok(()),
        };
        told[i] = Some(result.map_err(str::to_owned));
    }
    for splice in changes.splices() {
        splices.take(splice);
    }
}

/// What is looked at first: the outer before the inner, taking out before writing; additions last, for whether a list has
/// a value depends on all the others. `None` = it is about bytes, not about values.
fn rank(edit: &Edit) -> Option<(bool, usize, bool)> {
    match edit {
        Edit::Remove { path, .. } => Some((false, path.matches('/').count(), false)),
        Edit::Set { path, .. } => Some((false, path.matches('/').count(), true)),
        Edit::Add { .. } => Some((true, 0, false)),
        Edit::Replace { .. } => None,
    }
}
