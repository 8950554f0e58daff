//! Replacements in a text: several at once, each meant for the text before any of them.

use std::collections::BTreeMap;

use crate::diagnostic::Edit;

/// A text after its edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The text.
    pub text: String,
    /// The edits that were left out, by their place in the list: they overlap one that comes earlier in it, lie outside of
    /// the text, or are no replacements.
    pub skipped: Vec<usize>,
}

/// Makes all replacements of `edits` in `text`, whatever their file. Of two that overlap, the first in the list is made;
/// the same edit twice is made once, and is not skipped.
pub fn apply_replacements(text: &str, edits: &[Edit]) -> Replaced {
    // By start: insertions stand before what replaces bytes from there on.
    let mut accepted: BTreeMap<(usize, usize), Vec<&str>> = BTreeMap::new();
    let mut skipped = Vec::new();
    for (i, edit) in edits.iter().enumerate() {
        let Edit::Replace { start, end, with, .. } = edit else {
            skipped.push(i);
            continue;
        };
        let whole = start <= end && text.get(*start..*end).is_some();
        if accepted.get(&(*start, *end)).is_some_and(|same| same.contains(&with.as_str())) {
            continue;
        }
        if whole && is_free(&accepted, *start, *end) {
            accepted.entry((*start, *end)).or_default().push(with);
        } else {
            skipped.push(i);
        }
    }
    let mut replaced = String::with_capacity(text.len());
    let mut from = 0;
    for ((start, end), with) in accepted {
        replaced.push_str(&text[from..start]);
        replaced.extend(with);
        from = end;
    }
    replaced.push_str(&text[from..]);
    Replaced { text: replaced, skipped }
}

/// Whether no accepted edit shares a byte with these; insertions may stand at either end.
fn is_free(accepted: &BTreeMap<(usize, usize), Vec<&str>>, start: usize, end: usize) -> bool {
    let before = accepted.range(..(start, end)).next_back();
    let after = accepted.range((start, end)..).next();
    let clear = before.is_none_or(|((_, its_end), _)| *its_end <= start);
    let same = after.is_some_and(|(range, _)| *range == (start, end));
    if start == end {
        return clear;
    }
    clear && !same && after.is_none_or(|((its_start, _), _)| *its_start >= end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edit(start: usize, end: usize, with: &str) -> Edit {
        Edit::Replace { file: String::new(), start, end, with: with.to_owned() }
    }

    #[test]
    fn edits_are_meant_for_the_text_before_any_of_them() {
        let replaced = apply_replacements("one two three", &[edit(8, 13, "3"), edit(0, 3, "1"), edit(4, 4, "and ")]);
        assert_eq!(replaced.text, "1 and two 3");
        assert_eq!(replaced.skipped, Vec::<usize>::new());
    }

    #[test]
    fn of_two_that_overlap_the_first_is_made_and_the_other_is_told() {
        let edits = [edit(2, 5, "-"), edit(4, 6, "+"), edit(2, 5, "-"), edit(9, 99, ""), edit(5, 6, "!")];
        let replaced = apply_replacements("abcdefgh", &edits);
        assert_eq!((replaced.text.as_str(), replaced.skipped), ("ab-!gh", vec![1, 3]));
    }

    #[test]
    fn a_replacement_inside_of_a_character_is_left_out() {
        assert_eq!(apply_replacements("é", &[edit(1, 2, "x")]).skipped, [0]);
    }

    proptest! {
        #[test]
        fn what_was_not_edited_stays(
            text in "[a-zé ]{0,30}",
            edits in prop::collection::vec((0_usize..40, 0_usize..6, "[x-z]{0,2}"), 0..8)
        ) {
            let edits: Vec<Edit> = edits.iter().map(|(start, length, with)| edit(*start, start + length, with)).collect();
            let replaced = apply_replacements(&text, &edits);
            let made = edits.iter().enumerate().filter(|(i, _)| !replaced.skipped.contains(i));
            let taken: std::collections::BTreeSet<usize> = made
                .flat_map(|(_, edit)| match edit {
                    Edit::Replace { start, end, .. } => *start..*end,
                    _ => 0..0,
                })
                .collect();
            let kept: String = text.char_indices().filter(|(at, _)| !taken.contains(at)).map(|(_, c)| c).collect();
            let mut rest = replaced.text.chars();
            prop_assert!(kept.chars().all(|wanted| rest.any(|c| c == wanted)));
        }
    }
}
