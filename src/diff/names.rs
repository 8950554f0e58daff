//! Lists of names within a sentence.

use crate::prose::first_of;

/// How many names a sentence carries before it counts the rest.
const MOST: usize = 4;

/// `a`, `a and b`, `a, b and c`; of a long list the first ones and the number of the others.
pub(super) fn listed<S: AsRef<str>>(names: &[S]) -> String {
    if names.is_empty() { "nothing".to_owned() } else { first_of(names, MOST) }
}

/// The word for one or for several.
pub(super) fn number<'a>(count: usize, one: &'a str, several: &'a str) -> &'a str {
    if count == 1 { one } else { several }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_cut_and_counted() {
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b"]), "a and b");
        assert_eq!(listed(&["a", "b", "c", "d"]), "a, b, c and d");
        assert_eq!(listed(&["a", "b", "c", "d", "e", "f"]), "a, b, c, d and 2 more");
        assert_eq!(listed::<&str>(&[]), "nothing");
    }
}
